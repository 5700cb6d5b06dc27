import { only } from "../only.ts";
import { action, after, again, cancellation, facts, find, headline, list, messages, photos, price, professional, report, sheet, voice, when, who } from "../de/booking.json";
import { backTitle, confirming, opening } from "../de/payment.json";
import { action as move } from "../de/reschedule.json";
import { around, remember, visited } from "../de/together.json";
import { panel } from "../de/series.json";
import { codes, confirm, extras, waiting } from "../de/visit.json";
import { ask, chain, credit, on, panel as putRight, pick } from "../de/rescue.json";

/** What happened, what is now and what became of the money is told by the server, already in words. */
const booking = {
  action, cancellation, facts, headline, messages, price, professional, report, voice, when, who,
  after: only(after, "answered"),
  again: only(again, "others", "noOthers", "sameTime", "km", "stars", "fresh", "professionalWords", "take", "all"),
  find: only(find, "title", "link", "words", "signIn"),
  list: only(list, "title"),
  photos: only(photos, "label", "one", "add", "hint"),
  sheet: only(sheet, "rule"),
};
const payment = { backTitle, confirming, opening };
const reschedule = { action: only(move, "propose") };
const together = { around, remember, visited };
const series = { panel: only(panel, "cancelAll") };
/** What its customer reads around a visit. */
const visit = { codes: only(codes, "title", "mine", "mineCustomer", "theirs", "theirsWords"), confirm: only(confirm, "title", "forCustomer", "do", "done"), extras, waiting };
const rescue = { chain: only(chain, "title", "here"), ask: only(ask, "open"), credit: only(credit, "line", "toPay", "covered"), on: only(on, "open"), panel: only(putRight, "title", "words", "openTitle", "openWords", "openDo", "fellThrough", "frozen", "redo"), pick: only(pick, "take", "times") };
export default { booking, payment, reschedule, together, series, visit, rescue };
