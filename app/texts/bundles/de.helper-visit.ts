import { only } from "../only.ts";
import { messages, no, photos, state, when, yes } from "../de/booking.json";
import { accepted, added, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, messages as written, missed, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way } from "../de/visit.json";
import { action, done, last, open } from "../de/reschedule.json";
import { chain, earned, waive } from "../de/rescue.json";
import { panel, rhythm, state as stands } from "../de/series.json";

const booking = { messages, no, state, when, yes, photos: only(photos, "label", "one", "add", "hint") };
/** All but what the screens at the door and the customer's say by themselves. */
const visit = {
  accepted, added, back, cancelled, check, closed, expert, facts, finished, messages: written, progress, progressLabel, reference, refusal, report, reported, signedOff, started, steps, title, titleOf, underway, way,
  cancel: only(cancel, "open"),
  codes: only(codes, "title", "mine"),
  confirm: only(confirm, "title", "forHelper", "do", "done", "mine", "both"),
  extras: only(extras, "title", "kinds", "blurred", "paid", "unpaid"),
  missed: only(missed, "byCustomer", "byHelper"),
  waiting: only(waiting, "title", "openHelper", "since", "asked", "over"),
};
const reschedule = { action, done, last, open };
const rescue = { chain, earned, waive };
const series = { panel, rhythm, state: stands };
export default { booking, visit, reschedule, rescue, series };
