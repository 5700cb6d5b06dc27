import { eq } from "drizzle-orm";
import { violation } from "#db/violation.ts";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { step } from "../booking/booking.commands.server.ts";
import { makeMove, tellCustomer, tellHelper } from "../booking/booking.moves.server.ts";
import type { Booking, LateCause } from "../booking/booking.ts";
import { backOf } from "../booking/terms.queries.server.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { count } from "../quality/figures.commands.server.ts";
import { grantCredit } from "../rescue/credit.commands.server.ts";
import { offerRescue } from "../rescue/offer.server.ts";
import { isExcused } from "../rescue/sick.server.ts";
import { lastAbsence, openAbsence, stopWaiting } from "./absence.server.ts";
import { arriveAt } from "./arrival.commands.server.ts";
import { type Absence, absenceReasons, across, visitRules, type VisitSide } from "./visit.ts";
import { absentCompensation, secondCallFrom, waitingSideOf, whyNotEnd, whyNotWait } from "./visit.policy.ts";

type Found = { booking: Booking; side: VisitSide };

/** For whom staff speak: "customer" for one who calls, absent for the professional service's own side. */
type As = VisitSide | undefined;

async function forSide(tx: Context, bookingId: string, as: As): Promise<Result<Found>> {
  const booking = await findBooking(tx, bookingId);
  if (!booking) return refuse("not-found");
  const side = waitingSideOf(tx.actor, booking, as);
  return side === "not-found" || side === "not-allowed" ? refuse(side) : ok({ booking, side });
}

/**
 * "Nobody is here": from now on the actor waits for the other side, who is told at once. A helper who waits has arrived.
 * Refusals: not-found, not-allowed, wrong-state, too-early, other-waits (the other side says that it waits).
 */
export async function noteAbsence(ctx: Context, bookingId: string, as?: As): Promise<Result<Absence>> {
  try {
    return await bookingAtomically(ctx, async (tx): Promise<Result<Absence>> => {
      const found = await forSide(tx, bookingId, as);
      if (!found.ok) return found;
      const { booking, side } = found.value;
      const open = await openAbsence(tx, bookingId);
      if (open) return open.absent === across(side) ? ok(open) : refuse("other-waits");
      const refusal = whyNotWait(booking, tx.actor, tx.now, as);
      if (refusal) return refuse(refusal);
      if (side === "helper") await arriveAt(tx, bookingId);
      const { visitAbsence } = tx.db.t;
      const [row] = await tx.db.insert(visitAbsence).values({ id: tx.newId(), bookingId, absent: across(side), notedBy: tx.actor.kind === "staff" ? "staff" : side, waitingSince: tx.now, state: "waiting" }).returning();
      if (!row) throw new Error("A waiting was not stored");
      await record(tx, { name: "booking.waiting", subject: { kind: "booking", id: bookingId }, facts: { absent: row.absent } });
      await (row.absent === "customer" ? tellCustomer : tellHelper)(tx, booking, "waiting", { since: tx.now });
      return ok(row);
    });
  } catch (problem) {
    // Both at once: the index over what is open has the last word.
    if (violation(problem)?.name === "visit_absence_open") return refuse("other-waits");
    throw problem;
  }
}

/** The waiting that the actor's own side has noted. */
async function ownWaiting(tx: Context, bookingId: string, as: As): Promise<Result<Found & { absence: Absence }>> {
  const found = await forSide(tx, bookingId, as);
  if (!found.ok) return found;
  const absence = await lastAbsence(tx, bookingId);
  if (!absence || absence.absent === found.value.side) return refuse("wrong-state");
  return ok({ ...found.value, absence });
}

/**
 * "I have called": the first or the second time, by whoever waits or by support for them. Sent twice it counts once; the second counts five minutes after the first.
 * Refusals: not-found, not-allowed, wrong-state, call-too-early with `from`.
 */
