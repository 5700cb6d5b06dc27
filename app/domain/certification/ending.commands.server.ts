import { and, eq, isNull } from "drizzle-orm";
import { maySuspend, whyNotChange } from "../helper/helper.policy.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import { openProposal } from "./ending.queries.server.ts";
import { measure, type Measured, type MeasureRefusal } from "./measures.commands.server.ts";

/** Notice before a helper's certificates end (product.md 5). */
export const noticeDays = 30;

export type EndRefusal = MeasureRefusal | "already-proposed" | "no-proposal" | "second-person";

/** Proposes that a helper's work ends: nothing happens and nobody is told until a second person decides. */
export const proposeEnd = (ctx: Context, helperId: string, reason: string): Promise<Result<Measured, EndRefusal>> =>
  atomically(ctx, async (tx): Promise<Result<Measured, EndRefusal>> => {
    if (!maySuspend(tx.actor)) return refuse("not-allowed");
    const { helper, endProposal } = tx.db.t;
    const [row] = await tx.db.select().from(helper).where(eq(helper.id, helperId));
    if (!row) return refuse("not-found");
    if (whyNotChange("notice", row.state)) return refuse("wrong-state");
    const words = reason.trim();
    if (!words) return refuse("reason-missing");
    const written = await tx.db.insert(endProposal).values({ id: tx.newId(), helperId, reason: words, proposedBy: tx.actor.personId ?? "system", proposedAt: tx.now }).onConflictDoNothing().returning({ id: endProposal.id });
    if (written.length === 0) return refuse("already-proposed");
    await record(tx, { name: "helper.endProposed", subject: { kind: "helper", id: helperId }, personal: { personId: row.personId, values: { reason: words } } });
    return ok({ state: row.state, visitsCancelled: 0 });
  });

/** A second person confirms what was proposed: the helper is told, and serves as before for 30 days more. */
export const endWithNotice = (ctx: Context, helperId: string): Promise<Result<Measured, EndRefusal>> =>
  atomically(ctx, async (tx): Promise<Result<Measured, EndRefusal>> => {
    if (!maySuspend(tx.actor)) return refuse("not-allowed");
    const proposal = await openProposal(tx, helperId);
    if (!proposal) return refuse("no-proposal");
    if (proposal.proposedBy === (tx.actor.personId ?? "system")) return refuse("second-person");
    if (!(await decide(tx, proposal.id, "confirmed"))) return refuse("no-proposal");
    const endsAt = tx.now + noticeDays * day;
    return measure(tx, helperId, { to: "notice", reason: proposal.reason, endsAt, name: "helper.noticeGiven", mail: "helper.ended.helper", facts: { proposedBy: proposal.proposedBy } }, async () => {
      await later(tx, "helper.end", { helperId }, { runAt: endsAt, key: `helper.end/${helperId}/${endsAt}` });
      return 0;
    });
  });

/** Drops a proposal: whoever made it takes it back, or a second person says no. */
export const dropEnd = (ctx: Context, helperId: string): Promise<Result<null, EndRefusal>> =>
  atomically(ctx, async (tx): Promise<Result<null, EndRefusal>> => {
    if (!maySuspend(tx.actor)) return refuse("not-allowed");
    const proposal = await openProposal(tx, helperId);
    if (!proposal || !(await decide(tx, proposal.id, "dropped"))) return refuse("no-proposal");
    await record(tx, { name: "helper.endDropped", subject: { kind: "helper", id: helperId }, facts: { proposedBy: proposal.proposedBy } });
    return ok(null);
  });

async function decide(tx: Context, id: string, decision: "confirmed" | "dropped"): Promise<boolean> {
  const { endProposal } = tx.db.t;
  const rows = await tx.db.update(endProposal).set({ decision, decidedBy: tx.actor.personId ?? "system", decidedAt: tx.now }).where(and(eq(endProposal.id, id), isNull(endProposal.decidedAt))).returning({ id: endProposal.id });
  return rows.length === 1;
}
