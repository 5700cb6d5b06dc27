import { only } from "../only.ts";
import { around, attention, cancelling, due, list, page, professional, refund, state, story, waiting } from "../en/staffBookings.json";
import { language } from "../en/staffSettings.json";
import { money } from "../en/staff.json";
import { backToBooking, headline, messages, no, photos, professional as whoever, reason, report, state as stands, when, yes } from "../en/booking.json";
import { action, open, propose, refusal } from "../en/reschedule.json";
import { around as together } from "../en/together.json";
import { chain } from "../en/rescue.json";
import { door, extras, refusal as reasons } from "../en/visit.json";
import { who } from "../en/dispatch.json";

const staffBookings = { around, attention, cancelling, due, list, page, professional, refund, state, story: only(story, "title", "words", "none", "journal", "facts", "isDone", "isStopped"), waiting };
/** Of other screens' words only what these show as well. */
const booking = { backToBooking, headline, messages: only(messages, "none", "you", "write", "hint", "send", "sendAnyway", "secretTitle", "secretWords", "secretSent"), no, photos: only(photos, "label", "one", "add", "hint"), professional: whoever, reason, report, state: stands, when, yes };
const staffSettings = { language };
const staff = { money: only(money, "accounts", "reasons") };
const reschedule = { action, open: only(open, "page"), propose: only(propose, "title", "leadStaff", "now", "asked", "left", "price", "debited", "kept", "legend", "chosen", "days", "earlier", "later", "next", "submit", "submitOffer", "note", "none", "noneWords", "side", "forCustomer", "forCustomerHint", "forHelper", "forHelperHint"), refusal };
/** The names of rights. */
const people = { around: only(together, "right", "who") };
const rescue = { chain: only(chain, "title", "here") };
/** Waiting at the door, and what of an extra was paid. */
const visit = { door: only(door, "calls", "secondFrom"), extras: only(extras, "blurred", "paid", "unpaid", "givenBack"), refusal: reasons };
const dispatch = { who };
export default { staffBookings, staffSettings, staff, booking, reschedule, together: people, rescue, visit, dispatch };
