import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Booking, Part } from "../booking/booking.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { hour } from "../kernel/time.ts";
import { lastAbsence } from "./absence.server.ts";
import { visitCodes } from "./code.server.ts";
import { extrasOf } from "./extras.server.ts";
import { absenceEndsFrom, codeTriesMost, confirmedAt, confirmsFrom, type Extra, extraLeftMinor, remindsAt, sumOf, unconfirmed, type VisitSide, visitRules } from "./visit.ts";
import { absentCompensation, answersExtras, secondCallFrom, showsCodes, sideOf, takesExtras, whyNotCheck, whyNotConfirm, whyNotWait } from "./visit.policy.ts";

export type ExtraShown = Pick<Extra, "id" | "kind" | "words" | "amountMinor" | "state" | "proposedAt" | "consent" | "paidAt"> & { /** What of it was given back to the customer, in minor units. */ refundedMinor: number };
export type AbsenceShown = {
  absent: VisitSide;
  state: "waiting" | "ended" | "withdrawn";
  since: number;
  calls: number[];
  /** When the second call counts; null before the first. */
  secondFrom: number | null;
  /** When the side that waits may end it; null while a call is missing. */
  endsFrom: number | null;
};

/** What the page of a visit shows around the visit itself, for one part; codes only to whom they belong. */
export type VisitShown = {
  codes: { customer: string | null; helper: string | null; consent: readonly string[] } | null;
  code: { matchedAt: number | null; left: number; mayCheck: boolean };
  confirm: { may: boolean; from: number; customerAt: number | null; helperAt: number | null; mineAt: number | null };
  /** `over`: the announced time has passed, and nobody has arrived. */
  arrival: { fromAt: number | null; untilAt: number | null; arrivedAt: number | null; over: boolean };
  extras: ExtraShown[];
  extra: { mayPropose: boolean; mayAnswer: boolean; leftMinor: number; capMinor: number; acceptedMinor: number; dueMinor: number; codeLeft: number };
  absence: AbsenceShown | null;
  mayWait: boolean;
  /** What each outcome of waiting means, in minor units. */
  absentMinor: { compensation: number; credit: number };
};

export async function visitOf(ctx: Context, booking: Booking, part: Part): Promise<VisitShown> {
  const side = sideOf(ctx.actor, booking);
  // Who is visited stands at the door and shows the code; what things cost is for whoever pays.
  const isVisited = part === "visited";
  const extras = isVisited ? [] : await extrasOf(ctx, booking.id);
  const back = await givenBackOf(ctx, extras);
  const absence = await lastAbsence(ctx, booking.id);
  const codes = showsCodes(booking) ? visitCodes(ctx, booking) : null;
  const isCustomer = part === "customer";
  // Support reads a customer their codes on the telephone.
  const reads = isCustomer || (part === "staff" && hasRole(ctx.actor, "support"));
  return {
    codes: codes && { customer: reads || isVisited ? codes.customer : null, helper: codes.helper, consent: reads ? codes.consent : [] },
    code: { matchedAt: booking.codeMatchedAt, left: Math.max(0, codeTriesMost - booking.codeTries), mayCheck: booking.codeMatchedAt === null && whyNotCheck(booking, ctx.actor) === null },
    confirm: { may: (side === "customer" || side === "helper") && confirmedAt(booking, side) === null && whyNotConfirm(booking, ctx.actor, ctx.now) === null, from: confirmsFrom(booking), customerAt: booking.customerConfirmedAt, helperAt: booking.helperConfirmedAt, mineAt: side === "customer" || side === "helper" ? confirmedAt(booking, side) : null },
    arrival: { fromAt: booking.arrivalFromAt, untilAt: booking.arrivalUntilAt, arrivedAt: booking.arrivedAt, over: booking.arrivedAt === null && booking.arrivalUntilAt !== null && booking.arrivalUntilAt < ctx.now },
    extras: extras.map(({ id, kind, words, amountMinor, state, proposedAt, consent, paidAt }) => ({ id, kind, words, amountMinor, state, proposedAt, consent, paidAt, refundedMinor: back.get(id) ?? 0 })),
    extra: {
      mayPropose: side === "helper" && takesExtras(booking),
      mayAnswer: answersExtras(booking),
      leftMinor: extraLeftMinor(extras, booking.policy),
      capMinor: visitRules(booking.policy).extraCapMinor,
      acceptedMinor: sumOf(extras, "accepted"),
      dueMinor: sumOf(extras.filter(({ paidAt }) => paidAt === null), "accepted"),
      codeLeft: Math.max(0, codeTriesMost - extras.reduce((tries, each) => tries + each.codeTries, 0)),
    },
    absence: absence && { absent: absence.absent, state: absence.state, since: absence.waitingSince, calls: [absence.firstCallAt, absence.secondCallAt].filter((at): at is number => at !== null), secondFrom: secondCallFrom(absence), endsFrom: absenceEndsFrom(absence, booking.policy) },
    mayWait: absence?.state !== "waiting" && whyNotWait(booking, ctx.actor, ctx.now) === null,
    absentMinor: isVisited ? { compensation: 0, credit: 0 } : { compensation: absentCompensation(booking), credit: visitRules(booking.policy).absentCreditMinor },
  };
}

