import { and, between, eq, inArray, isNull } from "drizzle-orm";
import { activeServiceTypes } from "../catalogue/catalogue.queries.server.ts";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";
import { areasOf } from "./area.rows.server.ts";
import { boxOf } from "./area.ts";
import { confirmedFree } from "./free.server.ts";
import { distanceM, passes, rank, roundedKm } from "./search.ts";
import type { SearchQuestion } from "./search.queries.server.ts";

export type NextBest = {
  /** Other services of the same category that somebody offers here, the most offered first. */
  neighbours: { code: string; helpers: number }[];
  /** Helpers for this service nearby whose own radius ends before this place. */
  farther: { helpers: number; nearestKm: number } | null;
  /** The first moment at which somebody is free, when a day was wished for. */
  later: { at: number; helpers: number } | null;
};

const lookAroundM = 30_000;

/** What else helps when few or none match; asked only then. */
export async function nextBest(ctx: Context, question: SearchQuestion): Promise<NextBest> {
  const { serviceType, place } = question;
  const areas = areasOf(ctx.db);
  const neighbours: NextBest["neighbours"] = [];
  for (const type of await activeServiceTypes(ctx)) {
    if (type.id === serviceType.id || type.categoryCode !== serviceType.categoryCode || type.riskClass === "professional_only") continue;
    const found = await areas.covering(ctx.db, place, type.number, ctx.now);
    const helpers = found.filter((c) => passes(c, distanceM(place.lat, place.lng, c.lat, c.lng), {})).length;
    if (helpers > 0) neighbours.push({ code: type.code, helpers });
  }
  return { neighbours: neighbours.sort((a, b) => b.helpers - a.helpers).slice(0, 3), farther: await farther(ctx, question), later: await later(ctx, question) };
}

async function farther(ctx: Context, { serviceType, place }: SearchQuestion): Promise<NextBest["farther"]> {
  const { helper, searchEntry, listing } = ctx.db.t;
  const box = boxOf({ ...place, radiusM: lookAroundM });
  const rows = await ctx.db
    .select({ lat: helper.publicLat, lng: helper.publicLng, radiusKm: helper.radiusKm })
    .from(searchEntry)
    .innerJoin(listing, eq(listing.id, searchEntry.listingId))
    .innerJoin(helper, eq(helper.id, searchEntry.helperId))
    .where(and(eq(listing.serviceTypeId, serviceType.id), inArray(helper.state, [...servingStates]), isNull(helper.pausedAt), between(helper.publicLat, box.south, box.north), between(helper.publicLng, box.west, box.east)));
  const away = rows
    .map(({ lat, lng, radiusKm }) => ({ distance: distanceM(place.lat, place.lng, lat ?? 0, lng ?? 0), radiusKm }))
    .filter(({ distance, radiusKm }) => distance > radiusKm * 1000 && distance <= lookAroundM)
    .map(({ distance }) => distance);
  return away.length ? { helpers: away.length, nearestKm: roundedKm(Math.min(...away)) } : null;
}

async function later(ctx: Context, question: SearchQuestion): Promise<NextBest["later"]> {
  const { when, place, serviceType, filters } = question;
  if (!when.day && !when.within && !when.part) return null;
  const covering = await areasOf(ctx.db).covering(ctx.db, place, serviceType.number, ctx.now);
  const free = await confirmedFree(ctx, rank(covering, place, { filters, sorting: "distance", weights: ctx.settings.matchWeights, now: ctx.now, horizonMs: 1 }), { at: place, durationMinutes: serviceType.content.durationMinutes }, null);
  const times = [...free.values()].filter((at): at is number => at !== null);
  return times.length ? { at: Math.min(...times), helpers: times.length } : null;
}
