import { action, after, again, backToBooking, cancel, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who } from "../it/booking.json";
import { backTitle, confirming, facts as paid, method } from "../it/payment.json";
import { action as move, done, last, open, refusal } from "../it/reschedule.json";
import { around, list as shared, remember, visited } from "../it/together.json";
import { list as more, panel, rhythm, state as stands } from "../it/series.json";

const booking = { action, after, again, backToBooking, cancel, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who };
const payment = { backTitle, confirming, facts: paid, method };
const reschedule = { action: move, done, last, open, refusal };
const together = { around, list: shared, remember, visited };
const series = { list: more, panel, rhythm, state: stands };
export default { booking, payment, reschedule, together, series };
