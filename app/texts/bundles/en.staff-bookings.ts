import staffBookings from "../en/staffBookings.json";
import { language } from "../en/staffSettings.json";
import { backToBooking, field, headline, messages, no, photos, professional, reason, report, state, when, yes } from "../en/booking.json";
import reschedule from "../en/reschedule.json";
import { around, form } from "../en/together.json";
import { choose, chosen, offer, panel, rhythm, state as seriesState } from "../en/series.json";
import { chain } from "../en/rescue.json";
import { door, extras, refusal } from "../en/visit.json";
import { choice, first, who } from "../en/dispatch.json";

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
