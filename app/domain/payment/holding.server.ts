import { eq } from "drizzle-orm";
import { payableOf } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { day } from "../kernel/time.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { heldByRescue, madeGood } from "../rescue/rescue.queries.server.ts";
import { extraPaymentOf } from "./extras.commands.server.ts";
import type { Payment, PayoutKind } from "./payment.ts";
import { paymentOf } from "./payment.commands.server.ts";

/** None is held beyond 60 days; in probation money waits for "solved" or day 8 without a complaint (product.md 5). */
const heldAtMostDays = 60;
const probationDays = 8;

export type HoldReason = "account_not_ready" | "not_captured" | "probation" | "not_solved" | "rescue";

/** One payout with what decides whether it is sent; null when there is none. */
export async function dueRow(ctx: Context, payoutId: string) {
  const { payout, helper, outcome, booking } = ctx.db.t;
  const [row] = await ctx.db
    .select({ payout, helper, solved: outcome.solved, signedOffAt: booking.signedOffAt, reference: booking.reference, policy: booking.policy, priceMinor: booking.priceMinor, payableMinor: booking.payableMinor, hourlyMinor: booking.hourlyMinor, capMinutes: booking.capMinutes })
    .from(payout)
    .innerJoin(helper, eq(helper.id, payout.helperId))
    .innerJoin(booking, eq(booking.id, payout.bookingId))
    .leftJoin(outcome, eq(outcome.bookingId, payout.bookingId))
    .where(eq(payout.id, payoutId));
  return row ?? null;
}
type DueRow = NonNullable<Awaited<ReturnType<typeof dueRow>>>;

/** Why a payout would be held at a moment, by what is known now, and the payment that it comes from. */
export async function holdAt(ctx: Context, row: DueRow, at: number): Promise<{ reason: HoldReason | null; payment: Payment | null }> {
  const { bookingId, extraId, kind } = row.payout;
  const payment = extraId ? await extraPaymentOf(ctx, extraId) : await paymentOf(ctx, bookingId);
  // Credit and the company's own part of a price pay like captured money, from its balance.
  const addedMinor = kind === "visit" ? row.priceMinor - payableOf(row) : 0;
  const coveredMinor = extraId ? 0 : (await creditOn(ctx, bookingId)).takenMinor + addedMinor;
  const solved = row.solved === "no" && (await madeGood(ctx, bookingId)) ? ("yes" as const) : row.solved;
  return { reason: holdReason({ ...row, solved, payment, coveredMinor, rescued: await heldByRescue(ctx, bookingId), now: at }), payment };
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
 * A payout as its readers see it: one that is planned but will be held when it is due says so at once, with the reason. That the money is not
 * captured yet is left out, because a capture is under way for minutes after every report.
 */
export async function foreseen<T extends Standing>(ctx: Context, payout: T): Promise<T> {
  if (payout.state !== "planned") return payout;
  const row = await dueRow(ctx, payout.id);
  const reason = row && (await holdAt(ctx, row, Math.max(ctx.now, payout.dueAt))).reason;
  return reason && reason !== "not_captured" ? { ...payout, state: "held", holdReason: reason } : payout;
}

/** The same for a list, one after the other. */
export async function foreseenAll<T extends Standing>(ctx: Context, payouts: readonly T[]): Promise<T[]> {
  const shown: T[] = [];
  for (const payout of payouts) shown.push(await foreseen(ctx, payout));
  return shown;
}
