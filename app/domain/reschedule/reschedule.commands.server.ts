import { eq } from "drizzle-orm";
import { violation } from "#db/violation.ts";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { bookingAtomically, shift } from "../availability/occupancy.server.ts";
import { makeMove, queueTicks } from "../booking/booking.moves.server.ts";
import { partOf } from "../booking/booking.policy.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import { noteAnswer } from "../dispatch/asks.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { beyondReservation } from "../payment/payment.ts";
import { paymentOf } from "../payment/payment.commands.server.ts";
import { confirmsFrom } from "../visit/visit.ts";
import { countAnswer } from "../quality/figures.commands.server.ts";
import { closeOpen } from "./close.server.ts";
import { endRequest, roundData, tell } from "./lapse.server.ts";
import { proposalsOf } from "./proposal.server.ts";
import { beganWith, lateMoveBp, mostSlots, otherSide, type Proposal, proposalDue, type Side } from "./reschedule.ts";
import { whyNotAnswer, whyNotPropose, whyNotWithdraw } from "./reschedule.policy.ts";
import { isStillFree, nextSlots, slotsToPropose } from "./slots.server.ts";

/** Staff say in whose name; the two sides always speak in their own. */
export type Round = { slots: readonly number[]; side?: Side | undefined };

const subjectOf = (bookingId: string) => ({ kind: "booking", id: bookingId });
const sameTimes = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((slot, i) => slot === b[i]);

/**
 * Proposes up to three other times; the other side takes one or refuses. Who was asked may answer with times of their own.
 * Refusals: not-found, not-allowed, wrong-state, too-late, already-open, limit-reached, invalid (no time or too many),
 * and slot-taken with `taken` and the next free starts.
 */
export async function proposeTimes(ctx: Context, bookingId: string, { slots, side }: Round): Promise<Result<Proposal>> {
  const wished = [...new Set(slots)].sort((a, b) => a - b);
  try {
    return await bookingAtomically(ctx, async (tx): Promise<Result<Proposal>> => {
      const booking = await findBooking(tx, bookingId);
      const part = booking && partOf(tx.actor, booking);
      if (!booking || !part) return refuse("not-found");
      const speaker = part === "customer" || part === "helper" ? part : (side ?? "customer");
      const rounds = await proposalsOf(tx, bookingId);
      const open = rounds.find(({ state }) => state === "open") ?? null;
      // The same form sent twice is one round.
      if (open && open.asks === otherSide(speaker) && sameTimes(open.slots, wished)) return ok(open);
      const refusal = whyNotPropose(booking, { open, rounds: rounds.length }, tx.actor, speaker, tx.now);
      if (refusal) return refuse(refusal);
      if (wished.length === 0 || wished.length > mostSlots) return refuse("invalid", { slot: wished.length ? "reschedule.error.tooMany" : "reschedule.error.none" });
      const free = new Set((await slotsToPropose(tx, booking)).flatMap((each) => each.slots));
      const taken = wished.filter((slot) => !free.has(slot));
      if (taken.length) return refuse("slot-taken", { taken, next: await nextSlots(tx, booking, taken[0] ?? tx.now) });
      if (open) await closeOpen(tx, bookingId, "refused");
      return begin(tx, booking, { by: part === "staff" ? "staff" : speaker, asks: otherSide(speaker), slots: wished, isCounter: open !== null });
    });
  } catch (problem) {
    // Two first proposals at once: the index over what is open has the last word.
    if (violation(problem)?.name === "reschedule_proposal_open") return refuse("already-open");
    throw problem;
  }
}

async function begin(tx: Context, booking: Booking, { by, asks, slots, isCounter }: Pick<Proposal, "by" | "asks" | "slots"> & { isCounter: boolean }): Promise<Result<Proposal>> {
  const { rescheduleProposal, booking: table } = tx.db.t;
  const answerBy = proposalDue(booking, slots, asks, tx.now);
  const [proposal] = await tx.db.insert(rescheduleProposal).values({ id: tx.newId(), bookingId: booking.id, by, asks, slots, state: "open", answerBy, at: tx.now, startsAt: booking.startsAt }).returning();
  if (!proposal) throw new Error("A proposal was not stored");
  await record(tx, { name: "booking.proposed", subject: subjectOf(booking.id), facts: { proposalId: proposal.id, by, asks, slots, answerBy, ...(isCounter && { inAnswer: true }) } });
  const isRequest = booking.state === "requested";
  // Other times are an answer: the request no longer waits for the helper's, but for the customer's.
  const [asked] = isRequest ? await tx.db.update(table).set({ answeredAt: tx.now, answerBy: Math.max(answerBy, booking.answerBy ?? 0) }).where(eq(table.id, booking.id)).returning() : [booking];
  if (isRequest && asked) {
    await noteAnswer(tx, asked);
    await countAnswer(tx, asked);
  }
  await tell(tx, booking, asks, "proposed", roundData(proposal, booking));
  await queueTicks(tx, asked ?? booking, { proposalBy: answerBy });
  return ok(proposal);
}

