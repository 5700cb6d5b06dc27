import { desc, eq, inArray } from "drizzle-orm";
import { payableOf } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { day } from "../kernel/time.ts";
import { creditsOn } from "../rescue/credit.queries.server.ts";
import { rescueHolds } from "../rescue/rescue.queries.server.ts";
import { standingFirst } from "./extras.commands.server.ts";
import type { Payment, PayoutKind } from "./payment.ts";

/** None is held beyond 60 days; in probation money waits for "solved" or day 8 without a complaint (product.md 5). */
const heldAtMostDays = 60;
const probationDays = 8;

export type HoldReason = "account_not_ready" | "not_captured" | "probation" | "not_solved" | "rescue";

/** Payouts with what decides whether each is sent, by their ids; one that does not exist is left out. */
async function dueRows(ctx: Context, payoutIds: readonly string[]) {
  const { payout, helper, outcome, booking } = ctx.db.t;
  return ctx.db
    .select({ payout, helper, solved: outcome.solved, signedOffAt: booking.signedOffAt, reference: booking.reference, policy: booking.policy, priceMinor: booking.priceMinor, payableMinor: booking.payableMinor, hourlyMinor: booking.hourlyMinor, capMinutes: booking.capMinutes })
    .from(payout)
    .innerJoin(helper, eq(helper.id, payout.helperId))
    .innerJoin(booking, eq(booking.id, payout.bookingId))
    .leftJoin(outcome, eq(outcome.bookingId, payout.bookingId))
    .where(inArray(payout.id, [...payoutIds]));
}
type DueRow = Awaited<ReturnType<typeof dueRows>>[number];

/** One payout with what decides whether it is sent; null when there is none. */
export const dueRow = async (ctx: Context, payoutId: string): Promise<DueRow | null> => (await dueRows(ctx, [payoutId]))[0] ?? null;

type Hold = { reason: HoldReason | null; payment: Payment | null };

/** Why a payout would be held at a moment, by what is known now, and the payment that it comes from. */
export async function holdAt(ctx: Context, row: DueRow, at: number): Promise<Hold> {
  return (await holdsAt(ctx, [row]))(row, at);
}

/** The same for many: what decides is read at once, in as many queries for hundreds as for one. */
async function holdsAt(ctx: Context, rows: readonly DueRow[]): Promise<(row: DueRow, at: number) => Hold> {
  const ids = [...new Set(rows.map((row) => row.payout.bookingId))];
  const [payments, credits, rescues] = [await paymentsFor(ctx, ids), await creditsOn(ctx, ids), await rescueHolds(ctx, ids)];
  return (row, at) => {
    const { bookingId, extraId, kind } = row.payout;
    const payment = extraId ? payments.extra(extraId) : payments.visit(bookingId);
    // Credit and the company's own part of a price pay like captured money, from its balance.
    const addedMinor = kind === "visit" ? row.priceMinor - payableOf(row) : 0;
    const coveredMinor = extraId ? 0 : credits(bookingId).takenMinor + addedMinor;
    const solved = row.solved === "no" && rescues.madeGood.has(bookingId) ? ("yes" as const) : row.solved;
    return { reason: holdReason({ ...row, solved, payment, coveredMinor, rescued: rescues.waiting.has(bookingId), now: at }), payment };
  };
}

/** The payment that stands for each visit, and for each extra, of some bookings. */
async function paymentsFor(ctx: Context, bookingIds: readonly string[]) {
  const { payment } = ctx.db.t;
  const rows = await ctx.db.select().from(payment).where(inArray(payment.bookingId, [...bookingIds])).orderBy(desc(payment.createdAt), desc(payment.id));
  const visits = new Map<string, Payment>();
  const extras = new Map<string, Payment[]>();
  for (const row of rows) {
    if (row.purpose === "visit" && !visits.has(row.bookingId)) visits.set(row.bookingId, row);
    if (row.purpose === "extra" && row.extraId) extras.set(row.extraId, [...(extras.get(row.extraId) ?? []), row]);
  }
  return { visit: (bookingId: string) => visits.get(bookingId) ?? null, extra: (extraId: string) => standingFirst(extras.get(extraId) ?? []) };
}

type Facts = {
  payout: { kind: PayoutKind; netMinor: number; createdAt: number; fundedBy: "payment" | "company" | null };
  helper: { payoutAccountId: string | null; payoutActiveAt: number | null; visitsClosed: number };
  payment: { capturedMinor: number } | null;
  /** What of the price no charge of the customer has to bring. */
  coveredMinor: number;
  /** Its visit is being made good. */
  rescued: boolean;
  solved: "yes" | "no" | "unknown" | null;
  signedOffAt: number | null;
  policy: { probationVisits: number };
  now: number;
};
function holdReason({ payout, helper, payment, coveredMinor, rescued, solved, signedOffAt, policy, now }: Facts): HoldReason | null {
  if (payout.fundedBy !== "company" && (payment?.capturedMinor ?? 0) + coveredMinor < payout.netMinor) return "not_captured";
  if (!helper.payoutAccountId || helper.payoutActiveAt === null) return "account_not_ready";
  if (payout.kind === "compensation" || now >= payout.createdAt + heldAtMostDays * day) return null;
  if (rescued) return "rescue";
  if (solved === "no") return "not_solved";
  const inProbation = helper.visitsClosed < policy.probationVisits;
  return inProbation && solved !== "yes" && now < (signedOffAt ?? now) + probationDays * day ? "probation" : null;
}

type Standing = { id: string; state: string; dueAt: number; holdReason: string | null };

/**
 * Payouts as their readers see them: one that is planned but will be held when it is due says so at once, with the reason. That the money is
 * not captured yet is left out, because a capture is under way for minutes after every report.
 */
export async function foreseenAll<T extends Standing>(ctx: Context, payouts: readonly T[]): Promise<T[]> {
  const planned = payouts.filter(({ state }) => state === "planned").map(({ id }) => id);
  if (planned.length === 0) return [...payouts];
  const rows = await dueRows(ctx, planned);
  const byId = new Map(rows.map((row) => [row.payout.id, row]));
  const holdOf = await holdsAt(ctx, rows);
  return payouts.map((payout) => {
    const row = payout.state === "planned" ? byId.get(payout.id) : undefined;
    const reason = row && holdOf(row, Math.max(ctx.now, payout.dueAt)).reason;
    return reason && reason !== "not_captured" ? { ...payout, state: "held", holdReason: reason } : payout;
  });
}
