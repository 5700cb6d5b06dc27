import { messages, no, photos, state, when, yes } from "../it/booking.json";
import { units } from "../it/helper.json";
import { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages as written, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way } from "../it/visit.json";
import { action, done, last, open } from "../it/reschedule.json";
import { chain, earned, waive } from "../it/rescue.json";
import { panel, rhythm, state as stands } from "../it/series.json";

const booking = { messages, no, photos, state, when, yes };
const helper = { units };
/** All but what the screens at the door say by themselves. */
const visit = { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages: written, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way };
const reschedule = { action, done, last, open };
const rescue = { chain, earned, waive };
const series = { panel, rhythm, state: stands };
export default { booking, helper, visit, reschedule, rescue, series };
