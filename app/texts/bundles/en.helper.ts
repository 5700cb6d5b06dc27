import common from "../en/common.json";
import errors from "../en/errors.json";
import places from "../en/places.json";
import helper from "../en/helper.json";
import visit from "../en/visit.json";
import { messages, no, photos, when, yes } from "../en/booking.json";

/** Of a booking's words only what the helper's screens show as well. */
const booking = { messages, no, photos, when, yes };
export default { common, errors, places, helper, visit, booking };
