import staffHelpers from "../en/staffHelpers.json";
import visit from "../en/visit.json";
import { messages, no, photos, state, when, yes } from "../en/booking.json";

/** Of a booking's words only what these screens show as well. */
const booking = { messages, no, photos, state, when, yes };
export default { staffHelpers, visit, booking };
