import { action, after, again, backToBooking, cancel, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who } from "../it/booking.json";
import { first, ladder, now as soFar, who as whoever } from "../it/dispatch.json";
import { backTitle, confirming, facts as paid, method } from "../it/payment.json";
import { action as move, done, last, open, refusal } from "../it/reschedule.json";

const booking = { action, after, again, backToBooking, cancel, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who };
const dispatch = { first, ladder, now: soFar, who: whoever };
const payment = { backTitle, confirming, facts: paid, method };
const reschedule = { action: move, done, last, open, refusal };
export default { booking, dispatch, payment, reschedule };
