import visit from "../en/visit.json";
import reschedule from "../en/reschedule.json";

export default { visit, reschedule };
