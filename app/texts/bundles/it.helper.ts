import common from "../it/common.json";
import errors from "../it/errors.json";
import places from "../it/places.json";
import helper from "../it/helper.json";
import visit from "../it/visit.json";
import { messages, no, photos, when, yes } from "../it/booking.json";

/** Of a booking's words only what the helper's screens show as well. */
const booking = { messages, no, photos, when, yes };
export default { common, errors, places, helper, visit, booking };
