import staffBookings from "../en/staffBookings.json";
import { language } from "../en/staffSettings.json";
import { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes } from "../en/booking.json";
import reschedule from "../en/reschedule.json";
import { chain } from "../en/rescue.json";

/** Of other screens' words only what these show as well. */
const booking = { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes };
const staffSettings = { language };
const rescue = { chain };
export default { staffBookings, staffSettings, booking, reschedule, rescue };
