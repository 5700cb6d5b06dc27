import { isHourly } from "../booking/hourly.ts";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { bookableListing, nextFree } from "../availability/availability.queries.server.ts";
import { localityPoint } from "../availability/travel.ts";
import type { Booking } from "../booking/booking.ts";
import { knownAs, seenBy } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import type { Words } from "../kernel/words.ts";

/** One row, so that the many who are nobody's favourite cost nothing. */
export async function isFavourite(ctx: Context, helperId: string): Promise<boolean> {
  const { favourite } = ctx.db.t;
  if (ctx.actor.kind !== "person" || !ctx.actor.personId) return false;
  return (await ctx.db.$count(favourite, and(eq(favourite.personId, ctx.actor.personId), eq(favourite.helperId, helperId)))) > 0;
}

/** The ids of all whom a signed-in customer remembered; null, and no question to the database, for everybody else. */
export async function favouriteIds(ctx: Context): Promise<ReadonlySet<string> | null> {
  const { favourite } = ctx.db.t;
  if (ctx.actor.kind !== "person" || !ctx.actor.personId) return null;
  return new Set((await ctx.db.select({ id: favourite.helperId }).from(favourite).where(eq(favourite.personId, ctx.actor.personId))).map(({ id }) => id));
}

export type MyHelper = {
  id: string;
  name: string;
  photoFileId: string | null;
  locality: string;
  /** What would be booked: the service that they were remembered for, else that of the last visit, else the first that is offered; null when nothing is bookable now. */
  offer: { listingId: string; code: string; service: Words; priceMinor: number; hourly: boolean; /** How long it takes, or the preset cap. */ minutes: number; nextFreeAt: number | null } | null;
  /** The last visit with them, whose details come along; of the service that they were remembered for where that is the offer; null when there was none. */
  last: { bookingId: string; postcode: string; locality: string } | null;
};

const mostShown = 60;

/** Everybody whom the actor remembered, in the order of the next time that can truly be booked. */
export async function myHelpers(ctx: Context): Promise<MyHelper[]> {
  const { favourite, helper } = ctx.db.t;
  if (ctx.actor.kind !== "person" || !ctx.actor.personId) return [];
  const rows = await ctx.db
    .select({ id: helper.id, name: helper.displayName, photoFileId: helper.photoFileId, locality: helper.locality, rememberedFor: favourite.serviceTypeId })
    .from(favourite)
    .innerJoin(helper, eq(helper.id, favourite.helperId))
    .where(eq(favourite.personId, ctx.actor.personId))
    .orderBy(desc(favourite.at), asc(helper.id))
    .limit(mostShown);
  const visits = await lastVisits(ctx, rows.map(({ id }) => id));
  const shown: MyHelper[] = [];
  for (const { locality, rememberedFor, ...row } of rows) {
    const all = visits.get(row.id) ?? [];
    const found = await offerOf(ctx, row.id, all[0] ?? null, rememberedFor);
    const visit = found && found.serviceTypeId === rememberedFor ? all.find(({ serviceTypeId }) => serviceTypeId === rememberedFor) : all[0];
    shown.push({
      ...row,
      locality: locality ?? "",
      offer: found?.offer ?? null,
      last: visit ? { bookingId: visit.id, postcode: visit.postcode, locality: visit.locality } : null,
    });
  }
  const at = ({ offer }: MyHelper) => offer?.nextFreeAt ?? Number.MAX_SAFE_INTEGER;
  return shown.sort((a, b) => at(a) - at(b));
}

type Visit = Pick<Booking, "id" | "listingId" | "serviceTypeId" | "postcode" | "locality">;

/** The actor's own visits with each helper, the latest first; what others share with them is not theirs to book again. */
async function lastVisits(ctx: Context, helperIds: readonly string[]): Promise<Map<string, Visit[]>> {
  if (helperIds.length === 0) return new Map();
  const { booking } = ctx.db.t;
  const asCustomer = { ...ctx, actor: { ...ctx.actor, helperId: null } };
  const rows = await ctx.db
    .select()
    .from(booking)
    .where(and(seenBy(asCustomer), inArray(booking.helperId, [...helperIds]), inArray(booking.state, ["finished", "reported", "signed_off", "closed"])))
    .orderBy(desc(booking.startsAt), desc(booking.id));
  const own = (await knownAs(asCustomer, rows)).filter(({ watching }) => !watching);
  return new Map(helperIds.map((id) => [id, own.filter(({ helperId }) => helperId === id)]));
}

async function offerOf(ctx: Context, helperId: string, visit: Visit | null, rememberedFor: string | null): Promise<{ offer: NonNullable<MyHelper["offer"]>; serviceTypeId: string } | null> {
  const { listing } = ctx.db.t;
  const live = await ctx.db.select({ id: listing.id, serviceTypeId: listing.serviceTypeId }).from(listing).where(and(eq(listing.helperId, helperId), eq(listing.state, "live"))).orderBy(asc(listing.createdAt), asc(listing.id));
  const weight = ({ id, serviceTypeId }: (typeof live)[number]) => (serviceTypeId === rememberedFor ? 2 : id === visit?.listingId ? 1 : 0);
  for (const { id, serviceTypeId } of [...live].sort((a, b) => weight(b) - weight(a))) {
    const found = await bookableListing(ctx, id);
    if (!found) continue;
    const { durationMinutes, name } = found.service.content;
    const at = visit ? localityPoint(ctx.places, visit) : null;
    const free = await nextFree(ctx, [helperId], { durationMinutes, instant: found.instant, at });
    return { serviceTypeId, offer: { listingId: id, code: found.service.code, service: name, priceMinor: found.listing.priceMinor, hourly: isHourly(found.service.content), minutes: durationMinutes, nextFreeAt: free.get(helperId) ?? null } };
  }
  return null;
}
