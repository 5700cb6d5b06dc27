import { and, eq, gt, sql } from "drizzle-orm";
import { moveBalance } from "#app/gateways/payments/standin/desk.server.ts";
import type { StoredCharge, StoredIntent } from "#app/gateways/payments/standin/objects.ts";
import { type Telling, tellerAt } from "./world.ts";

const day = 86_400_000;
/** Payments older than this are past refunds, payouts and guarantees (product.md 5). */
const rememberedDays = 75;
const seconds = (ms: number): number => Math.floor(ms / 1000);

/** The stand-in remembers the recent past too, so that a refund or a late payout of the demo finds its charge there. */
export async function rememberPayments(telling: Telling): Promise<void> {
  const { app, now } = telling;
  if (!app.standIn) return;
  const ctx = await tellerAt(telling, now);
  const { payment, payout } = ctx.db.t;
  const rows = await ctx.db.select().from(payment).where(and(eq(payment.state, "captured"), gt(payment.createdAt, now - rememberedDays * day), sql`${payment.intentId} like 'pi_past_%'`));
  const sent = await ctx.db.select({ bookingId: payout.bookingId, minor: sql<number>`sum(${payout.netMinor})`.mapWith(Number) }).from(payout).where(eq(payout.state, "sent")).groupBy(payout.bookingId);
  const transferred = new Map(sent.map(({ bookingId, minor }) => [bookingId, minor]));
  // The company's own balance: what a year of visits has left with it, for what it pays itself.
  const [taken] = await ctx.db.select({ minor: sql<number>`coalesce(sum(${payment.capturedMinor} - ${payment.refundedMinor}), 0)`.mapWith(Number) }).from(payment).where(sql`${payment.intentId} like 'pi_past_%'`);
  const leftMinor = (taken?.minor ?? 0) - sent.reduce((sum, { minor }) => sum + minor, 0);
  await app.standIn.run(async (desk) => {
    await moveBalance(desk, Math.max(0, leftMinor));
    for (const row of rows) {
      if (!row.intentId || !row.chargeId) continue;
      const shared = { currency: "chf", transfer_group: row.bookingId, description: null, metadata: { bookingId: row.bookingId }, created: seconds(row.createdAt), livemode: false as const };
      const charge: StoredCharge = {
        id: row.chargeId, object: "charge", amount: row.amountMinor, amount_captured: row.capturedMinor, amount_refunded: row.refundedMinor, captured: true, refunded: row.refundedMinor === row.capturedMinor, paid: true, status: "succeeded",
        payment_intent: row.intentId, payment_method: `pm_${row.method ?? "card"}`, payment_method_details: row.method === "twint" ? { type: "twint", twint: {} } : { type: "card", card: { brand: "visa", last4: "4242" } },
        play: { transferred: transferred.get(row.bookingId) ?? 0, givenBack: row.refundedMinor, refunds: [] }, ...shared,
      };
      const intent: StoredIntent = {
        id: row.intentId, object: "payment_intent", amount: row.amountMinor, amount_capturable: 0, amount_received: row.capturedMinor, status: "succeeded", capture_method: "automatic_async", payment_method: charge.payment_method,
        payment_method_types: ["card", "twint"], payment_method_options: {}, latest_charge: row.chargeId, last_payment_error: null, next_action: null, canceled_at: null, cancellation_reason: null, play: { session: row.sessionId ?? "" }, ...shared,
      };
      await desk.rows.put("charge", charge);
      await desk.rows.put("intent", intent);
    }
  });
}
