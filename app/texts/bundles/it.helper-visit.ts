import visit from "../it/visit.json";
import reschedule from "../it/reschedule.json";

export default { visit, reschedule };
