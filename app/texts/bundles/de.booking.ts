import { action, after, again, backToBooking, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who } from "../de/booking.json";
import { backTitle, confirming, facts as paid, method, opening } from "../de/payment.json";
import { action as move, done, last, open, refusal } from "../de/reschedule.json";
import { around, list as shared, remember, visited } from "../de/together.json";
import { list as more, panel, rhythm, state as stands } from "../de/series.json";
import { arrival, codes, confirm, extras, missed, waiting } from "../de/visit.json";
import { ask, chain, credit, panel as putRight, pick, way } from "../de/rescue.json";
import { first, ladder, now as soFar, who as whoever } from "../de/dispatch.json";

const booking = { action, after, again, backToBooking, cancellation, facts, find, headline, list, messages, now, photos, price, professional, report, sheet, state, step, steps, stopped, voice, when, who };
const payment = { backTitle, confirming, facts: paid, method, opening };
const reschedule = { action: move, done, last, open, refusal };
const together = { around, list: shared, remember, visited };
const series = { list: more, panel, rhythm, state: stands };
/** What its customer reads around a visit. */
const visit = { arrival, codes, confirm, extras, missed, waiting };
const rescue = { ask, chain, credit, panel: putRight, pick, way };
const dispatch = { first, ladder, now: soFar, who: whoever };
export default { booking, payment, reschedule, together, series, rescue, visit, dispatch };
