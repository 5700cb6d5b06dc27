import { only } from "../only.ts";
import { attention, book, dispatch, list, state } from "../de/staffBookings.json";
import { language } from "../de/staffSettings.json";
import { overview } from "../de/staff.json";
import { field, no, state as stands, when, yes } from "../de/booking.json";
import { form } from "../de/together.json";
import { choose, chosen, offer, rhythm } from "../de/series.json";
import { choice } from "../de/dispatch.json";

const staffBookings = { attention, book, dispatch, list, state };
const booking = { field, no, state: stands, when, yes };
const staffSettings = { language };
const staff = { overview: only(overview, "rescues") };
const series = { choose, chosen: only(chosen, "title", "change", "single"), offer, rhythm };
/** The fields of whoever is visited. */
const together = { form };
export default { staffBookings, staffSettings, staff, booking, together, series, dispatch: { choice } };
