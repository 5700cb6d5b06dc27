import { again, aspect, backToBooking, cancel, cancellation, field, find, headline, professional, reason, refused, signOff, star, steps, still, voice, when } from "../fr/booking.json";
import { opening, unreachable } from "../fr/payment.json";
import { done, last, open, propose, refusal } from "../fr/reschedule.json";
import { around, cost, people, remember } from "../fr/together.json";
import { cancel as end, panel } from "../fr/series.json";
import { added, confirm, door, extras, refusal as reasons, waiting } from "../fr/visit.json";
import { ask, chain, credit, pick, refused as notPut, way } from "../fr/rescue.json";

const booking = { again, aspect, backToBooking, cancel, cancellation, field, find, headline, professional, reason, refused, signOff, star, steps, still, voice, when };
const payment = { opening, unreachable };
const reschedule = { done, last, open, propose, refusal };
const together = { around, cost, people, remember };
const series = { cancel: end, panel };
const visit = { added, confirm, door, extras, refusal: reasons, waiting };
const rescue = { ask, chain, credit, pick, refused: notPut, way };
export default { booking, payment, reschedule, together, series, visit, rescue };
