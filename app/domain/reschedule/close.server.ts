import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { Proposal, ProposalState } from "./reschedule.ts";

/** Ends what is open about a booking; whoever gets a row back has ended it, and nobody else. */
export async function closeOpen(tx: Context, bookingId: string, state: Exclude<ProposalState, "open">, chosen: number | null = null): Promise<Proposal | null> {
  const { rescheduleProposal: table } = tx.db.t;
  const [row] = await tx.db.update(table).set({ state, chosen, answeredAt: tx.now }).where(and(eq(table.bookingId, bookingId), eq(table.state, "open"))).returning();
  return row ?? null;
}
