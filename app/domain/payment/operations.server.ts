import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import { heldMinor, type OperationKind, type Payment } from "./payment.ts";

export type OperationRow = Context["db"]["t"]["paymentOperation"]["$inferSelect"];

/** Freezes one call to the payment provider and queues it; the same key is asked for once. */
export async function ask(tx: Context, kind: OperationKind, key: string, params: Record<string, unknown>, of: { paymentId?: string; payoutId?: string; helperId?: string }): Promise<string | null> {
  const id = tx.newId();
  const rows = await tx.db
    .insert(tx.db.t.paymentOperation)
    .values({ id, kind, key, params, state: "queued", createdAt: tx.now, paymentId: of.paymentId ?? null, payoutId: of.payoutId ?? null, helperId: of.helperId ?? null })
    .onConflictDoNothing()
    .returning({ id: tx.db.t.paymentOperation.id });
  if (rows.length === 0) return null;
  await later(tx, "payment", { operationId: id }, { key: `payment:${id}` });
  return id;
}

/** What can still be given back of a captured payment: what is held, less what was asked back and is on its way. */
export async function refundableMinor(ctx: Context, payment: Pick<Payment, "id" | "state" | "capturedMinor" | "refundedMinor">): Promise<number> {
  if (payment.state !== "captured") return 0;
  const { paymentOperation } = ctx.db.t;
  const asked = await ctx.db.select({ params: paymentOperation.params }).from(paymentOperation).where(and(eq(paymentOperation.paymentId, payment.id), eq(paymentOperation.kind, "refund"), eq(paymentOperation.state, "queued")));
  return Math.max(0, asked.reduce((left, { params }) => left - Number(params.amountMinor ?? 0), heldMinor(payment)));
}
