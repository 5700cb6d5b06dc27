import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import type { Extra } from "./visit.ts";

/** All extras of one visit, the oldest first. */
export async function extrasOf(ctx: Context, bookingId: string): Promise<Extra[]> {
  const { visitExtra } = ctx.db.t;
  return ctx.db.select().from(visitExtra).where(eq(visitExtra.bookingId, bookingId)).orderBy(asc(visitExtra.proposedAt), asc(visitExtra.id));
}

/** What nobody has answered when the visit is over counts for nothing. */
export async function lapseExtras(tx: Context, bookingId: string): Promise<void> {
  const { visitExtra } = tx.db.t;
  const open = and(eq(visitExtra.bookingId, bookingId), eq(visitExtra.state, "proposed"));
  for (const { id, amountMinor } of await tx.db.update(visitExtra).set({ state: "lapsed", answeredAt: tx.now }).where(open).returning()) await record(tx, { name: "booking.extraLapsed", subject: { kind: "booking", id: bookingId }, facts: { extraId: id, amountMinor } });
}
