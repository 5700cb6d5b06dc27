import type { AppLoadContext } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { Payment } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { performOperation, readAgain } from "#app/jobs/payment.server.ts";
import { contextFor, systemContext } from "./context.server.ts";

type Args = { request: Request; params: Record<string, string | undefined>; context: AppLoadContext };

/** The hosted Checkout's address for a booking that waits for its payment; null when there is nothing to pay any more. */
export async function payNow(args: Args, bookingId: string): Promise<string | null> {
  const payment = await visiblePayment(args, bookingId);
  if (!payment || (payment.state !== "open" && payment.state !== "failed")) return null;
  if (payment.checkoutUrl) return payment.checkoutUrl;
  const ctx = await systemContext(args.context.app);
  const { paymentOperation } = ctx.db.t;
  const [operation] = await ctx.db.select().from(paymentOperation).where(and(eq(paymentOperation.paymentId, payment.id), eq(paymentOperation.kind, "checkout")));
  // The job would do it in a moment; the customer waits for the page now, and the key makes it happen once.
  if (operation) await performOperation(args.context.app, ctx, operation.id);
  return (await paymentOf(ctx, bookingId))?.checkoutUrl ?? null;
}

/** Asks the provider for the truth when a customer comes back from Checkout before the webhook has come. */
export async function refreshPayment(args: Args, bookingId: string): Promise<Payment | null> {
  const payment = await visiblePayment(args, bookingId);
  if (!payment) return null;
  const waiting = (payment.state === "open" || payment.state === "failed") && payment.sessionId !== null;
  return waiting ? readAgain(args.context.app, await systemContext(args.context.app), payment.id) : payment;
}

async function visiblePayment(args: Args, bookingId: string): Promise<Payment | null> {
  const ctx = await contextFor(args);
  return (await findBooking(ctx, bookingId)) ? paymentOf(ctx, bookingId) : null;
}
