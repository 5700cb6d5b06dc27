import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { distanceM } from "#app/domain/search/search.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import type { Chance } from "./chance.ts";
import { drawCustomer } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { helperAtWork, type PastVisit, tellVisit } from "./visits.ts";
import type { Progress } from "./world.ts";

const minute = 60_000;
const day = 86_400_000;
const zone = "Europe/Zurich";

/** Localities a helper would travel to, so that customers live where a search would find the helper. */
export const near = (told: Told, all: readonly Place[]): Place[] =>
  all.filter((place) => distanceM(told.plan.place.lat, told.plan.place.lng, place.lat, place.lng) < Math.max(1500, (told.plan.radiusKm - 1.5) * 1000));

/** A start within the helper's weekly hours around a moment, or null when that week has none. */
export function drawStart(chance: Chance, { plan }: Told, around: number, durationMinutes: number): number | null {
  const span = chance.pick(plan.hours);
  const room = span.untilMinute - span.fromMinute - durationMinutes - 60;
  if (room < 0) return null;
  const date = Temporal.Instant.fromEpochMilliseconds(around).toZonedDateTimeISO(zone).toPlainDate();
  const on = date.add({ days: (span.weekday - date.dayOfWeek + 7) % 7 });
  const at = Math.ceil((span.fromMinute + 30 + chance.whole(0, Math.floor(room / 30)) * 30) / 30) * 30;
  return on.toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(at / 60), minute: at % 60 } }).epochMilliseconds;
}

/** Twelve months of visits, helper by helper in the order of time; returns how many were told. */
export async function tellPast(ctx: Context, chance: Chance, helpers: readonly Told[], options: { all: readonly Place[]; now: number; months: number; visits: number; expert: Actor; progress: Progress }): Promise<number> {
  const { serviceTypes } = await readCatalogue(ctx);
  const duration = new Map(serviceTypes.map(({ code, content }) => [code, content.durationMinutes]));
  const { listing, serviceType } = ctx.db.t;
  const offers = await ctx.db.select({ id: listing.id, helperId: listing.helperId, code: serviceType.code }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId));
  const listingOf = new Map(offers.map(({ id, helperId, code }) => [`${helperId} ${code}`, id]));
  let told = 0;
  let number = 0;
  for (const [index, helper] of helpers.entries()) {
    options.progress("visits", index, helpers.length);
    const places = near(helper, options.all);
    const joined = Math.max(helper.plan.joinedAt + 3 * day, options.now - options.months * 30.4 * day);
    const share = (options.now - joined) / (365 * day);
    const wanted = Math.round(options.visits * share * (0.3 + 1.7 * chance.next()));
    const moments = Array.from({ length: wanted }, () => Math.floor(joined + chance.next() * (options.now - joined - 9 * day))).sort((a, b) => a - b);
    for (const moment of moments) {
      const offer = chance.pick(helper.plan.offers);
      const place = places.length ? chance.pick(places) : helper.plan.place;
      const durationMinutes = duration.get(offer.code) ?? 60;
      const startsAt = drawStart(chance, helper, moment, durationMinutes);
      const listingId = listingOf.get(`${helper.helperId} ${offer.code}`);
      if (startsAt === null || !listingId || startsAt > options.now - day) continue;
      const bookedAt = startsAt - Math.round((chance.next() * chance.next() * 9 + 0.45) * day);
      if (bookedAt < helper.plan.joinedAt + 3 * day) continue;
      const visit: PastVisit = { offer: { listingId }, serviceCode: offer.code, startsAt, bookedAt: Math.floor(bookedAt / minute) * minute, durationMinutes, customer: drawCustomer(chance, place, ++number), place };
      if (await tellVisit(ctx, chance, helperAtWork(helper), visit, { until: options.now, expert: options.expert })) told++;
    }
  }
  return told;
}
