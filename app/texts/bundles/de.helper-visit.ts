import { state } from "../de/booking.json";
import visit from "../de/visit.json";
import reschedule from "../de/reschedule.json";
import { chain, earned, waive } from "../de/rescue.json";

const rescue = { chain, earned, waive };
const booking = { state };
export default { booking, visit, reschedule, rescue };
