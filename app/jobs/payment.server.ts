import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { applyPaymentFacts, captureDue, paymentById } from "#app/domain/payment/facts.commands.server.ts";
import type { OperationRow } from "#app/domain/payment/operations.server.ts";
import type { Payment } from "#app/domain/payment/payment.ts";
import { tickPayout } from "#app/domain/payment/payout.commands.server.ts";
import type { CheckoutRequest, PaymentFacts, PaymentRefusal, TransferRequest } from "#app/domain/payment/provider.ts";
import { findOperation, recordOperation } from "#app/domain/payment/record.commands.server.ts";
import type { App } from "#app/http/app.server.ts";

type Done = Result<Record<string, unknown>, PaymentRefusal>;

/** Performs one frozen call under its key, keeps the answer, then reads the payment again and applies what it says. */
export async function performOperation(app: App, ctx: Context, operationId: string): Promise<void> {
  const operation = await findOperation(ctx, operationId);
  if (operation?.state !== "queued") return;
  const payment = operation.paymentId ? await paymentById(ctx, operation.paymentId) : null;
  const done = await call(app, operation, payment);
  await recordOperation(ctx, operationId, done.ok ? { ok: true, result: done.value } : { ok: false, reason: done.refusal });
  if (payment && operation.kind !== "transfer") await readAgain(app, ctx, payment.id);
}

async function call(app: App, { kind, params, key }: OperationRow, payment: Payment | null): Promise<Done> {
  const { payments } = app;
  const amount = Number(params.amountMinor);
  switch (kind) {
    case "checkout":
      return payments.createCheckout(params as unknown as CheckoutRequest, key);
    case "expire":
      return payment?.sessionId ? payments.expireCheckout(payment.sessionId, key) : { ok: true, value: {} };
    case "capture":
      return withIntent(payment, (intentId) => facts(payments.capture(intentId, amount, key)));
    case "cancel":
      return withIntent(payment, (intentId) => facts(payments.cancel(intentId, key)));
    case "refund":
      return withIntent(payment, (intentId) => payments.refund(intentId, amount, key));
    case "transfer":
      return payments.transfer(params as unknown as TransferRequest, key);
    case "account":
      return payments.createAccount(params as unknown as { helperId: string; email: string; name: string }, key);
    case "reverse":
      return payments.reverseTransfer(String(params.transferId), amount, key);
  }
}

const withIntent = (payment: Payment | null, work: (intentId: string) => Promise<Done>): Promise<Done> => {
  if (!payment?.intentId) throw new Error("A payment without an intent cannot be captured, cancelled or refunded");
  return work(payment.intentId);
};
const facts = async (answer: Promise<Result<PaymentFacts, PaymentRefusal>>): Promise<Done> => {
  const given = await answer;
  return given.ok ? { ok: true, value: { ...given.value } } : given;
};

/** Reads the provider's truth about a payment and applies it; null when there is nothing to read yet. */
export async function readAgain(app: App, ctx: Context, paymentId: string): Promise<Payment | null> {
  const payment = await paymentById(ctx, paymentId);
  if (!payment) return null;
  const truth = payment.intentId ? await app.payments.readIntent(payment.intentId) : payment.sessionId ? await app.payments.readSession(payment.sessionId) : null;
  if (!truth) return payment;
  const applied = await applyPaymentFacts(ctx, paymentId, truth);
  return applied.ok ? applied.value : payment;
}

export const payment = (app: App, ctx: Context, { operationId }: { operationId: string }): Promise<void> => performOperation(app, ctx, operationId);
export const paymentDue = async (_app: App, ctx: Context, { paymentId }: { paymentId: string }): Promise<void> => void (await captureDue(ctx, paymentId));
export const payoutTick = async (_app: App, ctx: Context, { payoutId }: { payoutId: string }): Promise<void> => void (await tickPayout(ctx, payoutId));
