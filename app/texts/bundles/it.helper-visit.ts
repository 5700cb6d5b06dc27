import { state } from "../it/booking.json";
import visit from "../it/visit.json";
import reschedule from "../it/reschedule.json";
import { chain, earned, waive } from "../it/rescue.json";

const rescue = { chain, earned, waive };
const booking = { state };
export default { booking, visit, reschedule, rescue };
