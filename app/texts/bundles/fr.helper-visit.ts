import { state } from "../fr/booking.json";
import visit from "../fr/visit.json";
import reschedule from "../fr/reschedule.json";
import { chain, earned, waive } from "../fr/rescue.json";

const rescue = { chain, earned, waive };
const booking = { state };
export default { booking, visit, reschedule, rescue };
