import { backToBooking, facts, find, headline, list, price, professional, report, sheet, state, when } from "../en/booking.json";
import { who } from "../en/dispatch.json";
import { list as shared } from "../en/together.json";
import { list as more, rhythm } from "../en/series.json";
import { codes } from "../en/visit.json";

/** All bookings, and the sheet of one. */
const booking = { backToBooking, facts, find, headline, list, price, professional, report, sheet, state, when };
const dispatch = { who };
const together = { list: shared };
const series = { list: more, rhythm };
const visit = { codes };
export default { booking, dispatch, together, series, visit };