export const noteCall = (ctx: Context, bookingId: string, nth: 1 | 2, as?: As): Promise<Result<Absence>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Absence>> => {
    const found = await ownWaiting(tx, bookingId, as);
    if (!found.ok) return found;
    const { absence } = found.value;
    if ((nth === 1 ? absence.firstCallAt : absence.secondCallAt) !== null) return ok(absence);
    if (absence.state !== "waiting" || (nth === 2 && absence.firstCallAt === null)) return refuse("wrong-state");
    const from = secondCallFrom(absence);
    if (nth === 2 && from !== null && tx.now < from) return refuse("call-too-early", { from });
    const { visitAbsence } = tx.db.t;
    const [row] = await tx.db.update(visitAbsence).set(nth === 1 ? { firstCallAt: tx.now } : { secondCallAt: tx.now }).where(eq(visitAbsence.id, absence.id)).returning();
    await record(tx, { name: "booking.called", subject: { kind: "booking", id: bookingId }, facts: { nth, absent: absence.absent } });
    return ok(row ?? absence);
  });

/** "I am here", by whoever was said to be absent, or "found" by whoever waited: nobody waits any more. Refusals: not-found, not-allowed. */
export const answerWaiting = (ctx: Context, bookingId: string, as?: As): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await forSide(tx, bookingId, as);
    if (!found.ok) return found;
    const { booking, side } = found.value;
    const open = await openAbsence(tx, bookingId);
    if (!open) return ok(booking);
    await stopWaiting(tx, bookingId);
    if (open.absent === side) await (side === "customer" ? tellHelper : tellCustomer)(tx, booking, "here");
    return ok(booking);
  });

/**
 * Ends a visit to which the other side did not come, after a quarter of an hour and two calls. The customer was absent: the helper is compensated
 * by the policy. The helper was: everything goes back, the customer has a credit, and it counts in the helper's reliability.
 * Refusals: not-found, not-allowed, wrong-state, calls-missing, too-early.
 */
export const endAbsence = (ctx: Context, bookingId: string, as?: As): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await ownWaiting(tx, bookingId, as);
    if (!found.ok) return found;
    const { booking, absence } = found.value;
    const { absent } = absence;
    if (absence.state === "ended") return ok(booking);
    if (absence.state !== "waiting") return refuse("wrong-state");
    const refusal = whyNotEnd(booking, absence, tx.now);
    if (refusal) return refuse(refusal);
    const { visitAbsence } = tx.db.t;
    await tx.db.update(visitAbsence).set({ state: "ended", endedAt: tx.now }).where(eq(visitAbsence.id, absence.id));
    const compensationMinor = absent === "customer" ? absentCompensation(booking) : 0;
    const { refundMinor } = await backOf(tx, booking, compensationMinor);
    const facts = { absent, reason: absenceReasons[absent], compensationMinor, refundMinor };
    const moved = await makeMove(tx, absent === "customer" ? "missCustomer" : "missHelper", booking, { set: { cancelledBy: absent, cancelReason: absenceReasons[absent], compensationMinor }, facts, data: facts });
    if (moved.ok && absent === "helper") await makeGood(tx, moved.value);
    return moved;
  });

/**
 * "I cannot come after all", by the helper once the visit should have begun and they are not there: nobody has to wait and call first. For the
 * customer it is an absence, with everything that follows from one; the cause is kept in codes for the company. Sent twice it counts once.
 * Refusals: not-found, not-allowed, wrong-state (they have arrived), too-early (until the beginning it is a cancellation).
 */
export const cannotCome = (ctx: Context, bookingId: string, cause: LateCause): Promise<Result<Booking>> =>
  step(
    ctx,
    bookingId,
    "cannotCome",
    async (tx, booking) => {
      const facts = { absent: "helper", reason: absenceReasons.helper, compensationMinor: 0, refundMinor: (await backOf(tx, booking, 0)).refundMinor };
      return ok({ set: { cancelledBy: "helper", cancelReason: absenceReasons.helper, compensationMinor: 0 }, facts: { ...facts, cause }, data: { ...facts, told: true } });
    },
    makeGood,
  );

/** Nobody came: it counts in the helper's reliability unless they hand back days of illness, whoever waited has a credit, and somebody else is offered at the price agreed. */
async function makeGood(tx: Context, booking: Booking): Promise<void> {
  if (!(await isExcused(tx, booking))) await count(tx, booking, { cancelledByHelper: 1 });
  const email = booking.contactEmail ?? booking.contact?.email ?? "";
  await grantCredit(tx, { email, amountMinor: visitRules(booking.policy).absentCreditMinor, reason: "helper_absent", bookingId: booking.id });
  await offerRescue(tx, booking, "helper_absent");
}
