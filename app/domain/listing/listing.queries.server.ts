import { asc, eq } from "drizzle-orm";
import { mayEditProfile, maySeeHelpers } from "../helper/helper.policy.ts";
import type { Context } from "../kernel/context.ts";

/** All offers of one helper with their service types, for the helper and for staff. */
export async function listingsOf(ctx: Context, helperId: string) {
  if (!mayEditProfile(ctx.actor, helperId) && !maySeeHelpers(ctx.actor)) return [];
  const { listing, serviceType } = ctx.db.t;
  return ctx.db.select({ listing, type: serviceType }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId)).where(eq(listing.helperId, helperId)).orderBy(asc(serviceType.number));
}
