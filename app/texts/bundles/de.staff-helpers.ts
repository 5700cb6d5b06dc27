import staffHelpers from "../de/staffHelpers.json";
import visit from "../de/visit.json";
import { messages, no, photos, state, when, yes } from "../de/booking.json";

/** Of a booking's words only what these screens show as well. */
const booking = { messages, no, photos, state, when, yes };
export default { staffHelpers, visit, booking };
