import common from "../fr/common.json";
import errors from "../fr/errors.json";
import places from "../fr/places.json";
import helper from "../fr/helper.json";
import visit from "../fr/visit.json";
import { messages, no, photos, when, yes } from "../fr/booking.json";

/** Of a booking's words only what the helper's screens show as well. */
const booking = { messages, no, photos, when, yes };
export default { common, errors, places, helper, visit, booking };
