import { again, aspect, backToBooking, cancel, cancellation, field, find, form, headline, hold, no, photos, price, professional, reason, refused, signOff, star, steps, still, voice, when, yes } from "../fr/booking.json";
import { choice } from "../fr/dispatch.json";
import { before, change, declined, leave, open as waiting, opening, payNow, unreachable } from "../fr/payment.json";
import { done, last, open, propose, refusal } from "../fr/reschedule.json";

const booking = { again, aspect, backToBooking, cancel, cancellation, field, find, form, headline, hold, no, photos, price, professional, reason, refused, signOff, star, steps, still, voice, when, yes };
const dispatch = { choice };
const payment = { before, change, declined, leave, open: waiting, opening, payNow, unreachable };
const reschedule = { done, last, open, propose, refusal };
export default { booking, dispatch, payment, reschedule };
