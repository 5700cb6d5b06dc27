import staffBookings from "../en/staffBookings.json";
import { language } from "../en/staffSettings.json";
import { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes } from "../en/booking.json";
import { choice, first, who } from "../en/dispatch.json";
import reschedule from "../en/reschedule.json";

/** Of other screens' words only what these show as well. */
const booking = { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes };
const dispatch = { choice, first, who };
const staffSettings = { language };
export default { staffBookings, staffSettings, booking, reschedule, dispatch };
