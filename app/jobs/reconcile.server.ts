import type { Context } from "#app/domain/kernel/context.ts";
import { unsettledPayments } from "#app/domain/payment/facts.commands.server.ts";
import type { App } from "#app/http/app.server.ts";
import { readAgain } from "./payment.server.ts";

/** A webhook can be lost: every hour the provider is asked about each payment that still waits. */
export async function reconcilePayments(app: App, ctx: Context): Promise<void> {
  for (const payment of await unsettledPayments(ctx)) if (payment.sessionId) await readAgain(app, ctx, payment.id);
}

/** The stand-in's own events and endings; with a real key there are none. */
export async function deliverPlayMoney(app: App): Promise<void> {
  await app.standIn?.deliverDue();
}
