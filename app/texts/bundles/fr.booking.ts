import { action, after, again, backToBooking, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who } from "../fr/booking.json";
import { backTitle, confirming, facts as paid, method, opening } from "../fr/payment.json";
import { arrival, codes, confirm, extras, missed, waiting } from "../fr/visit.json";
import { action as move, done, last, open, refusal } from "../fr/reschedule.json";
import { ask, chain, credit, panel, pick, way } from "../fr/rescue.json";

const booking = { action, after, again, backToBooking, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who };
const payment = { backTitle, confirming, facts: paid, method, opening };
const reschedule = { action: move, done, last, open, refusal };
/** What its customer reads around a visit. */
const visit = { arrival, codes, confirm, extras, missed, waiting };
const rescue = { ask, chain, credit, panel, pick, way };
export default { booking, payment, reschedule, rescue, visit };
