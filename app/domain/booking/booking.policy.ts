import { Temporal } from "temporal-polyfill";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { share } from "../kernel/money.ts";
import { minute } from "../kernel/time.ts";
import { type Booking, bookingMoves, type BookingMove, type BookingPolicy, bookingRoles, goodWay, type Move, type Part, payableOf, sideOf } from "./booking.ts";
import { moments, timeRules } from "./booking.times.ts";

export { dayOfVisit, givesUpAt, signsOffAt } from "./booking.times.ts";

const hour = 60 * minute;
const day = 24 * hour;

/** Which part an actor has in a booking they may see; null for a stranger. Quality and finance read as staff. */
export function partOf(actor: Actor, booking: Pick<Booking, "id" | "customerId" | "helperId" | "watching">): Part | null {
  if (actor.kind === "system") return "system";
  if (hasRole(actor, "support", "quality", "finance")) return "staff";
  if (actor.helperId !== null && actor.helperId === booking.helperId) return "helper";
  if (actor.kind === "person" && actor.personId !== null && actor.personId === booking.customerId) return "customer";
  if (actor.provenBookings.includes(booking.id)) return "customer";
  // The right was read with the booking (findBooking): `act` stands in the customer's place.
  return booking.watching ? watcherParts[booking.watching.right] : null;
}

const watcherParts = { act: "customer", see: "watcher", visited: "visited" } as const;

export type MoveRefusal = "not-found" | "not-allowed" | "wrong-state" | "too-late" | "too-early";

/** Has the booking already been where this move leads? Then a step sent twice is answered with the state as it is. */
export function alreadyDone(move: BookingMove, booking: Pick<Booking, "state">): boolean {
  const { from, to }: Move = bookingMoves[move];
  // A move back to where it starts, or where the booking was before, can be made again.
  if (from.includes(to) || from.every((state) => goodWay.indexOf(state) > goodWay.indexOf(to) && goodWay.includes(to))) return false;
  const [there, here] = [goodWay.indexOf(to), goodWay.indexOf(booking.state)];
  return there < 0 || here < 0 ? to === booking.state : here >= there;
}

/** Why this actor may not make this move now; null when they may. Buttons and commands both ask. */
export function whyNot(move: BookingMove, booking: Booking, actor: Actor, now: number): MoveRefusal | null {
  const part = partOf(actor, booking);
  if (!part) return "not-found";
  const { from, by }: Move = bookingMoves[move];
  if (!by.includes(part)) return "not-allowed";
  if (part === "staff" && !hasRole(actor, ...bookingRoles)) return "not-allowed";
  // A helper's own answer stays theirs: staff answer for the professional service only.
  if (part === "staff" && booking.provider === "helper" && (move === "accept" || move === "decline")) return "not-allowed";
  if (!from.includes(booking.state)) return "wrong-state";
  // Whoever stands at the door has come.
  if (move === "cannotCome" && (booking.arrivedAt !== null || booking.codeMatchedAt !== null)) return "wrong-state";
  return outOfTime(move, booking, part, now);
}

/** The clock's part of a rule, from the data of booking.times.ts. */
function outOfTime(move: BookingMove, booking: Booking, part: Part, now: number): MoveRefusal | null {
  for (const rule of timeRules(move, part)) {
    if ("from" in rule && now < moments[rule.from].at(booking)) return "too-early";
    if ("before" in rule && now >= moments[rule.before].at(booking)) return "too-late";
  }
  return null;
}

type HeldTime = { holdUntil: number; holdProlonged: boolean; firstHeldAt: number };

/**
 * How long a chosen time is held for its form. A hold that takes the place of another one that still runs keeps that one's end where they
 * overlap, so that choosing the same time again makes it no longer; another time has its whole half hour. Once `rechooseMinutes` have passed
 * since the first of them, none takes another's place any more. Where the one before has ended, others had their chance: it begins anew.
 */
export function heldTime(now: number, { holdMinutes, rechooseMinutes }: Pick<BookingPolicy, "holdMinutes" | "rechooseMinutes">, before: (Pick<Booking, "state" | "holdUntil" | "holdProlonged" | "firstHeldAt" | "createdAt"> & { overlaps: boolean }) | null): HeldTime | "held-too-long" {
  const fresh = { holdUntil: now + holdMinutes * minute, holdProlonged: false, firstHeldAt: now };
  if (!before || (before.state !== "draft" && before.state !== "paying") || (before.holdUntil ?? 0) <= now) return fresh;
  const firstHeldAt = before.firstHeldAt ?? before.createdAt;
  if (now >= firstHeldAt + rechooseMinutes * minute) return "held-too-long";
  if (!before.overlaps) return { ...fresh, firstHeldAt };
  const left = before.holdUntil ?? now;
  // Checkout is given longer than a form is.
  return { holdUntil: before.state === "paying" ? Math.min(left, fresh.holdUntil) : left, holdProlonged: before.holdProlonged, firstHeldAt };
}

