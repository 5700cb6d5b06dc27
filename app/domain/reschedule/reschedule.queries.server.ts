import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { DaySlots } from "../availability/availability.queries.server.ts";
import { cancellationTerms, partOf } from "../booking/booking.policy.ts";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { hour } from "../kernel/time.ts";
import { beyondReservation, type Payment } from "../payment/payment.ts";
import { paymentOf } from "../payment/payment.commands.server.ts";
import { proposalsOf } from "./proposal.server.ts";
import { beganWith, isShortNotice, lateMoveBp, otherSide, type Proposal, type ProposalState, rescheduleRules, type Side } from "./reschedule.ts";
import { type ProposeRefusal, whyNotAnswer, whyNotPropose, whyNotWithdraw } from "./reschedule.policy.ts";
import { isStillFree, slotsToPropose } from "./slots.server.ts";

/** One of the proposed times: whether it can still be had, and for the customer what taking it brings. */
export type TimeShown = {
  at: number;
  free: boolean;
  /** The reserved card is debited at once; always false for a helper. */
  captures: boolean;
  /** Until when the visit could then be cancelled without cost; null when cancelling would cost from the start, or the reader is the helper. */
  freeUntil: number | null;
};
export type RoundShown = Pick<Proposal, "id" | "by" | "asks" | "answerBy" | "at"> & { times: TimeShown[]; mayAnswer: boolean; mayWithdraw: boolean; isRequest: boolean; maker: Maker };
/** Who really made a proposal, for its reader: they themselves, or a person of the customer's side by name; null is the helper's side or staff, as `by` says. */
export type Maker = { isReader: boolean; name: string | null };
export type RescheduleShown = {
  open: RoundShown | null;
  /** The last round that ended without a new time, while the booking still stands as it was. */
  last: { state: Exclude<ProposalState, "open" | "taken">; asks: Side; by: Proposal["by"] } | null;
  /** Why this reader may not propose in the name of a side; null when they may. */
  may: Record<Side, ProposeRefusal | null>;
  limit: number;
  left: number;
};

/** Where other times stand for one booking, for the actor; the booking was read for them. */
export async function rescheduleShown(ctx: Context, booking: Booking): Promise<RescheduleShown> {
  const rounds = await proposalsOf(ctx, booking.id);
  const open = rounds.find(({ state }) => state === "open") ?? null;
  const [newest] = rounds;
  const stands = booking.state === "accepted" || booking.state === "requested";
  const may = (side: Side) => whyNotPropose(booking, { open, rounds: rounds.length }, ctx.actor, side, ctx.now);
  const { rescheduleLimit: limit } = rescheduleRules(booking.policy);
  return {
    open: open && (await roundShown(ctx, booking, open, beganWith(open, rounds))),
    last: stands && newest && newest.state !== "open" && newest.state !== "taken" ? { state: newest.state, asks: newest.asks, by: newest.by } : null,
    may: { customer: may("customer"), helper: may("helper") },
    limit,
    left: Math.max(0, limit - rounds.length),
  };
}

async function roundShown(ctx: Context, booking: Booking, proposal: Proposal, first: Proposal): Promise<RoundShown> {
  const { id, by, asks, answerBy, at, slots } = proposal;
  const isHelper = partOf(ctx.actor, booking) === "helper";
  const paid = isHelper ? null : await paymentOf(ctx, booking.id);
  const times: TimeShown[] = [];
  for (const slot of slots) {
    const free = await isStillFree(ctx, booking, slot);
    times.push({ at: slot, free, captures: capturesAt(booking, paid, slot), freeUntil: isHelper ? null : freeUntilAt(ctx, booking, first, slot) });
  }
  return { id, by, asks, answerBy, at, times, mayAnswer: whyNotAnswer(booking, proposal, ctx.actor, ctx.now) === null, mayWithdraw: whyNotWithdraw(booking, proposal, ctx.actor) === null, isRequest: booking.state === "requested", maker: await makerOf(ctx, booking, proposal) };
}

