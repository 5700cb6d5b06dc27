import { and, eq, isNotNull, lte } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import { ok } from "../kernel/result.ts";
import { defaultLocale, isLocale } from "../kernel/words.ts";

/** Writes to everybody who asked to be told when their postcode opens; the wish stays counted, the address goes. */
export async function tellOpenedAreas(ctx: Context): Promise<void> {
  const { areaWish, areaPostcode } = ctx.db.t;
  const waiting = await ctx.db
    .select({ id: areaWish.id, postcode: areaWish.postcode, email: areaWish.email, locale: areaWish.locale })
    .from(areaWish)
    .innerJoin(areaPostcode, eq(areaPostcode.postcode, areaWish.postcode))
    .where(and(isNotNull(areaWish.email), lte(areaPostcode.opensAt, ctx.now)))
    .limit(1000);
  for (const wish of waiting)
    await atomically(ctx, async (tx) => {
      const locale = isLocale(wish.locale) ? wish.locale : defaultLocale;
      const place = tx.places.byPostcode(wish.postcode)[0];
      await later(tx, "mail", { kind: "area.open", email: wish.email ?? "", locale, data: { postcode: wish.postcode, locality: place?.locality ?? "" } }, { key: `area-open:${wish.id}` });
      await tx.db.update(areaWish).set({ email: null }).where(eq(areaWish.id, wish.id));
      return ok(null);
    });
}