export type CancellationTerms = { freeUntil: number; compensationMinor: number; refundMinor: number };

type Costing = Pick<Booking, "state" | "startsAt" | "requestedAt" | "policy"> & { lateMoveBp?: number | null };

/** Until then the customer cancels without cost. */
const freeUntilOf = ({ policy, startsAt, requestedAt }: Costing, now: number): number => Math.max(startsAt - policy.freeUntilHours * hour, (requestedAt ?? now) + policy.graceMinutes * minute);

/** The share of the price in basis points that a customer's cancellation costs now; what it cost when they moved the visit late stays the least. */
export function cancellationRate(booking: Costing, now: number): number {
  const { policy, startsAt, state } = booking;
  if (state !== "accepted" && state !== "underway") return 0;
  if (now < (booking.requestedAt ?? now) + policy.graceMinutes * minute) return 0;
  const byTime = now < freeUntilOf(booking, now) ? 0 : now > startsAt - policy.veryLateHours * hour ? policy.veryLateShareBp : policy.lateShareBp;
  return Math.max(byTime, booking.lateMoveBp ?? 0);
}

/**
 * What a cancellation costs now, by the policy the booking was made under. Only a customer ever pays:
 * nothing while unanswered, in the first minutes after booking, or until `freeUntil`; then a share of the price up to the cap.
 */
export function cancellationTerms(booking: Costing & Pick<Booking, "priceMinor" | "payableMinor" | "hourlyMinor" | "capMinutes">, by: Part, now: number): CancellationTerms {
  const { policy } = booking;
  const payableMinor = payableOf(booking);
  const rate = sideOf(by) === "customer" ? cancellationRate(booking, now) : 0;
  const compensationMinor = Math.min(share(payableMinor, rate), policy.compensationCapMinor, payableMinor);
  const freeUntil = booking.lateMoveBp ? (booking.requestedAt ?? now) + policy.graceMinutes * minute : freeUntilOf(booking, now);
  return { freeUntil, compensationMinor, refundMinor: payableMinor - compensationMinor };
}

/**
 * When an answer is due: the policy's window counted only between its hours (07:00–21:00 where the visit is), or half of the hours left if that is
 * sooner, never under the floor and never after the visit begins. So nobody has to answer in the night, unless the visit leaves no hour by day to
 * answer in: then half of the time left counts as it is.
 */
export function answerDue(now: number, startsAt: number, policy: BookingPolicy, zone = "Europe/Zurich"): number {
  const [full, floor] = [policy.answerMinutes * minute, policy.answerFloorMinutes * minute];
  const left = wakingLeft(now, startsAt, 2 * full, policy, zone);
  const due = left < floor ? Math.max(now + (startsAt - now) / 2, now + floor) : countWaking(now, Math.max(Math.min(full, left / 2), floor), policy, zone);
  return Math.floor(Math.min(due, startsAt) / minute) * minute;
}

/** The hours of the days from a moment on, with their beginning and end. */
function* wakingDays(from: number, policy: BookingPolicy, zone: string): Generator<{ opens: number; closes: number }> {
  for (let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone); ; at = at.startOfDay().add({ days: 1 })) {
    const clock = (minutes: number) => at.toPlainDate().add({ days: Math.floor(minutes / 1440) }).toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 } }).epochMilliseconds;
    const opens = Math.max(at.epochMilliseconds, clock(policy.answerFromMinute));
    yield { opens, closes: Math.max(opens, clock(policy.answerUntilMinute)) };
  }
}

function countWaking(from: number, length: number, policy: BookingPolicy, zone: string): number {
  let left = length;
  for (const { opens, closes } of wakingDays(from, policy, zone)) {
    if (closes - opens >= left) return opens + left;
    // Due times are whole minutes: less than one more would be the very beginning of the next morning.
    if (closes > opens && left - (closes - opens) < minute) return closes;
    left -= closes - opens;
  }
  return from + length;
}

/** How many of the policy's hours lie between two moments, in milliseconds; counted up to `most`. */
function wakingLeft(from: number, until: number, most: number, policy: BookingPolicy, zone: string): number {
  let sum = 0;
  for (const { opens, closes } of wakingDays(from, policy, zone)) {
    if (opens >= until || sum >= most) break;
    sum += Math.max(0, Math.min(closes, until) - opens);
  }
  return Math.min(sum, most);
}

/** A card is reserved for a visit at most `reserveUpToDays` ahead; every later visit is debited at booking (product.md 7). */
export const paymentMode = (startsAt: number, now: number, policy: BookingPolicy): "reserve" | "debit" =>
  startsAt - now <= policy.reserveUpToDays * day ? "reserve" : "debit";

/** The two people of an accepted visit and the staff may read the exact address and the telephone numbers. */
export const seesAddress = (booking: Pick<Booking, "acceptedAt" | "state" | "blurredAt">, part: Part): boolean =>
  part !== "helper" || (booking.acceptedAt !== null && booking.blurredAt === null && booking.state !== "cancelled");
