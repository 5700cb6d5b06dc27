import { and, eq, isNull } from "drizzle-orm";
import { maySeeHelpers } from "../helper/helper.policy.ts";
import type { Context } from "../kernel/context.ts";

export type EndProposal = { id: string; reason: string; proposedBy: string; proposerName: string | null; proposedAt: number; isOwn: boolean };

/** The proposal to end a helper's work that waits for a second person; null when there is none, or for whom it is not. */
export async function openProposal(ctx: Context, helperId: string): Promise<EndProposal | null> {
  if (!maySeeHelpers(ctx.actor)) return null;
  const { endProposal, person } = ctx.db.t;
  const [row] = await ctx.db
    .select({ proposal: endProposal, name: person.name })
    .from(endProposal)
    .leftJoin(person, eq(person.id, endProposal.proposedBy))
    .where(and(eq(endProposal.helperId, helperId), isNull(endProposal.decidedAt)));
  if (!row) return null;
  const { id, reason, proposedBy, proposedAt } = row.proposal;
  return { id, reason, proposedBy, proposerName: row.name, proposedAt, isOwn: proposedBy === ctx.actor.personId };
}
