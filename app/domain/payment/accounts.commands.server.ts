import { eq } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, type Result } from "../kernel/result.ts";

/** The provider says whether a payout account can receive money; unknown accounts are not ours. */
export const payoutAccountChanged = (ctx: Context, accountId: string, active: boolean): Promise<Result<null, never>> =>
  atomically(ctx, async (tx) => {
    const { helper } = tx.db.t;
    const [row] = await tx.db.select().from(helper).where(eq(helper.payoutAccountId, accountId));
    if (!row || (row.payoutActiveAt !== null) === active) return ok(null);
    await tx.db.update(helper).set({ payoutActiveAt: active ? tx.now : null }).where(eq(helper.id, row.id));
    await record(tx, { name: active ? "helper.payoutReady" : "helper.payoutStopped", subject: { kind: "helper", id: row.id } });
    return ok(null);
  });
