import { and, eq, inArray, sql } from "drizzle-orm";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";

/** What helpers really ask for a service type, in minor units. */
export type AskedPrices = { n: number; min: number; median: number; max: number };

/** Lowest, middle and highest price of the live listings of helpers in service, by service type id. Prices are few, so they are counted by amount. */
export async function askedPrices(ctx: Context): Promise<Map<string, AskedPrices>> {
  const { listing, helper } = ctx.db.t;
  const rows = await ctx.db
    .select({ id: listing.serviceTypeId, price: listing.priceMinor, n: sql<number>`count(*)`.mapWith(Number) })
    .from(listing)
    .innerJoin(helper, eq(helper.id, listing.helperId))
    .where(and(eq(listing.state, "live"), inArray(helper.state, [...servingStates])))
    .groupBy(listing.serviceTypeId, listing.priceMinor)
    .orderBy(listing.serviceTypeId, listing.priceMinor);
  const byType = new Map<string, { price: number; n: number }[]>();
  for (const { id, price, n } of rows) byType.set(id, [...(byType.get(id) ?? []), { price, n }]);
  return new Map([...byType].map(([id, prices]) => [id, summary(prices)]));
}

/** Of prices in rising order with how often each is asked; the middle is the lower of two. */
export function summary(prices: readonly { price: number; n: number }[]): AskedPrices {
  const n = prices.reduce((sum, each) => sum + each.n, 0);
  let passed = 0;
  const middle = prices.find((each) => {
    passed += each.n;
    return passed >= n / 2;
  });
  return { n, min: prices[0]?.price ?? 0, median: middle?.price ?? 0, max: prices.at(-1)?.price ?? 0 };
}
