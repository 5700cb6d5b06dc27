import staffHelpers from "../en/staffHelpers.json";
import { state as standing } from "../en/staffBookings.json";
import visit from "../en/visit.json";
import { messages, no, photos, state, when, yes } from "../en/booking.json";

/** Of a booking's words only what these screens show as well. */
const booking = { messages, no, photos, state, when, yes };
/** Of the bookings' desk the words for a state, said to staff. */
const staffBookings = { state: standing };
export default { staffHelpers, staffBookings, visit, booking };
