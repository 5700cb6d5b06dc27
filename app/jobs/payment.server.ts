import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { applyPaymentFacts, captureDue, notePaymentRead, paymentById } from "#app/domain/payment/facts.commands.server.ts";
import type { OperationRow } from "#app/domain/payment/operations.server.ts";
import type { Payment } from "#app/domain/payment/payment.ts";
import { tickPayout } from "#app/domain/payment/payout.commands.server.ts";
import type { CheckoutRequest, PaymentFacts, PaymentRefusal, TransferRequest } from "#app/domain/payment/provider.ts";
import { findOperation, recordOperation } from "#app/domain/payment/record.commands.server.ts";
import { endsTooSoon, isForgotten, readyToSend } from "#app/domain/payment/sending.commands.server.ts";
import type { App } from "#app/http/app.server.ts";

type Done = Result<Record<string, unknown>, PaymentRefusal>;

/** Performs one frozen call once, keeps the answer, then reads the payment again and applies what it says. */
export async function performOperation(app: App, ctx: Context, operationId: string): Promise<void> {
  const operation = await findOperation(ctx, operationId);
  if (operation?.state !== "queued") return;
  const payment = operation.paymentId ? await paymentById(ctx, operation.paymentId) : null;
  const done = await sendOnce(app, ctx, operation, payment);
  await recordOperation(ctx, operationId, done.ok ? { ok: true, result: done.value } : { ok: false, reason: done.refusal });
  if (payment && operation.kind !== "transfer") await readAgain(app, ctx, payment.id);
}

/**
 * Sends one frozen call so that it acts once: repeated under its key while the provider remembers that; afterwards, or when a
 * Checkout must change its end, what was made is looked up first and sent anew only when nothing is found. The caller records.
 */
export async function sendOnce(app: App, ctx: Context, operation: OperationRow, payment: Payment | null): Promise<Done> {
  const isOld = isForgotten(operation, ctx.realNow) || (operation.sentAt !== null && endsTooSoon(operation, ctx.realNow));
  const found = isOld ? await lookUp(app, operation, payment) : null;
  if (found) return { ok: true, value: found };
  const ready = await readyToSend(ctx, operation);
  return ready.ok ? call(app, ready.value, ready.value.sentKey, payment) : ready;
}

/** What an earlier sending of this call has made or changed at the provider; null when nothing shows. */
async function lookUp({ payments }: App, { id, kind, params }: OperationRow, payment: Payment | null): Promise<Record<string, unknown> | null> {
  const intent = (kind === "capture" || kind === "cancel") && payment?.intentId ? await payments.readIntent(payment.intentId) : null;
  switch (kind) {
    case "checkout":
      return payments.find.checkout(id, String(params.customerEmail));
    case "expire":
      return payment?.sessionId && (await payments.readSession(payment.sessionId)).sessionStatus === "expired" ? { sessionId: payment.sessionId } : null;
    case "capture":
      return intent?.status === "captured" ? { ...intent } : null;
    case "cancel":
      return intent?.status === "cancelled" ? { ...intent } : null;
    case "refund":
      return payment?.intentId ? payments.find.refund(id, payment.intentId) : null;
    case "transfer":
      return payments.find.transfer(id, String(params.transferGroup));
    case "account":
      return payments.find.account(id);
    case "reverse":
      return payments.find.reversal(id, String(params.transferId));
  }
}

async function call(app: App, { id, kind, params }: OperationRow, key: string, payment: Payment | null): Promise<Done> {
  const { payments } = app;
  const amount = Number(params.amountMinor);
  switch (kind) {
    case "checkout":
      return payments.createCheckout(params as unknown as CheckoutRequest, key, id);
    case "expire":
      return payment?.sessionId ? payments.expireCheckout(payment.sessionId, key) : { ok: true, value: {} };
    case "capture":
      return withIntent(payment, (intentId) => facts(payments.capture(intentId, amount, key)));
    case "cancel":
      return withIntent(payment, (intentId) => facts(payments.cancel(intentId, key)));
    case "refund":
      return withIntent(payment, (intentId) => payments.refund(intentId, amount, key, id));
    case "transfer":
      return payments.transfer(params as unknown as TransferRequest, key, id);
    case "account":
      return payments.createAccount(params as unknown as { helperId: string; email: string; name: string }, key, id);
    case "reverse":
      return payments.reverseTransfer(String(params.transferId), amount, key, id);
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
  const asked = await paymentById(ctx, paymentId);
  // A visit that was paid with another has no session of its own.
  const payment = asked?.withPaymentId ? await paymentById(ctx, asked.withPaymentId) : asked;
  if (!payment) return null;
  if (!payment.intentId && !payment.sessionId) return payment;
  await notePaymentRead(ctx, payment.id);
  const truth = payment.intentId ? await app.payments.readIntent(payment.intentId) : payment.sessionId ? await app.payments.readSession(payment.sessionId) : null;
  if (!truth) return payment;
  const applied = await applyPaymentFacts(ctx, payment.id, truth);
  return applied.ok ? applied.value : payment;
}

export const payment = (app: App, ctx: Context, { operationId }: { operationId: string }): Promise<void> => performOperation(app, ctx, operationId);
export const paymentDue = async (_app: App, ctx: Context, { paymentId }: { paymentId: string }): Promise<void> => void (await captureDue(ctx, paymentId));
export const payoutTick = async (_app: App, ctx: Context, { payoutId }: { payoutId: string }): Promise<void> => void (await tickPayout(ctx, payoutId));
