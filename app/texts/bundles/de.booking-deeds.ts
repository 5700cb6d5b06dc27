import { again, aspect, backToBooking, cancel, cancellation, field, find, form, headline, hold, no, photos, price, professional, reason, refused, signOff, star, steps, still, voice, when, yes } from "../de/booking.json";
import { before, change, declined, leave, open as waiting, opening, payNow, unreachable } from "../de/payment.json";
import { done, last, open, propose, refusal } from "../de/reschedule.json";
import { around, cost, form as other, people, remember } from "../de/together.json";
import { cancel as end, choose, chosen, offer, panel, rhythm } from "../de/series.json";
import { confirm, extras, refusal as reasons, waiting as waits, added, door } from "../de/visit.json";
import { ask, chain, credit, pick, refused as refusedRescue, way } from "../de/rescue.json";
import { choice } from "../de/dispatch.json";

const booking = { again, aspect, backToBooking, cancel, cancellation, field, find, form, headline, hold, no, photos, price, professional, reason, refused, signOff, star, steps, still, voice, when, yes };
const payment = { before, change, declined, leave, open: waiting, opening, payNow, unreachable };
const reschedule = { done, last, open, propose, refusal };
const together = { around, cost, form: other, people, remember };
const series = { cancel: end, choose, chosen, offer, panel, rhythm };
const visit = { confirm, extras, refusal: reasons, waiting: waits, added, door };
const rescue = { ask, chain, credit, pick, refused: refusedRescue, way };
const dispatch = { choice };
export default { booking, payment, reschedule, together, series, rescue, visit, dispatch };
