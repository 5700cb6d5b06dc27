import type { Context } from "#app/domain/kernel/context.ts";
import { unsettledPayments } from "#app/domain/payment/facts.commands.server.ts";
import type { App } from "#app/http/app.server.ts";
import { problemOf } from "#app/http/log.server.ts";
import { readAgain } from "./payment.server.ts";

const atOnce = 500;

/** A webhook can be lost: every hour the provider is asked about payments that still wait, the longest unread first. One that cannot be read keeps no other waiting. */
export async function reconcilePayments(app: App, ctx: Context, limit = atOnce): Promise<void> {
  const failed: string[] = [];
  for (const payment of await unsettledPayments(ctx, limit)) await readAgain(app, ctx, payment.id).catch((problem: unknown) => failed.push(`${payment.id}: ${problemOf(problem).problem}`));
  if (failed.length > 0) throw new Error(`${failed.length} payments could not be read. ${failed.slice(0, 10).join("; ")}`);
}

/** The stand-in's own events and endings; with a real key there are none. */
export async function deliverPlayMoney(app: App): Promise<void> {
  await app.standIn?.deliverDue();
}
