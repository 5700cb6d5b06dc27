import { and, desc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import type { Absence } from "./visit.ts";

/** The waiting that is open, or null. */
export async function openAbsence(ctx: Context, bookingId: string): Promise<Absence | null> {
  const { visitAbsence } = ctx.db.t;
  const [row] = await ctx.db.select().from(visitAbsence).where(and(eq(visitAbsence.bookingId, bookingId), eq(visitAbsence.state, "waiting")));
  return row ?? null;
}

/** The waiting that is open, else the newest, or null. */
export async function lastAbsence(ctx: Context, bookingId: string): Promise<Absence | null> {
  const open = await openAbsence(ctx, bookingId);
  if (open) return open;
  const { visitAbsence } = ctx.db.t;
  const [row] = await ctx.db.select().from(visitAbsence).where(eq(visitAbsence.bookingId, bookingId)).orderBy(desc(visitAbsence.waitingSince), desc(visitAbsence.id)).limit(1);
  return row ?? null;
}

/** They have met, or the visit ended otherwise: nobody waits any more. */
export async function stopWaiting(tx: Context, bookingId: string): Promise<void> {
  const { visitAbsence } = tx.db.t;
  const open = and(eq(visitAbsence.bookingId, bookingId), eq(visitAbsence.state, "waiting"));
  for (const { absent } of await tx.db.update(visitAbsence).set({ state: "withdrawn", endedAt: tx.now }).where(open).returning()) await record(tx, { name: "booking.waitingOver", subject: { kind: "booking", id: bookingId }, facts: { absent } });
}
