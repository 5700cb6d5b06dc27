import { state } from "../it/booking.json";
import { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way } from "../it/visit.json";
import reschedule from "../it/reschedule.json";
import { chain, earned, waive } from "../it/rescue.json";

const rescue = { chain, earned, waive };
const booking = { state };
/** All but what the screens at the door say by themselves. */
const visit = { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way };
export default { booking, visit, reschedule, rescue };
