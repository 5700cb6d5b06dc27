import { and, eq, inArray, or } from "drizzle-orm";
import { closeBooking, endCheckout } from "../booking/paid.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import { post } from "../ledger/ledger.commands.server.ts";
import type { OperationRow } from "./operations.server.ts";

export async function findOperation(ctx: Context, id: string): Promise<OperationRow | null> {
  const { paymentOperation } = ctx.db.t;
  const [row] = await ctx.db.select().from(paymentOperation).where(eq(paymentOperation.id, id));
  return row ?? null;
}

/** Keeps what the provider answered to one call: done with a result, or refused with the reason. */
export const recordOperation = (ctx: Context, operationId: string, outcome: { ok: true; result: Record<string, unknown> } | { ok: false; reason: string }): Promise<Result<OperationRow, "not-found">> =>
  atomically(ctx, async (tx) => {
    const operation = await findOperation(tx, operationId);
    if (!operation) return refuse("not-found");
    if (operation.state !== "queued") return ok(operation);
    const { paymentOperation, payment } = tx.db.t;
    const change = { state: outcome.ok ? ("done" as const) : ("refused" as const), result: outcome.ok ? outcome.result : { reason: outcome.reason }, doneAt: tx.now };
    await tx.db.update(paymentOperation).set(change).where(eq(paymentOperation.id, operationId));
    if (outcome.ok && operation.kind === "checkout" && operation.paymentId)
      await tx.db.update(payment).set({ sessionId: String(outcome.result.sessionId), checkoutUrl: String(outcome.result.url), updatedAt: tx.now }).where(eq(payment.id, operation.paymentId));
    if (!outcome.ok && operation.kind === "checkout") await giveUpCheckout(tx, operation);
    if (operation.kind === "transfer" && operation.payoutId) await recordTransfer(tx, operation.payoutId, outcome);
    if (!outcome.ok) await record(tx, { name: "payment.refused", subject: { kind: "paymentOperation", id: operationId }, facts: { kind: operation.kind, reason: outcome.reason } });
    return ok({ ...operation, ...change });
  });

/** Without a page nobody can pay: the payment is over, and the booking with it, so that the slot waits for nobody. */
async function giveUpCheckout(tx: Context, { paymentId }: OperationRow): Promise<void> {
  const { payment } = tx.db.t;
  if (!paymentId) return;
  const over = await tx.db.update(payment).set({ state: "expired", updatedAt: tx.now }).where(and(or(eq(payment.id, paymentId), eq(payment.withPaymentId, paymentId)), inArray(payment.state, ["open", "failed"]))).returning();
  const lead = over.find(({ id }) => id === paymentId);
  // An extra's next try opens a page of its own.
  if (lead?.purpose === "visit") await endCheckout(tx, lead.bookingId);
}

async function recordTransfer(tx: Context, payoutId: string, outcome: { ok: true; result: Record<string, unknown> } | { ok: false; reason: string }): Promise<void> {
  const { payout, helper } = tx.db.t;
  const [row] = await tx.db.select({ payout, personId: helper.personId }).from(payout).innerJoin(helper, eq(helper.id, payout.helperId)).where(eq(payout.id, payoutId));
  if (!row || row.payout.state === "sent") return;
  if (!outcome.ok) {
    await tx.db.update(payout).set({ state: "held", holdReason: outcome.reason }).where(eq(payout.id, payoutId));
    // An account that is ready again or a balance that was topped up lets it through.
    await later(tx, "payout.tick", { payoutId }, { runAt: tx.now + day });
    return;
  }
  const { bookingId, netMinor, kind } = row.payout;
  await tx.db.update(payout).set({ state: "sent", sentAt: tx.now, transferId: String(outcome.result.transferId), holdReason: null }).where(eq(payout.id, payoutId));
  await post(tx, [{ key: `transfer:${payoutId}`, debit: "helpers", credit: "provider", amountMinor: netMinor, bookingId, memo: "transferred" }]);
  await record(tx, { name: "payout.sent", subject: { kind: "booking", id: bookingId }, facts: { payoutId, netMinor } });
  await later(tx, "mail", { kind: "payout.sent.helper", personId: row.personId, bookingId, data: { amountMinor: netMinor } });
  if (kind === "visit") await closeBooking(tx, bookingId);
}
