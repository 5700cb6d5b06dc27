import { and, eq } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import { returnUsedCredit } from "../rescue/credit.commands.server.ts";
import { ask } from "./operations.server.ts";
import { extraPaymentOf } from "./extras.commands.server.ts";
import { groupOf } from "./group.server.ts";
import { dueRow, holdAt, type HoldReason } from "./holding.server.ts";
import { heldMinor, type Payment } from "./payment.ts";
import { paymentOf } from "./payment.commands.server.ts";
import { refundableMinor } from "./operations.server.ts";
import { refundableOf } from "./payment.queries.server.ts";

export type PayoutStanding = { state: string; reason: HoldReason | null };

/** Sends a payout that is due, or holds it with a named reason and looks again the next day. */
export const tickPayout = (ctx: Context, payoutId: string): Promise<Result<PayoutStanding, "not-found">> =>
  atomically(ctx, async (tx): Promise<Result<PayoutStanding, "not-found">> => {
    const { payout } = tx.db.t;
    const row = await dueRow(tx, payoutId);
    if (!row) return refuse("not-found");
    const { state, dueAt, bookingId, netMinor, fundedBy } = row.payout;
    if (state === "sent" || state === "sending" || tx.now < dueAt) return ok({ state, reason: null });
    const { reason, payment } = await holdAt(tx, row, tx.now);
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

/**
 * Staff give money back, up to what is still held and not on its way back already; the reason goes into the story.
 * `once` names the form that asked, so that a form sent twice gives back once.
 */
export const refundByStaff = (ctx: Context, bookingId: string, { amountMinor, reason, once }: { amountMinor: number; reason: string; once?: string }): Promise<Result<{ operationId: string }, "not-found" | "amount-too-large" | "not-captured" | "reason-missing">> =>
  atomically(ctx, async (tx) => {
    if (!hasRole(tx.actor, "finance", "support")) return refuse("not-found");
    const { paymentOperation, ledgerPosting, booking } = tx.db.t;
    const payment = await paymentOf(tx, bookingId);
    const [of] = await tx.db.select({ state: booking.state, compensationMinor: booking.compensationMinor }).from(booking).where(eq(booking.id, bookingId));
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
    // What is left of a visit that was cancelled late is the compensation.
    const isDivided = of.state === "signed_off" || of.state === "closed" || (of.state === "cancelled" && of.compensationMinor > 0);
    if (amountMinor > asMoney) await returnUsedCredit(tx, { id: bookingId }, amountMinor - asMoney, isDivided ? "goodwill" : "customers", key);
    await record(tx, { name: "payment.refundAsked", subject: { kind: "booking", id: bookingId }, facts: { paymentId: payment?.id ?? null, amountMinor, creditMinor: amountMinor - asMoney, reason: reason.trim() } });
    return ok({ operationId: operationId ?? "" });
  });

/**
 * The same for one extra, from its own payment. Refusals as of `refundByStaff`; not-found as well for an extra of another booking, or one
 * that nobody has paid.
 */
export const refundExtra = (ctx: Context, bookingId: string, extraId: string, { amountMinor, reason, once }: { amountMinor: number; reason: string; once?: string }): Promise<Result<{ operationId: string }, "not-found" | "amount-too-large" | "not-captured" | "reason-missing">> =>
  atomically(ctx, async (tx) => {
    if (!hasRole(tx.actor, "finance", "support")) return refuse("not-found");
    const payment = await extraPaymentOf(tx, extraId);
    if (!payment || payment.bookingId !== bookingId) return refuse("not-found");
    const { paymentOperation } = tx.db.t;
    const key = `refund:${payment.id}:${once ?? tx.newId()}`;
    const [asked] = await tx.db.select({ id: paymentOperation.id }).from(paymentOperation).where(eq(paymentOperation.key, key));
    if (asked) return ok({ operationId: asked.id });
    if (!reason.trim()) return refuse("reason-missing");
    if (payment.state !== "captured") return refuse("not-captured");
    const mostMinor = await refundableMinor(tx, payment);
    if (!Number.isInteger(amountMinor) || amountMinor < 1 || amountMinor > mostMinor) return refuse("amount-too-large", { mostMinor });
    const operationId = await ask(tx, "refund", key, { amountMinor }, { paymentId: payment.id });
    await record(tx, { name: "payment.refundAsked", subject: { kind: "booking", id: bookingId }, facts: { paymentId: payment.id, extraId, amountMinor, reason: reason.trim() } });
    return ok({ operationId: operationId ?? "" });
  });
