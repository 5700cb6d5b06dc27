import { and, inArray, lt } from "drizzle-orm";
import { refreshNextFree } from "#app/domain/availability/availability.commands.server.ts";
import { servingStates } from "#app/domain/helper/helper.ts";
import type { Context } from "#app/domain/kernel/context.ts";

/** Few enough that a customer's command never waits long for the writer. */
const part = 25;

/** A lower bound that time has passed still bounds, but says "soon" of people who may be booked out: it is computed anew. */
export async function refreshPassedBounds(ctx: Context): Promise<void> {
  const { helper } = ctx.db.t;
  const rows = await ctx.db.select({ id: helper.id }).from(helper).where(and(inArray(helper.state, [...servingStates]), lt(helper.nextFreeAt, ctx.now)));
  for (let from = 0; from < rows.length; from += part)
    await ctx.store.tx(async (db) => {
      for (const { id } of rows.slice(from, from + part)) await refreshNextFree({ ...ctx, db, inTransaction: true }, id);
    });
}
