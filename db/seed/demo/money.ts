import { and, eq, inArray } from "drizzle-orm";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { extraToPay } from "#app/domain/payment/extras.commands.server.ts";
import { applyPaymentFacts, paymentById } from "#app/domain/payment/facts.commands.server.ts";
import type { OperationRow } from "#app/domain/payment/operations.server.ts";
import type { Payment } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { tickPayout } from "#app/domain/payment/payout.commands.server.ts";
import type { PaymentFacts } from "#app/domain/payment/provider.ts";
import { recordOperation } from "#app/domain/payment/record.commands.server.ts";
import type { Chance } from "./chance.ts";
import { as } from "./world.ts";

const day = 86_400_000;

/** What the provider says of a past payment after one more step. */
const factsOf = (payment: Payment, change: Partial<PaymentFacts>): PaymentFacts => ({
  ...(payment.sessionId && { sessionId: payment.sessionId, sessionStatus: "complete" as const }),
  intentId: payment.intentId,
  status: "open",
  method: payment.method,
  amountMinor: payment.amountMinor,
  capturableMinor: 0,
  capturedMinor: payment.capturedMinor,
  refundedMinor: payment.refundedMinor,
  refundFailedMinor: payment.refundFailedMinor ?? 0,
  captureBefore: payment.captureBefore,
  chargeId: payment.chargeId,
  declineCode: null,
  ...change,
});

const queued = (ctx: Context, paymentId: string): Promise<OperationRow[]> => {
  const { paymentOperation } = ctx.db.t;
  return ctx.db.select().from(paymentOperation).where(and(eq(paymentOperation.paymentId, paymentId), eq(paymentOperation.state, "queued")));
};

/** The past payment reaches the provider: Checkout was opened, and paid by card or TWINT. */
export async function arrives(ctx: Context, chance: Chance, bookingId: string): Promise<void> {
  const payment = await paymentOf(ctx, bookingId);
  if (!payment) throw new Error("A submitted booking has a payment");
  const tail = payment.id.replaceAll("-", "");
  for (const operation of await queued(ctx, payment.id)) must(await recordOperation(ctx, operation.id, { ok: true, result: { sessionId: `cs_past_${tail}`, url: "" } }));
  const method = chance.odds(0.55) ? "twint" : "card";
  const reserved = method === "card" && payment.mode === "reserve";
  const facts = factsOf(payment, { sessionId: `cs_past_${tail}`, intentId: `pi_past_${tail}`, chargeId: `ch_past_${tail}`, method, status: reserved ? "reserved" : "captured", ...(reserved ? { capturableMinor: payment.amountMinor, captureBefore: ctx.now + 7 * day } : { capturedMinor: payment.amountMinor }) });
  must(await applyPaymentFacts(ctx, payment.id, facts));
}

/** The customer pays an extra at once, by TWINT, on the page that they have just opened. */
export async function extraArrives(ctx: Context, chance: Chance, extraId: string): Promise<void> {
  const payment = must(await extraToPay(ctx, extraId));
  const tail = payment.id.replaceAll("-", "");
  const byProvider = { ...as(ctx, chance, ctx.now), actor: system };
  for (const operation of await queued(ctx, payment.id)) must(await recordOperation(byProvider, operation.id, { ok: true, result: { sessionId: `cs_past_${tail}`, url: "" } }));
  must(await applyPaymentFacts(byProvider, payment.id, factsOf(payment, { sessionId: `cs_past_${tail}`, intentId: `pi_past_${tail}`, chargeId: `ch_past_${tail}`, method: "twint", status: "captured", capturedMinor: payment.amountMinor })));
}

/** The days after the first look on which a held payout can come free; looking on each would only repeat the answer. */
const looksAgain = [0, 1, 6, 7, 30, 61];

/** Answers every call that the story has asked for so far, and sends the payouts that were due by `until`. */
export async function settle(outer: Context, chance: Chance, bookingId: string, until: number): Promise<void> {
  // Money is captured or given back before a payout looks for it.
  await answerCalls(outer, chance, bookingId, until);
  const { payout } = outer.db.t;
  const rows = await outer.db.select().from(payout).where(and(eq(payout.bookingId, bookingId), inArray(payout.state, ["planned", "held"])));
  for (const row of rows)
    for (const later of looksAgain) {
      const at = row.dueAt + later * day;
      if (at > until) break;
      const looked = must(await tickPayout(as(outer, chance, at), row.id));
      if (looked.state !== "held") break;
    }
  await answerCalls(outer, chance, bookingId, until);
}

async function answerCalls(outer: Context, chance: Chance, bookingId: string, until: number): Promise<void> {
  const { payment } = outer.db.t;
  for (const each of await outer.db.select().from(payment).where(eq(payment.bookingId, bookingId)).orderBy(payment.createdAt, payment.id)) await answerFor(outer, chance, each, until);
}

async function answerFor(outer: Context, chance: Chance, payment: Payment, until: number): Promise<void> {
  for (const operation of await queued(outer, payment.id)) {
    const ctx = { ...as(outer, chance, Math.min(until, operation.createdAt + 2000)), actor: system };
    const amount = Number(operation.params.amountMinor ?? 0);
    const now = (await paymentById(ctx, payment.id)) ?? payment;
    const tail = operation.id.replaceAll("-", "").slice(-20);
    if (operation.kind === "transfer") must(await recordOperation(ctx, operation.id, { ok: true, result: { transferId: `tr_past_${tail}` } }));
    else must(await recordOperation(ctx, operation.id, { ok: true, result: {} }));
    if (operation.kind === "capture") must(await applyPaymentFacts(ctx, now.id, factsOf(now, { status: "captured", capturedMinor: amount })));
    if (operation.kind === "cancel") must(await applyPaymentFacts(ctx, now.id, factsOf(now, { status: "cancelled" })));
    if (operation.kind === "refund") must(await applyPaymentFacts(ctx, now.id, factsOf(now, { status: "captured", refundedMinor: now.refundedMinor + amount })));
  }
}
