import { backToBooking, facts, find, headline, list, price, professional, report, sheet, state, when } from "../fr/booking.json";
import { who } from "../fr/dispatch.json";
import { list as shared } from "../fr/together.json";
import { list as more, rhythm } from "../fr/series.json";
import { codes } from "../fr/visit.json";

/** All bookings, and the sheet of one. */
const booking = { backToBooking, facts, find, headline, list, price, professional, report, sheet, state, when };
const dispatch = { who };
const together = { list: shared };
const series = { list: more, rhythm };
const visit = { codes };
export default { booking, dispatch, together, series, visit };
