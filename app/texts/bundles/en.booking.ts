import { action, after, again, backToBooking, cancel, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who } from "../en/booking.json";
import { first, ladder, now as soFar, who as whoever } from "../en/dispatch.json";
import { backTitle, confirming, facts as paid, method } from "../en/payment.json";
import { action as move, done, last, open, refusal } from "../en/reschedule.json";

const booking = { action, after, again, backToBooking, cancel, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who };
const dispatch = { first, ladder, now: soFar, who: whoever };
const payment = { backTitle, confirming, facts: paid, method };
const reschedule = { action: move, done, last, open, refusal };
export default { booking, dispatch, payment, reschedule };
