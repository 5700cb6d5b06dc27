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
  /** What would be booked: the service of the last visit, else the first that is offered; null when nothing is bookable now. */
  offer: { listingId: string; service: Words; priceMinor: number; hourly: boolean; /** How long it takes, or the preset cap. */ minutes: number; nextFreeAt: number | null } | null;
  /** The last visit with them, whose details come along; null when there was none. */
  last: { bookingId: string; postcode: string; locality: string } | null;
};

const mostShown = 60;

/** Everybody whom the actor remembered, in the order of the next time that can truly be booked. */
export async function myHelpers(ctx: Context): Promise<MyHelper[]> {
  const { favourite, helper } = ctx.db.t;
  if (ctx.actor.kind !== "person" || !ctx.actor.personId) return [];
  const rows = await ctx.db
    .select({ id: helper.id, name: helper.displayName, photoFileId: helper.photoFileId, locality: helper.locality })
    .from(favourite)
    .innerJoin(helper, eq(helper.id, favourite.helperId))
    .where(eq(favourite.personId, ctx.actor.personId))
    .orderBy(desc(favourite.at), asc(helper.id))
    .limit(mostShown);
  const visits = await lastVisits(ctx, rows.map(({ id }) => id));
  const shown: MyHelper[] = [];
  for (const { locality, ...row } of rows) {
    const visit = visits.get(row.id);
    shown.push({
      ...row,
      locality: locality ?? "",
      offer: await offerOf(ctx, row.id, visit ?? null),
      last: visit ? { bookingId: visit.id, postcode: visit.postcode, locality: visit.locality } : null,
    });
  }
  const at = ({ offer }: MyHelper) => offer?.nextFreeAt ?? Number.MAX_SAFE_INTEGER;
  return shown.sort((a, b) => at(a) - at(b));
}

type Visit = Pick<Booking, "id" | "listingId" | "postcode" | "locality">;

/** The actor's own latest visit with each helper; what others share with them is not theirs to book again. */
async function lastVisits(ctx: Context, helperIds: readonly string[]): Promise<Map<string, Visit>> {
  if (helperIds.length === 0) return new Map();
  const { booking } = ctx.db.t;
  const asCustomer = { ...ctx, actor: { ...ctx.actor, helperId: null } };
  const rows = await ctx.db
    .select()
    .from(booking)
    .where(and(seenBy(asCustomer), inArray(booking.helperId, [...helperIds]), inArray(booking.state, ["finished", "reported", "signed_off", "closed"])))
    .orderBy(asc(booking.startsAt), asc(booking.id));
  return new Map((await knownAs(asCustomer, rows)).filter(({ watching }) => !watching).map((row) => [row.helperId ?? "", row]));
}

async function offerOf(ctx: Context, helperId: string, visit: Visit | null): Promise<MyHelper["offer"]> {
  const { listing } = ctx.db.t;
  const live = await ctx.db.select({ id: listing.id }).from(listing).where(and(eq(listing.helperId, helperId), eq(listing.state, "live"))).orderBy(asc(listing.createdAt), asc(listing.id));
  const wished = [...live].sort((a, b) => Number(b.id === visit?.listingId) - Number(a.id === visit?.listingId));
  for (const { id } of wished) {
    const found = await bookableListing(ctx, id);
    if (!found) continue;
    const { durationMinutes, name } = found.service.content;
    const at = visit ? localityPoint(ctx.places, visit) : null;
    const free = await nextFree(ctx, [helperId], { durationMinutes, instant: found.instant, at });
    return { listingId: id, service: name, priceMinor: found.listing.priceMinor, hourly: isHourly(found.service.content), minutes: durationMinutes, nextFreeAt: free.get(helperId) ?? null };
  }
  return null;
}
