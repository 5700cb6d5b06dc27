import type { Context } from "./context.ts";

/** The work that can be asked for, with its payload; app/jobs holds one handler for each. */
export type JobPayloads = {
  mail: { kind: string; bookingId?: string; personId?: string; email?: string; locale?: string; data?: Record<string, string | number | boolean | null> };
  payment: { operationId: string };
  "booking.tick": { bookingId: string };
  "payment.due": { paymentId: string };
  "payout.tick": { payoutId: string };
  "helper.end": { helperId: string };
  "rescue.tick": { rescueId: string };
  "calendar.refresh": { sourceId: string };
  /** Work of app/jobs/schedule.ts; one row each, used again and again. */
  recurring: { name: string };
};
export type JobKind = keyof JobPayloads;

/**
 * Queues work in the transaction that causes it. `runAt` is business time; a second row with the same `key` is ignored.
 * The runner performs it after the commit: app/jobs/runner.server.ts.
 * A quiet context (the seed) wakes nothing.
 */
export async function later<K extends JobKind>(tx: Context, kind: K, payload: JobPayloads[K], options: { runAt?: number; key?: string } = {}): Promise<void> {
  if (tx.quiet) return;
  await tx.db
    .insert(tx.db.t.job)
    .values({ id: tx.newId(), kind, key: options.key ?? null, payload, runAt: options.runAt ?? tx.now, createdAt: tx.now })
    .onConflictDoNothing();
  tx.ring?.();
}