/** The booking and one of its rounds as the actor may know them. */
async function roundOf(tx: Context, bookingId: string, proposalId: string): Promise<{ booking: Booking; proposal: Proposal; rounds: Proposal[] } | null> {
  const booking = await findBooking(tx, bookingId);
  const rounds = booking && partOf(tx.actor, booking) ? await proposalsOf(tx, bookingId) : [];
  const proposal = rounds.find(({ id }) => id === proposalId);
  return booking && proposal ? { booking, proposal, rounds } : null;
}

/**
 * Says yes to one of the times: the visit moves there at its price and under its policy, a request is accepted there.
 * Sent twice it is `ok`. Refusals: not-found, not-allowed, wrong-state, too-late, invalid, and slot-taken with the next free starts.
 */
export async function takeTime(ctx: Context, bookingId: string, { proposalId, slot }: { proposalId: string; slot: number }): Promise<Result<Booking>> {
  let visit: Booking | null = null;
  const moved = await bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await roundOf(tx, bookingId, proposalId);
    if (!found) return refuse("not-found");
    const { booking, proposal, rounds } = found;
    if (proposal.state === "taken" && proposal.chosen === slot) return ok(booking);
    const refusal = whyNotAnswer(booking, proposal, tx.actor, tx.now);
    if (refusal) return refuse(refusal);
    if (!proposal.slots.includes(slot)) return refuse("invalid", { slot: "reschedule.error.none" });
    visit = booking;
    if (!(await isStillFree(tx, booking, slot))) return refuse("slot-taken");
    return move(tx, booking, { proposal, slot, lateMoveBp: lateMoveBp(booking, beganWith(proposal, rounds)) });
  });
  const asked = visit as Booking | null;
  if (moved.ok || moved.refusal !== "slot-taken" || !asked) return moved;
  return refuse("slot-taken", { next: await nextSlots(ctx, asked, slot) });
}

async function move(tx: Context, booking: Booking, { proposal, slot, lateMoveBp }: Pick<Booking, "lateMoveBp"> & { proposal: Proposal; slot: number }): Promise<Result<Booking>> {
  const by = slot - booking.startsAt;
  const shifted = await shift(tx, booking.id, by);
  if (!shifted.ok) return shifted;
  if (!(await closeOpen(tx, booking.id, "taken", slot))) return refuse("wrong-state");
  const isRequest = booking.state === "requested";
  const endsAt = booking.endsAt + by;
  const paid = await paymentOf(tx, booking.id);
  const captured = paid !== null && beyondReservation(paid, endsAt, booking.policy);
  const moved = await makeMove(tx, isRequest ? "takeOffer" : "reschedule", booking, {
    set: {
      startsAt: slot,
      endsAt,
      lateMoveBp,
      // Who has just agreed on tomorrow needs no reminder of it.
      remindedAt: confirmsFrom({ startsAt: slot, policy: booking.policy }) <= tx.now ? tx.now : null,
      ...(isRequest && { acceptedAt: tx.now }),
    },
    facts: { proposalId: proposal.id, was: booking.startsAt, startsAt: slot, ...(captured && { captured: true }) },
    data: { ...roundData(proposal, booking), was: booking.startsAt, captured },
  });
  if (moved.ok) await refreshNextFree(tx, booking.calendarId);
  return moved;
}

/** None of the times suits: an agreed visit stays as it is, a request ends and the money goes back. Refusals: not-found, not-allowed, wrong-state, too-late. */
export const refuseTimes = (ctx: Context, bookingId: string, proposalId: string): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await roundOf(tx, bookingId, proposalId);
    if (!found) return refuse("not-found");
    const { booking, proposal } = found;
    if (proposal.state === "refused") return ok(booking);
    const refusal = whyNotAnswer(booking, proposal, tx.actor, tx.now);
    if (refusal) return refuse(refusal);
    if (!(await closeOpen(tx, bookingId, "refused"))) return refuse("wrong-state");
    await record(tx, { name: "booking.proposalRefused", subject: subjectOf(bookingId), facts: { proposalId, asks: proposal.asks } });
    await tell(tx, booking, otherSide(proposal.asks), "notMoved", roundData(proposal, booking));
    if (booking.state === "requested") await endRequest(tx, booking);
    return ok((await findBooking(tx, bookingId)) ?? booking);
  });

/** Takes the proposed times back before they are answered. Refusals: not-found, not-allowed, wrong-state. */
export const withdrawTimes = (ctx: Context, bookingId: string, proposalId: string): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await roundOf(tx, bookingId, proposalId);
    if (!found) return refuse("not-found");
    const { booking, proposal } = found;
    if (proposal.state === "withdrawn") return ok(booking);
    const refusal = whyNotWithdraw(booking, proposal, tx.actor);
    if (refusal) return refuse(refusal);
    if (!(await closeOpen(tx, bookingId, "withdrawn"))) return refuse("wrong-state");
    await record(tx, { name: "booking.proposalWithdrawn", subject: subjectOf(bookingId), facts: { proposalId } });
    return ok(booking);
  });
