import staffBookings from "../de/staffBookings.json";
import { language } from "../de/staffSettings.json";
import { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes } from "../de/booking.json";
import reschedule from "../de/reschedule.json";
import { around, form } from "../de/together.json";
import { choose, chosen, offer, panel, rhythm, state as seriesState } from "../de/series.json";
import { chain } from "../de/rescue.json";
import { door, extras, refusal } from "../de/visit.json";
import { choice, first, who } from "../de/dispatch.json";

/** Of other screens' words only what these show as well. */
const booking = { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes };
const staffSettings = { language };
/** The fields of whoever is visited, and the names of rights. */
const together = { around, form };
const series = { choose, chosen, offer, panel, rhythm, state: seriesState };
const rescue = { chain };
const visit = { door, extras, refusal };
const dispatch = { choice, first, who };
export default { staffBookings, staffSettings, booking, reschedule, together, series, rescue, dispatch, visit };
