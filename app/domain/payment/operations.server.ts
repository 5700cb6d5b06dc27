import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import type { OperationKind } from "./payment.ts";

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
