import { messages, no, photos, state, when, yes } from "../fr/booking.json";
import { units } from "../fr/helper.json";
import { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages as written, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way } from "../fr/visit.json";
import { action, done, last, open } from "../fr/reschedule.json";
import { chain, earned, waive } from "../fr/rescue.json";
import { panel, rhythm, state as stands } from "../fr/series.json";

const booking = { messages, no, photos, state, when, yes };
const helper = { units };
/** All but what the screens at the door say by themselves. */
const visit = { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages: written, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way };
const reschedule = { action, done, last, open };
const rescue = { chain, earned, waive };
const series = { panel, rhythm, state: stands };
export default { booking, helper, visit, reschedule, rescue, series };
