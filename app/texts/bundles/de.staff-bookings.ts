import staffBookings from "../de/staffBookings.json";
import { language } from "../de/staffSettings.json";
import { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes } from "../de/booking.json";
import { choice, first, who } from "../de/dispatch.json";
import reschedule from "../de/reschedule.json";

/** Of other screens' words only what these show as well. */
const booking = { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes };
const dispatch = { choice, first, who };
const staffSettings = { language };
export default { staffBookings, staffSettings, booking, reschedule, dispatch };