/** What of each paid extra went back, by its id: what it cost less what is held for it, so that one that was paid twice by mistake counts once. */
async function givenBackOf(ctx: Context, extras: readonly Extra[]): Promise<Map<string, number>> {
  const paid = extras.filter(({ paidAt }) => paidAt !== null);
  if (paid.length === 0) return new Map();
  const { payment } = ctx.db.t;
  const rows = await ctx.db.select({ extraId: payment.extraId, heldMinor: sql<number>`sum(${payment.capturedMinor} - ${payment.refundedMinor})`.mapWith(Number) }).from(payment).where(inArray(payment.extraId, paid.map(({ id }) => id))).groupBy(payment.extraId);
  return new Map(paid.map(({ id, amountMinor }) => [id, Math.max(0, amountMinor - (rows.find(({ extraId }) => extraId === id)?.heldMinor ?? amountMinor))]));
}

/** What was said and done at the door goes with the address: words of extras and times of calls. */
export async function blurVisit(tx: Context, bookingId: string): Promise<void> {
  const { visitExtra, visitAbsence } = tx.db.t;
  await tx.db.update(visitExtra).set({ words: "" }).where(eq(visitExtra.bookingId, bookingId));
  await tx.db.update(visitAbsence).set({ firstCallAt: null, secondCallAt: null }).where(eq(visitAbsence.bookingId, bookingId));
}

/** The words of an extra, for the mail that announces it; null when it is not of this booking. */
export async function extraWords(ctx: Context, bookingId: string, extraId: string): Promise<string | null> {
  return (await extrasOf(ctx, bookingId)).find(({ id }) => id === extraId)?.words || null;
}

/** What the customer has agreed to and not paid, in minor units. */
export const extrasDueMinor = async (ctx: Context, bookingId: string): Promise<number> => sumOf((await extrasOf(ctx, bookingId)).filter(({ paidAt }) => paidAt === null), "accepted");

export type AttentionRow = { bookingId: string; reference: string; startsAt: number; helperName: string | null; customerName: string };
export type UnconfirmedRow = AttentionRow & { missing: VisitSide[] };
export type DueRow = AttentionRow & { dueMinor: number; since: number };
const mostShown = 100;
const mayRead = (ctx: Context): boolean => ctx.actor.kind === "system" || hasRole(ctx.actor, "support", "quality", "finance");
const shown = (booking: Booking, helperName: string | null): AttentionRow => ({ bookingId: booking.id, reference: booking.reference, startsAt: booking.startsAt, helperName, customerName: booking.contact?.name ?? "" });

