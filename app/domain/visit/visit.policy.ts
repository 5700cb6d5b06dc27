import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles, type Part, payableOf } from "../booking/booking.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { share } from "../kernel/money.ts";
import { type Absence, absenceEndsFrom, codeTriesMost, confirmers, confirmsFrom, secondCallAfter, type VisitSide } from "./visit.ts";

export type VisitRefusal = "not-found" | "not-allowed" | "wrong-state" | "too-early" | "too-late";

/** The side for which an actor acts at a visit: their own; support for the helper's side of the professional service. */
export function sideOf(actor: Actor, booking: Pick<Booking, "id" | "customerId" | "helperId" | "provider">): VisitSide | "not-found" | "not-allowed" {
  const part: Part | null = partOf(actor, booking);
  if (!part) return "not-found";
  if (part === "customer" || part === "helper") return part;
  return part === "staff" && booking.provider === "professional" && hasRole(actor, ...bookingRoles) ? "helper" : "not-allowed";
}

/** Why this actor may not say now that the visit stands; null when they may. */
export function whyNotConfirm(booking: Booking, actor: Actor, now: number): VisitRefusal | null {
  const side = sideOf(actor, booking);
  if (side === "not-found" || side === "not-allowed") return side;
  if (!confirmers(booking).includes(side)) return "not-allowed";
  if (booking.state !== "accepted") return "wrong-state";
  if (now < confirmsFrom(booking)) return "too-early";
  return now < booking.startsAt ? null : "too-late";
}

/** The codes are read from the yes until the visit is over. */
export const showsCodes = ({ acceptedAt, state, blurredAt }: Pick<Booking, "acceptedAt" | "state" | "blurredAt">): boolean => acceptedAt !== null && blurredAt === null && ["accepted", "underway", "started"].includes(state);

/** Why the helper may not check the customer's code now; null when they may. */
export function whyNotCheck(booking: Booking, actor: Actor): VisitRefusal | "too-many-tries" | null {
  const side = sideOf(actor, booking);
  if (side === "not-found" || side === "not-allowed") return side;
  if (side !== "helper") return "not-allowed";
  if (!showsCodes(booking)) return "wrong-state";
  return booking.codeTries >= codeTriesMost ? "too-many-tries" : null;
}

/** Extras are proposed and agreed at the door, between arriving and the end of the work. */
export const takesExtras = ({ state, arrivedAt }: Pick<Booking, "state" | "arrivedAt">): boolean => state === "started" || (state === "underway" && arrivedAt !== null);
/** An answer still counts until the report is filed. */
export const answersExtras = (booking: Pick<Booking, "state" | "arrivedAt">): boolean => takesExtras(booking) || booking.state === "finished";

/** Why this actor may not propose, withdraw or answer an extra now; null when they may. */
export function whyNotExtra(booking: Booking, actor: Actor, as: VisitSide, may: (booking: Booking) => boolean): VisitRefusal | null {
  const side = sideOf(actor, booking);
  if (side === "not-found" || side === "not-allowed") return side;
  if (side !== as) return "not-allowed";
  return may(booking) ? null : "wrong-state";
}

/**
 * For which side an actor notes who is not there: their own. Support may note it for a customer who calls, and for the helper's side of the
 * professional service; `as` says for whom they speak. Nobody says in a helper's place that a customer is absent: it costs the customer.
 */
export function waitingSideOf(actor: Actor, booking: Pick<Booking, "id" | "customerId" | "helperId" | "provider">, as?: VisitSide): VisitSide | "not-found" | "not-allowed" {
  const speaksForCaller = as === "customer" && partOf(actor, booking) === "staff" && hasRole(actor, ...bookingRoles);
  return speaksForCaller ? "customer" : sideOf(actor, booking);
}

/** Why this actor may not note now that the other side is not there; null when they may. */
export function whyNotWait(booking: Booking, actor: Actor, now: number, as?: VisitSide): VisitRefusal | null {
  const side = waitingSideOf(actor, booking, as);
  if (side === "not-found" || side === "not-allowed") return side;
  if (booking.state !== "accepted" && booking.state !== "underway") return "wrong-state";
  // A helper who has arrived is not absent, and a code that was right says that both are there.
  if ((side === "customer" && booking.arrivedAt !== null) || booking.codeMatchedAt !== null) return "wrong-state";
  return now >= booking.startsAt ? null : "too-early";
}

/** Why the waiting cannot be ended now; null when it can. */
export function whyNotEnd(booking: Booking, absence: Absence, now: number): "too-early" | "calls-missing" | null {
  const from = absenceEndsFrom(absence, booking.policy);
  if (from === null) return "calls-missing";
  return now >= from ? null : "too-early";
}

/** When the second call counts. */
export const secondCallFrom = ({ firstCallAt }: Pick<Absence, "firstCallAt">): number | null => (firstCallAt === null ? null : firstCallAt + secondCallAfter);

/** What a customer who is not there owes, by the policy of the booking. */
export const absentCompensation = (booking: Pick<Booking, "priceMinor" | "payableMinor" | "hourlyMinor" | "capMinutes" | "policy">): number => Math.min(share(payableOf(booking), booking.policy.veryLateShareBp), booking.policy.compensationCapMinor);
