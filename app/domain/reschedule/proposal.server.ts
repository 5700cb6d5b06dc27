import { and, desc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { Proposal } from "./reschedule.ts";

/** What is open about a booking, or null. */
export async function openProposal(ctx: Context, bookingId: string): Promise<Proposal | null> {
  const { rescheduleProposal: table } = ctx.db.t;
  const [row] = await ctx.db.select().from(table).where(and(eq(table.bookingId, bookingId), eq(table.state, "open")));
  return row ?? null;
}

/** Every round there was about a booking, the newest first. */
export async function proposalsOf(ctx: Context, bookingId: string): Promise<Proposal[]> {
  const { rescheduleProposal: table } = ctx.db.t;
  return ctx.db.select().from(table).where(eq(table.bookingId, bookingId)).orderBy(desc(table.at), desc(table.id));
}