/** Coming visits that somebody has not confirmed although they were asked a second time, the soonest first; for staff. */
export async function unconfirmedVisits(ctx: Context): Promise<UnconfirmedRow[]> {
  if (!mayRead(ctx)) return [];
  const { booking, helper } = ctx.db.t;
  // No policy asks a second time earlier than three days before.
  const soon = and(eq(booking.state, "accepted"), gt(booking.startsAt, ctx.now), lte(booking.startsAt, ctx.now + 72 * hour), or(isNull(booking.customerConfirmedAt), isNull(booking.helperConfirmedAt)));
  const rows = await ctx.db.select({ booking, helperName: helper.displayName }).from(booking).leftJoin(helper, eq(helper.id, booking.helperId)).where(soon).orderBy(asc(booking.startsAt), asc(booking.id)).limit(10 * mostShown);
  return rows.filter((row) => ctx.now >= remindsAt(row.booking) && unconfirmed(row.booking).length > 0).slice(0, mostShown).map((row) => ({ ...shown(row.booking, row.helperName), missing: unconfirmed(row.booking) }));
}

/** Visits of the last two weeks that began without the customer's code being checked, the newest first; for staff. */
export async function uncheckedVisits(ctx: Context): Promise<AttentionRow[]> {
  if (!mayRead(ctx)) return [];
  const { booking, helper } = ctx.db.t;
  const began = and(eq(booking.provider, "helper"), inArray(booking.state, ["started", "finished", "reported", "signed_off", "closed"]), isNull(booking.codeMatchedAt), isNotNull(booking.startedAt), gt(booking.startedAt, ctx.now - 14 * 24 * hour));
  const rows = await ctx.db.select({ booking, helperName: helper.displayName }).from(booking).leftJoin(helper, eq(helper.id, booking.helperId)).where(began).orderBy(sql`${booking.startedAt} desc`, asc(booking.id)).limit(mostShown);
  return rows.map((row) => shown(row.booking, row.helperName));
}

/** Extras that were agreed to and not paid although the report is filed, the oldest first; for staff. */
export async function unpaidExtras(ctx: Context): Promise<DueRow[]> {
  if (!mayRead(ctx)) return [];
  const { booking, helper, visitExtra } = ctx.db.t;
  const due = and(eq(visitExtra.state, "accepted"), isNull(visitExtra.paidAt), isNotNull(booking.reportedAt));
  const rows = await ctx.db.select({ booking, helperName: helper.displayName, extra: visitExtra }).from(visitExtra).innerJoin(booking, eq(booking.id, visitExtra.bookingId)).leftJoin(helper, eq(helper.id, booking.helperId)).where(due).orderBy(asc(visitExtra.answeredAt), asc(visitExtra.id)).limit(mostShown);
  const byBooking = new Map<string, DueRow>();
  for (const { booking: row, helperName, extra } of rows) {
    const known = byBooking.get(row.id);
    byBooking.set(row.id, { ...shown(row, helperName), dueMinor: (known?.dueMinor ?? 0) + extra.amountMinor, since: known?.since ?? extra.answeredAt ?? extra.proposedAt });
  }
  return [...byBooking.values()];
}

export type WaitingRow = AttentionRow & { absent: VisitSide; since: number };
/** Visits at which somebody waits for somebody now, the longest first; for staff. */
export async function waitingVisits(ctx: Context): Promise<WaitingRow[]> {
  if (!mayRead(ctx)) return [];
  const { booking, helper, visitAbsence } = ctx.db.t;
  const rows = await ctx.db.select({ booking, helperName: helper.displayName, absence: visitAbsence }).from(visitAbsence).innerJoin(booking, eq(booking.id, visitAbsence.bookingId)).leftJoin(helper, eq(helper.id, booking.helperId)).where(and(eq(visitAbsence.state, "waiting"), lt(visitAbsence.waitingSince, ctx.now + 1))).orderBy(asc(visitAbsence.waitingSince)).limit(mostShown);
  return rows.map(({ booking: row, helperName, absence }) => ({ ...shown(row, helperName), absent: absence.absent, since: absence.waitingSince }));
}
