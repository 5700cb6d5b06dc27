import type { Booking } from "./booking.ts";
import { givesUpAt, signsOffAt } from "./booking.policy.ts";
import { hour } from "../kernel/time.ts";
import { confirmsFrom, remindsAt, unconfirmed } from "../visit/visit.ts";

const day = 24 * hour;

/** What the clock alone does to a booking. */
const dueKinds = ["hold-ends", "checkout-ends", "proposal-lapses", "wave-starts", "lapses", "remind", "confirm-remind", "gives-up", "signs-off", "ask-still", "publish-review", "closes", "closes-at-last", "blurs"] as const;
export type Due = { what: (typeof dueKinds)[number]; at: number };

/** Personal data is blurred this long after a booking ended (product.md 5). */
export const blurAfterDays = 90;
/** No payout is held longer than this, so no booking waits longer for one (product.md 5). */
const closeAtLastDays = 60;

/** What waits beside the booking itself. */
export type Pending = {
  /** When an unpublished review was written. */
  reviewAt?: number | null;
  /** Until when other times that were proposed stand open. */
  proposalBy?: number | null;
};

/** Everything that time will do to a booking from where it stands, soonest first; past times are overdue. */
export function dueFor(booking: Booking, { reviewAt = null, proposalBy = null }: Pending = {}): Due[] {
  const dues: Due[] = [];
  const add = (what: Due["what"], at: number | null) => void (at !== null && dues.push({ what, at }));
  const { policy, state } = booking;
  if (state === "draft") add("hold-ends", booking.holdUntil ?? booking.createdAt);
  if (state === "paying") add("checkout-ends", booking.holdUntil ?? booking.createdAt);
  // Before the request's own end: what lapses with the offer is the answer that the helper gave.
  if (state === "requested" || state === "accepted") add("proposal-lapses", proposalBy);
  if (state === "requested") add("wave-starts", booking.nextWaveAt);
  if (state === "requested" && (booking.answerBy !== null || booking.nextWaveAt === null)) add("lapses", booking.answerBy ?? booking.startsAt);
  // Who agrees on it inside the window has just said that it stands and needs no reminder.
  if (state === "accepted" && booking.remindedAt === null && (booking.acceptedAt ?? 0) < confirmsFrom(booking)) add("remind", confirmsFrom(booking));
  if (state === "accepted" && booking.confirmRemindedAt === null && (booking.acceptedAt ?? 0) < remindsAt(booking) && unconfirmed(booking).length > 0) add("confirm-remind", remindsAt(booking));
  if (["accepted", "underway", "started", "finished"].includes(state)) add("gives-up", givesUpAt(booking));
  if (state === "reported") add("signs-off", signsOffAt(booking));
  if (["signed_off", "closed"].includes(state) && booking.stillAskedAt === null && booking.reportedAt !== null) add("ask-still", booking.reportedAt + policy.stillAfterDays * day);
  if (reviewAt !== null) add("publish-review", reviewAt + policy.reviewPublishDays * day);
  if (state === "signed_off") {
    add("closes", (booking.signedOffAt ?? booking.stateSince) + policy.payoutAfterDays * day);
    add("closes-at-last", (booking.signedOffAt ?? booking.stateSince) + closeAtLastDays * day);
  }
  if (["closed", "abandoned", "declined", "lapsed", "cancelled"].includes(state) && booking.blurredAt === null) add("blurs", booking.stateSince + blurAfterDays * day);
  return dues.sort((a, b) => a.at - b.at);
}
