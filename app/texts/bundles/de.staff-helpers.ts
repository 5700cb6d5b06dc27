import staffHelpers from "../de/staffHelpers.json";
import { state as standing } from "../de/staffBookings.json";
import visit from "../de/visit.json";
import { messages, no, photos, state, when, yes } from "../de/booking.json";

/** Of a booking's words only what these screens show as well. */
const booking = { messages, no, photos, state, when, yes };
/** Of the bookings' desk the words for a state, said to staff. */
const staffBookings = { state: standing };
export default { staffHelpers, staffBookings, visit, booking };
