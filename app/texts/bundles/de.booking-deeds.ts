import { again, aspect, backToBooking, cancel, cancellation, field, find, form, headline, hold, no, photos, price, professional, reason, refused, signOff, star, steps, still, voice, when, yes } from "../de/booking.json";
import { before, change, declined, leave, open as waiting, opening, payNow, unreachable } from "../de/payment.json";
import { added, confirm, door, extras, refusal as reasons, waiting as waits } from "../de/visit.json";
import { done, last, open, propose, refusal } from "../de/reschedule.json";
import { ask, chain, credit, pick, refused as refusedRescue, way } from "../de/rescue.json";

const booking = { again, aspect, backToBooking, cancel, cancellation, field, find, form, headline, hold, no, photos, price, professional, reason, refused, signOff, star, steps, still, voice, when, yes };
const payment = { before, change, declined, leave, open: waiting, opening, payNow, unreachable };
const reschedule = { done, last, open, propose, refusal };
const visit = { added, confirm, door, extras, refusal: reasons, waiting: waits };
const rescue = { ask, chain, credit, pick, refused: refusedRescue, way };
export default { booking, payment, reschedule, rescue, visit };
