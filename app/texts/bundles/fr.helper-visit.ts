import visit from "../fr/visit.json";
import reschedule from "../fr/reschedule.json";

export default { visit, reschedule };
