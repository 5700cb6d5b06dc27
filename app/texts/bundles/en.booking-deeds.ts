import { again, aspect, backToBooking, cancel, cancellation, field, find, headline, professional, reason, refused, signOff, star, steps, still, voice, when } from "../en/booking.json";
import { opening, unreachable } from "../en/payment.json";
import { done, last, open, propose, refusal } from "../en/reschedule.json";
import { around, cost, people, remember } from "../en/together.json";
import { cancel as end, panel } from "../en/series.json";
import { added, confirm, door, extras, refusal as reasons, waiting } from "../en/visit.json";
import { ask, chain, credit, pick, refused as notPut, way } from "../en/rescue.json";

const booking = { again, aspect, backToBooking, cancel, cancellation, field, find, headline, professional, reason, refused, signOff, star, steps, still, voice, when };
const payment = { opening, unreachable };
const reschedule = { done, last, open, propose, refusal };
const together = { around, cost, people, remember };
const series = { cancel: end, panel };
const visit = { added, confirm, door, extras, refusal: reasons, waiting };
const rescue = { ask, chain, credit, pick, refused: notPut, way };
export default { booking, payment, reschedule, together, series, visit, rescue };
