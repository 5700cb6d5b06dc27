import common from "../en/common.json";
import errors from "../en/errors.json";
import places from "../en/places.json";
import { backToBooking, cancel, field, headline, hold, messages, no, photos, professional, reason, report, signOff, state, when, yes } from "../en/booking.json";
import visit from "../en/visit.json";
import staff from "../en/staff.json";
import staffBookings from "../en/staffBookings.json";
import staffHelpers from "../en/staffHelpers.json";
import staffSettings from "../en/staffSettings.json";
import staffSystem from "../en/staffSystem.json";

/** Of a booking's words only what the staff screens show as well. */
const booking = { backToBooking, cancel, field, headline, hold, messages, no, photos, professional, reason, report, signOff, state, when, yes };
export default { common, errors, places, booking, visit, staff, staffBookings, staffHelpers, staffSettings, staffSystem };
