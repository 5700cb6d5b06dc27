import common from "../de/common.json";
import errors from "../de/errors.json";
import places from "../de/places.json";
import helper from "../de/helper.json";
import visit from "../de/visit.json";
import { messages, no, photos, when, yes } from "../de/booking.json";

/** Of a booking's words only what the helper's screens show as well. */
const booking = { messages, no, photos, when, yes };
export default { common, errors, places, helper, visit, booking };
