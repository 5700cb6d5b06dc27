import { and, eq, gt, inArray, lt, lte } from "drizzle-orm";
import { refreshNextFree } from "#app/domain/availability/availability.commands.server.ts";
import { servingStates } from "#app/domain/helper/helper.ts";
import { hour } from "#app/domain/kernel/time.ts";
import type { Context } from "#app/domain/kernel/context.ts";

/** Few enough that a customer's command never waits long for the writer. */
const part = 25;

/** Twice the time between two runs, so that none is missed. */
const policyWindow = 2 * hour;

/**
 * A lower bound that time has passed still bounds, but says "soon" of people who may be booked out: it is computed anew.
 * So is every bound when a policy has come into force: a shorter lead time brings everybody's first slot nearer.
 */
export async function refreshPassedBounds(ctx: Context): Promise<void> {
  const { helper, setting } = ctx.db.t;
  const isNewPolicy = (await ctx.db.$count(setting, and(eq(setting.key, "policy"), gt(setting.validFrom, ctx.now - policyWindow), lte(setting.validFrom, ctx.now)))) > 0;
  const rows = await ctx.db.select({ id: helper.id }).from(helper).where(and(inArray(helper.state, [...servingStates]), isNewPolicy ? undefined : lt(helper.nextFreeAt, ctx.now)));
  for (let from = 0; from < rows.length; from += part)
    await ctx.store.tx(async (db) => {
      for (const { id } of rows.slice(from, from + part)) await refreshNextFree({ ...ctx, db, inTransaction: true }, id);
    });
}
