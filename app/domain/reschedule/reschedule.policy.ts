import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles } from "../booking/booking.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { lastCall, otherSide, type Proposal, rescheduleRules, type Side } from "./reschedule.ts";

export type ProposeRefusal = "not-found" | "not-allowed" | "wrong-state" | "too-late" | "already-open" | "limit-reached";
export type AnswerRefusal = "not-found" | "not-allowed" | "wrong-state" | "too-late";

/** For which sides an actor may speak: their own; support for the customer, and for the helper's side as far as `forHelper` lets them. */
function speaksFor(booking: Booking, actor: Actor, side: Side, forHelper: boolean): "not-found" | "not-allowed" | null {
  const part = partOf(actor, booking);
  if (!part) return "not-found";
  if (part === side) return null;
  if (part !== "staff" || !hasRole(actor, ...bookingRoles)) return "not-allowed";
  return side === "customer" || forHelper ? null : "not-allowed";
}

/** Why this actor may not propose other times in the name of this side now; null when they may. `rounds` counts all that there were. */
export function whyNotPropose(booking: Booking, { open, rounds }: { open: Proposal | null; rounds: number }, actor: Actor, side: Side, now: number): ProposeRefusal | null {
  // Before a visit is agreed, only the answer to the request is asked for: a helper's own, the professional service's by staff.
  const isRequest = booking.state === "requested";
  const refusal = speaksFor(booking, actor, side, !isRequest || booking.provider === "professional");
  if (refusal) return refusal;
  // Several who are asked are asked for this very time.
  if (isRequest ? side !== "helper" || booking.wave > 0 : booking.state !== "accepted") return "wrong-state";
  if (now >= (isRequest ? (booking.answerBy ?? 0) : lastCall(booking))) return "too-late";
  if (open && open.asks === otherSide(side)) return "already-open";
  return rounds >= rescheduleRules(booking.policy).rescheduleLimit ? "limit-reached" : null;
}

/** Why this actor may not answer the proposed times now; null when they may. Staff never say yes or no in a helper's place. */
export function whyNotAnswer(booking: Booking, proposal: Proposal, actor: Actor, now: number): AnswerRefusal | null {
  const refusal = speaksFor(booking, actor, proposal.asks, booking.provider === "professional");
  if (refusal) return refusal;
  if (proposal.state !== "open" || (booking.state !== "accepted" && booking.state !== "requested")) return "wrong-state";
  return now < proposal.answerBy ? null : "too-late";
}

/** Why this actor may not take the proposed times back now; null when they may. An offer in place of a yes is an answer and stands. */
export function whyNotWithdraw(booking: Booking, proposal: Proposal, actor: Actor): AnswerRefusal | null {
  const refusal = speaksFor(booking, actor, otherSide(proposal.asks), true);
  if (refusal) return refusal;
  return proposal.state === "open" && booking.state === "accepted" ? null : "wrong-state";
}
