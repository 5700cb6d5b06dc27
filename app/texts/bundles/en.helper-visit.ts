import { state } from "../en/booking.json";
import visit from "../en/visit.json";
import reschedule from "../en/reschedule.json";
import { chain, earned, waive } from "../en/rescue.json";

const rescue = { chain, earned, waive };
const booking = { state };
export default { booking, visit, reschedule, rescue };
