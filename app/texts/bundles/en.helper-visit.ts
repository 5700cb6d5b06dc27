import { state } from "../en/booking.json";
import { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way } from "../en/visit.json";
import reschedule from "../en/reschedule.json";
import { chain, earned, waive } from "../en/rescue.json";

const rescue = { chain, earned, waive };
const booking = { state };
/** All but what the screens at the door say by themselves. */
const visit = { accepted, added, arrival, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way };
export default { booking, visit, reschedule, rescue };
