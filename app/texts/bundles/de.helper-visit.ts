import visit from "../de/visit.json";
import reschedule from "../de/reschedule.json";

export default { visit, reschedule };
