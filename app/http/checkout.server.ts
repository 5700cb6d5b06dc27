import type { AppLoadContext } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { Payment } from "#app/domain/payment/payment.ts";
import { extraPaymentOf, extraToPay } from "#app/domain/payment/extras.commands.server.ts";
import { expireKey, paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { performOperation, readAgain } from "#app/jobs/payment.server.ts";
import { contextFor, systemContext } from "./context.server.ts";

type Args = { request: Request; params: Record<string, string | undefined>; context: AppLoadContext };

/** The hosted Checkout's address for a booking that waits for its payment; null when there is nothing to pay any more. */
export async function payNow(args: Args, bookingId: string): Promise<string | null> {
  const payment = await visiblePayment(args, bookingId);
  if (!payment || (payment.state !== "open" && payment.state !== "failed")) return null;
  if (payment.checkoutUrl) return payment.checkoutUrl;
  // The job would do it in a moment; the customer waits for the page now, and the key makes it happen once.
  await performCheckout(args, payment.id);
  return (await paymentOf(await systemContext(args.context.app), bookingId))?.checkoutUrl ?? null;
}

/**
 * The hosted Checkout's address for an extra that the customer has agreed to; null when there is nothing to pay any more.
 * A page that may have been paid on is asked about first, so that nobody pays twice.
 */
export async function payExtra(args: Args, extraId: string): Promise<string | null> {
  await refreshExtra(args, extraId);
  const opened = await extraToPay(await contextFor(args), extraId);
  if (!opened.ok) return null;
  if (opened.value.checkoutUrl) return opened.value.checkoutUrl;
  const ctx = await systemContext(args.context.app);
  await performCheckout(args, opened.value.id);
  return (await extraPaymentOf(ctx, extraId))?.checkoutUrl ?? null;
}

/** Asks the provider about an extra's payment when a customer comes back from Checkout. */
export async function refreshExtra(args: Args, extraId: string): Promise<Payment | null> {
  const payment = await extraPaymentOf(await systemContext(args.context.app), extraId);
  if (!payment || !(await findBooking(await contextFor(args), payment.bookingId))) return null;
  return payment.sessionId !== null && payment.state !== "captured" ? readAgain(args.context.app, await systemContext(args.context.app), payment.id) : payment;
}

async function performCheckout(args: Args, paymentId: string): Promise<void> {
  const ctx = await systemContext(args.context.app);
  const { paymentOperation } = ctx.db.t;
  const [operation] = await ctx.db.select().from(paymentOperation).where(and(eq(paymentOperation.paymentId, paymentId), eq(paymentOperation.kind, "checkout")));
  if (operation) await performOperation(args.context.app, ctx, operation.id);
}

/** Asks the provider for the truth when a customer comes back from Checkout before the webhook has come. */
export async function refreshPayment(args: Args, bookingId: string): Promise<Payment | null> {
  const payment = await visiblePayment(args, bookingId);
  if (!payment) return null;
  const waiting = (payment.state === "open" || payment.state === "failed") && payment.sessionId !== null;
  return waiting ? readAgain(args.context.app, await systemContext(args.context.app), payment.id) : payment;
}

/** A customer who leaves does not wait longer than this for the provider. */
const closesWithin = 2000;

/**
 * Closes the payment page of a booking whose time is about to be given back, so that nobody pays there once it is another's. "paid" where the money
 * was there first: then the time must not be given back. Best effort: where the provider is slow or silent, the job closes the page afterwards.
 */
export async function closeCheckout(args: Args, bookingId: string): Promise<"paid" | null> {
  const payment = await visiblePayment(args, bookingId);
  if (!payment?.sessionId || (payment.state !== "open" && payment.state !== "failed")) return null;
  const { app, requestId } = args.context;
  const { id, sessionId } = payment;
  const told = async (): Promise<"paid" | null> => {
    // The key of the call that the release will ask for: both together close it once.
    if ((await app.payments.expireCheckout(sessionId, expireKey(id))).ok) return null;
    const truth = await readAgain(app, await systemContext(app), id);
    return truth?.state === "reserved" || truth?.state === "captured" ? "paid" : null;
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), closesWithin)));
  const asked = told().catch((problem: unknown) => {
    app.log.warn({ requestId, problem: String(problem) }, "checkout did not close before its release");
    return null;
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

async function visiblePayment(args: Args, bookingId: string): Promise<Payment | null> {
  const ctx = await contextFor(args);
  return (await findBooking(ctx, bookingId)) ? paymentOf(ctx, bookingId) : null;
}
