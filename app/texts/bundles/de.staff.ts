import common from "../de/common.json";
import errors from "../de/errors.json";
import places from "../de/places.json";
import { backToBooking, cancel, field, headline, hold, messages, no, photos, professional, reason, report, signOff, state, when, yes } from "../de/booking.json";
import visit from "../de/visit.json";
import staff from "../de/staff.json";
import staffBookings from "../de/staffBookings.json";
import staffHelpers from "../de/staffHelpers.json";
import staffSettings from "../de/staffSettings.json";
import staffSystem from "../de/staffSystem.json";

/** Of a booking's words only what the staff screens show as well. */
const booking = { backToBooking, cancel, field, headline, hold, messages, no, photos, professional, reason, report, signOff, state, when, yes };
export default { common, errors, places, booking, visit, staff, staffBookings, staffHelpers, staffSettings, staffSystem };