async function makerOf(ctx: Context, booking: Booking, { id, by }: Proposal): Promise<Maker> {
  const part = partOf(ctx.actor, booking);
  if (by !== "customer" || part === "helper") return { isReader: by === part, name: null };
  const { journalEntry, watcher } = ctx.db.t;
  const entries = await ctx.db.select({ facts: journalEntry.facts }).from(journalEntry).where(and(eq(journalEntry.subjectKind, "booking"), eq(journalEntry.subjectId, booking.id), eq(journalEntry.name, "booking.proposed"))).orderBy(desc(journalEntry.at));
  const through = entries.find(({ facts }) => facts.proposalId === id)?.facts.watcherId;
  if (typeof through !== "string") return { isReader: part === "customer" && !booking.watching, name: booking.contact?.name ?? null };
  const [row] = await ctx.db.select({ name: watcher.name }).from(watcher).where(eq(watcher.id, through));
  return { isReader: booking.watching?.id === through, name: row?.name || (booking.contact?.name ?? null) };
}

const capturesAt = (booking: Booking, paid: Payment | null, slot: number): boolean => paid !== null && beyondReservation(paid, slot + booking.endsAt - booking.startsAt, booking.policy);

function freeUntilAt(ctx: Context, booking: Booking, first: Proposal, slot: number): number | null {
  const terms = cancellationTerms({ ...booking, state: "accepted", startsAt: slot, lateMoveBp: lateMoveBp(booking, first) }, "customer", ctx.now);
  return terms.compensationMinor > 0 || terms.freeUntil <= ctx.now ? null : terms.freeUntil;
}

/** What somebody who proposes must know before the click. */
export type ProposingShown = {
  days: DaySlots[];
  /** The end of a visit after which a reserved card is debited at the yes; null when nothing is reserved, or it is not the reader's. */
  debitedAfter: number | null;
  /** What cancelling costs now and will cost once the visit is moved, in minor units; null when nothing. */
  keptCostMinor: number | null;
  noticeHours: number;
};

/** The free times and the terms of a round in the name of one side. */
export async function proposingShown(ctx: Context, booking: Booking, side: Side): Promise<ProposingShown> {
  const isHelper = partOf(ctx.actor, booking) === "helper";
  const paid = isHelper ? null : await paymentOf(ctx, booking.id);
  const { captureMarginHours } = booking.policy;
  const rounds = await proposalsOf(ctx, booking.id);
  const answered = rounds.find(({ state, asks }) => state === "open" && asks === side);
  const first = answered ? beganWith(answered, rounds) : { asks: otherSide(side), at: ctx.now };
  const kept = side === "customer" && booking.state === "accepted" && isShortNotice(booking, ctx.now) ? lateMoveBp(booking, first) : null;
  return {
    days: await slotsToPropose(ctx, booking),
    debitedAfter: paid?.state === "reserved" && paid.captureBefore !== null ? paid.captureBefore - captureMarginHours * hour : null,
    keptCostMinor: kept ? cancellationTerms({ ...booking, lateMoveBp: kept }, "customer", ctx.now).compensationMinor || null : null,
    noticeHours: rescheduleRules(booking.policy).rescheduleNoticeHours,
  };
}

export type HelperRound = { bookingId: string; asks: Side; answerBy: number; startsAt: number; slots: number[] };

/** Everything open about the helper's visits and requests, the soonest due first: what waits for them, and what they wait for. */
export async function helperRounds(ctx: Context): Promise<HelperRound[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { booking, rescheduleProposal: table } = ctx.db.t;
  return ctx.db
    .select({ bookingId: table.bookingId, asks: table.asks, answerBy: table.answerBy, startsAt: table.startsAt, slots: table.slots })
    .from(table)
    .innerJoin(booking, eq(booking.id, table.bookingId))
    .where(and(eq(booking.helperId, helperId), eq(table.state, "open"), gt(table.answerBy, ctx.now)))
    .orderBy(asc(table.answerBy), asc(table.id))
    .limit(100);
}
