import { again, aspect, backToBooking, cancel, cancellation, field, find, headline, professional, reason, refused, signOff, star, steps, still, voice, when } from "../de/booking.json";
import { opening, unreachable } from "../de/payment.json";
import { done, last, open, propose, refusal } from "../de/reschedule.json";
import { around, cost, people, remember } from "../de/together.json";
import { cancel as end, panel } from "../de/series.json";
import { added, confirm, door, extras, refusal as reasons, waiting } from "../de/visit.json";
import { ask, chain, credit, pick, refused as notPut, way } from "../de/rescue.json";

const booking = { again, aspect, backToBooking, cancel, cancellation, field, find, headline, professional, reason, refused, signOff, star, steps, still, voice, when };
const payment = { opening, unreachable };
const reschedule = { done, last, open, propose, refusal };
const together = { around, cost, people, remember };
const series = { cancel: end, panel };
const visit = { added, confirm, door, extras, refusal: reasons, waiting };
const rescue = { ask, chain, credit, pick, refused: notPut, way };
export default { booking, payment, reschedule, together, series, visit, rescue };
