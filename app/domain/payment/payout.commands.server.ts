import { and, eq } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import { payableOf } from "../booking/booking.ts";
import { returnUsedCredit } from "../rescue/credit.commands.server.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { heldByRescue, madeGood } from "../rescue/rescue.queries.server.ts";
import { ask } from "./operations.server.ts";
import { extraPaymentOf } from "./extras.commands.server.ts";
import { groupOf } from "./group.server.ts";
import { heldMinor, type Payment, type PayoutKind } from "./payment.ts";
import { paymentOf } from "./payment.commands.server.ts";
import { refundableOf } from "./payment.queries.server.ts";

/** None is held beyond 60 days; in probation money waits for "solved" or day 8 without a complaint (product.md 5). */
const heldAtMostDays = 60;
const probationDays = 8;

export type HoldReason = "account_not_ready" | "not_captured" | "probation" | "not_solved" | "rescue";

export type PayoutStanding = { state: string; reason: HoldReason | null };

/** Sends a payout that is due, or holds it with a named reason and looks again the next day. */
export const tickPayout = (ctx: Context, payoutId: string): Promise<Result<PayoutStanding, "not-found">> =>
  atomically(ctx, async (tx): Promise<Result<PayoutStanding, "not-found">> => {
    const { payout, helper, outcome, booking } = tx.db.t;
    const [row] = await tx.db
      .select({ payout, helper, solved: outcome.solved, signedOffAt: booking.signedOffAt, reference: booking.reference, policy: booking.policy, priceMinor: booking.priceMinor, payableMinor: booking.payableMinor, hourlyMinor: booking.hourlyMinor, capMinutes: booking.capMinutes })
      .from(payout)
      .innerJoin(helper, eq(helper.id, payout.helperId))
      .innerJoin(booking, eq(booking.id, payout.bookingId))
      .leftJoin(outcome, eq(outcome.bookingId, payout.bookingId))
      .where(eq(payout.id, payoutId));
    if (!row) return refuse("not-found");
    const { state, dueAt, bookingId, netMinor, fundedBy, extraId } = row.payout;
    if (state === "sent" || state === "sending" || tx.now < dueAt) return ok({ state, reason: null });
    const payment = extraId ? await extraPaymentOf(tx, extraId) : await paymentOf(tx, bookingId);
    // Credit and the company's own part of a price pay like captured money, from its balance.
    const addedMinor = row.payout.kind === "visit" ? row.priceMinor - payableOf(row) : 0;
    const coveredMinor = extraId ? 0 : (await creditOn(tx, bookingId)).takenMinor + addedMinor;
    const solved = row.solved === "no" && (await madeGood(tx, bookingId)) ? ("yes" as const) : row.solved;
    const reason = holdReason({ ...row, solved, payment, coveredMinor, rescued: await heldByRescue(tx, bookingId), now: tx.now });
    const accountId = row.helper.payoutAccountId;
    if (reason || !accountId) {
      const named = reason ?? "account_not_ready";
      await tx.db.update(payout).set({ state: "held", holdReason: named }).where(eq(payout.id, payoutId));
      if (state !== "held") await record(tx, { name: "payout.held", subject: { kind: "booking", id: bookingId }, facts: { payoutId, reason: named } });
      await later(tx, "payout.tick", { payoutId }, { runAt: tx.now + day });
      return ok({ state: "held", reason: named });
    }
    await tx.db.update(payout).set({ state: "sending", holdReason: null }).where(eq(payout.id, payoutId));
    // What the company pays comes from its own balance: the customer's charge was given back or never made.
    const chargeId = fundedBy === "company" || !payment || heldMinor(payment) < netMinor ? null : payment.chargeId;
    await ask(tx, "transfer", await transferKey(tx, payoutId, accountId), { amountMinor: netMinor, accountId, chargeId, transferGroup: payment ? await transferGroup(tx, payment) : bookingId, reference: row.reference }, { payoutId, ...(payment && { paymentId: payment.id }) });
    return ok({ state: "sending", reason: null });
  });

/** What ties a transfer to the payment at the provider: the booking that the Checkout was opened for. */
async function transferGroup(tx: Context, payment: Payment): Promise<string> {
  const [lead] = await groupOf(tx, payment);
  return lead?.bookingId ?? payment.bookingId;
}

/** A transfer that the provider refused is asked for again under a key of its own; one whose answer is lost keeps its key. */
async function transferKey(tx: Context, payoutId: string, accountId: string): Promise<string> {
  const { paymentOperation } = tx.db.t;
  const refused = await tx.db.$count(paymentOperation, and(eq(paymentOperation.payoutId, payoutId), eq(paymentOperation.kind, "transfer"), eq(paymentOperation.state, "refused")));
  return `transfer:${payoutId}:${accountId}${refused > 0 ? `:${refused + 1}` : ""}`;
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

/**
 * Staff give money back, up to what is still held and not on its way back already; the reason goes into the story.
 * `once` names the form that asked, so that a form sent twice gives back once.
 */
export const refundByStaff = (ctx: Context, bookingId: string, { amountMinor, reason, once }: { amountMinor: number; reason: string; once?: string }): Promise<Result<{ operationId: string }, "not-found" | "amount-too-large" | "not-captured" | "reason-missing">> =>
  atomically(ctx, async (tx) => {
    if (!hasRole(tx.actor, "finance", "support")) return refuse("not-found");
    const { paymentOperation, ledgerPosting, booking } = tx.db.t;
    const payment = await paymentOf(tx, bookingId);
    const [of] = await tx.db.select({ state: booking.state }).from(booking).where(eq(booking.id, bookingId));
    const { moneyMinor, creditMinor } = await refundableOf(tx, bookingId);
    if (!of || (!payment && creditMinor === 0 && !once)) return refuse("not-found");
    const key = `refund:${payment?.id ?? bookingId}:${once ?? tx.newId()}`;
    const [asked] = await tx.db.select({ id: paymentOperation.id }).from(paymentOperation).where(eq(paymentOperation.key, key));
    if (asked) return ok({ operationId: asked.id });
    if ((await tx.db.$count(ledgerPosting, eq(ledgerPosting.key, `${key}:0`))) > 0) return ok({ operationId: "" });
    if (!reason.trim()) return refuse("reason-missing");
    if (payment && payment.state !== "captured") return refuse("not-captured");
    const mostMinor = moneyMinor + creditMinor;
    if (!Number.isInteger(amountMinor) || amountMinor < 1 || amountMinor > mostMinor) return refuse("amount-too-large", { mostMinor });
    // Money first; what was paid with credit goes back as credit.
    const asMoney = Math.min(amountMinor, moneyMinor);
    const operationId = payment && asMoney > 0 ? await ask(tx, "refund", key, { amountMinor: asMoney }, { paymentId: payment.id }) : null;
    const isDivided = of.state === "signed_off" || of.state === "closed";
    if (amountMinor > asMoney) await returnUsedCredit(tx, { id: bookingId }, amountMinor - asMoney, isDivided ? "goodwill" : "customers", key);
    await record(tx, { name: "payment.refundAsked", subject: { kind: "booking", id: bookingId }, facts: { paymentId: payment?.id ?? null, amountMinor, creditMinor: amountMinor - asMoney, reason: reason.trim() } });
    return ok({ operationId: operationId ?? "" });
  });
