import { asc, desc, eq, sql } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { type AreaPostcode, type AreaStanding, standingOf } from "./area.ts";

/** Whether the programme serves a postcode today, and from when on it will. */
export async function areaStanding(ctx: Context, postcode: string): Promise<AreaStanding> {
  if (ctx.settings.areaEverywhere) return { open: true };
  const { areaPostcode } = ctx.db.t;
  const [row] = await ctx.db.select().from(areaPostcode).where(eq(areaPostcode.postcode, postcode));
  return standingOf(false, row, ctx.now);
}

export const isOpen = async (ctx: Context, postcode: string): Promise<boolean> => (await areaStanding(ctx, postcode)).open;

/** The programme area, in the order of postcodes. */
export async function areaPostcodes(ctx: Context): Promise<AreaPostcode[]> {
  const { areaPostcode } = ctx.db.t;
  return ctx.db.select().from(areaPostcode).orderBy(asc(areaPostcode.postcode));
}

/** How many people wait for each postcode, the most wished for first; staff only. */
export async function wishesByPostcode(ctx: Context): Promise<{ postcode: string; wishes: number; reachable: number; last: number }[]> {
  if (!hasRole(ctx.actor, "support", "quality", "certifier")) return [];
  const { areaWish } = ctx.db.t;
  const wishes = sql<number>`count(*)`.mapWith(Number);
  return ctx.db
    .select({ postcode: areaWish.postcode, wishes, reachable: sql<number>`count(${areaWish.email})`.mapWith(Number), last: sql<number>`max(${areaWish.createdAt})`.mapWith(Number) })
    .from(areaWish)
    .groupBy(areaWish.postcode)
    .orderBy(desc(wishes), asc(areaWish.postcode));
}
