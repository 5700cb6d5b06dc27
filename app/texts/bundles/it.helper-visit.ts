import { only } from "../only.ts";
import { messages, no, photos, when, yes } from "../it/booking.json";
import { accepted, added, back, cancel, cancelled, check, closed, codes, confirm, expert, extras, facts, finished, late, messages as written, missed, progress, progressLabel, reference, report, reported, signedOff, started, steps, title, titleOf, underway, waiting, way } from "../it/visit.json";
import { action } from "../it/reschedule.json";
import { requests, units } from "../it/helper.json";
import { chain, earned, waive } from "../it/rescue.json";

const booking = { messages: only(messages, "none", "you", "write", "hint", "send", "sendAnyway", "secretTitle", "secretWords", "secretSent"), no, when, yes, photos: only(photos, "label", "one", "add", "hint") };
/** All but what the screens at the door and the customer's say by themselves; what was done or refused is told by the server. */
const visit = {
  added, back, cancelled, check, closed, expert, facts, finished, progress, progressLabel, reference, report, reported, signedOff, started, steps, title, titleOf, underway, way,
  accepted: only(accepted, "title", "words", "early", "do", "skip"),
  cancel: only(cancel, "open"),
  codes: only(codes, "title", "mine"),
  confirm: only(confirm, "title", "forHelper", "do", "mine", "both"),
  extras: only(extras, "title", "kinds", "blurred", "paid", "unpaid"),
  messages: only(written, "title", "you", "write"),
  late: only(late, "open"),
  missed: only(missed, "byCustomer", "byHelper"),
  waiting: only(waiting, "title", "openHelper", "since", "asked"),
};
const reschedule = { action: only(action, "propose") };
const rescue = { chain: only(chain, "title", "here"), earned, waive: only(waive, "title", "words", "all", "half") };
/** Another visit of the day that is close to this one is named as on a request. */
const helper = { requests: only(requests, "sameDay", "tight", "tightDoors"), units: only(units, "fromTo", "way") };
export default { helper, booking, visit, reschedule, rescue };
