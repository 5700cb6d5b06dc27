import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";

export type Limit = { limit: number; windowMs: number };

/**
 * Counts `by` uses of a key and says whether they are still within the limit of its window, on real time.
 * Outside transactions only: a refusal that rolls back must not give the tries back. Give keys without personal data.
 */
export async function allow(ctx: Pick<Context, "store" | "realNow"> & { inTransaction?: boolean }, key: string, { limit, windowMs }: Limit, by = 1): Promise<boolean> {
  if (ctx.inTransaction) throw new Error("A limit is counted outside the transaction.");
  const { rateLimit } = ctx.store.t;
  const over = sql`${rateLimit.windowEndsAt} <= ${ctx.realNow}`;
  const [row] = await ctx.store.db
    .insert(rateLimit)
    .values({ key, count: by, windowEndsAt: ctx.realNow + windowMs })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${over} then ${by} else ${rateLimit.count} + ${by} end`,
        windowEndsAt: sql`case when ${over} then ${ctx.realNow + windowMs} else ${rateLimit.windowEndsAt} end`,
      },
    })
    .returning({ count: rateLimit.count });
  return (row?.count ?? 0) <= limit;
}
