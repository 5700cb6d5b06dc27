import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { offerPrice } from "#app/domain/booking/hourly.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { distanceM } from "#app/domain/search/search.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import type { Chance } from "./chance.ts";
import { type Customer, demoCustomer, drawCustomer } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { helperAtWork, type PastVisit, tellVisit } from "./visits.ts";
import { type Standing, starOf } from "./standing.ts";
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

type Past = { all: readonly Place[]; now: number; months: number; visits: number; expert: Actor; standings: ReadonlyMap<string, Standing>; progress: Progress };
/** Helpers whose past is told in one transaction: waiting for the disk after each visit would cost as much as the visit. */
const together = 6;
/** Visits that the star of a whole year has behind it, and on which of them the demo's customer was there. */
const starVisits = { wanted: 20, customerAt: [11, 18] };

/** Twelve months of visits, helper by helper in the order of time; returns how many were told. */
export async function tellPast(ctx: Context, chance: Chance, helpers: readonly Told[], options: Past): Promise<number> {
  const { serviceTypes } = await readCatalogue(ctx);
  const contents = new Map(serviceTypes.map(({ code, content }) => [code, content]));
  const { listing, serviceType } = ctx.db.t;
  const offers = await ctx.db.select({ id: listing.id, helperId: listing.helperId, code: serviceType.code }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId));
  const listingOf = new Map(offers.map(({ id, helperId, code }) => [`${helperId} ${code}`, id]));
  const star = starOf(helpers, options.now);
  let told = 0;
  let number = 0;
  const tellOne = async (tx: Context, helper: Told): Promise<void> => {
    const places = near(helper, options.all);
    const joined = Math.max(helper.plan.joinedAt + 3 * day, options.now - options.months * 30.4 * day);
    const leaves = Math.min(options.now - day, options.standings.get(helper.helperId)?.at ?? options.now);
    const isStar = helper === star && options.months === 12;
    const visitAround = async (moment: number, customer?: Customer): Promise<boolean> => {
      const offer = chance.pick(helper.plan.offers);
      const place = places.length ? chance.pick(places) : helper.plan.place;
      const content = contents.get(offer.code);
      if (!content) return false;
      // What is paid by the hour lasts as long as its customer has set; a stream of its own, as the rest of the story needs none.
      const { durationMinutes, capMinutes } = offerPrice(0, content, chance.branch(`cap/${moment}/${offer.code}`).pick([60, 90, 90, 120, 120, 180]));
      const startsAt = drawStart(chance, helper, moment, durationMinutes);
      const listingId = listingOf.get(`${helper.helperId} ${offer.code}`);
      if (startsAt === null || !listingId || startsAt > leaves) return false;
      const bookedAt = startsAt - Math.round((chance.next() * chance.next() * 9 + 0.45) * day);
      if (bookedAt < helper.plan.joinedAt + 3 * day) return false;
      const visit: PastVisit = { offer: { listingId }, serviceCode: offer.code, startsAt, bookedAt: Math.floor(bookedAt / minute) * minute, durationMinutes, capMinutes, customer: customer ?? drawCustomer(chance, place, ++number), place, sure: isStar };
      return tellVisit(tx, chance, helperAtWork(helper), visit, { until: options.now, expert: options.expert });
    };
    for (const moment of isStar ? evenly(joined, options.now - 20 * day) : drawMoments(chance, joined, options)) {
      const customer = isStar && starVisits.customerAt.includes(moment.number) ? demoCustomer : undefined;
      // A star's visit that fell on a taken or a too short evening takes place some days later.
      for (let tries = isStar ? 6 : 1; tries > 0; tries--)
        if (await visitAround(moment.at + (isStar ? (6 - tries) * 2 * day : 0), customer)) {
          told++;
          break;
        }
    }
  };
  for (let from = 0; from < helpers.length; from += together) {
    options.progress("visits", from, helpers.length);
    await ctx.store.tx(async (db) => {
      for (const helper of helpers.slice(from, from + together)) await tellOne({ ...ctx, db, inTransaction: true }, helper);
    });
  }
  return told;
}

type Moment = { number: number; at: number };
const evenly = (from: number, until: number): Moment[] => Array.from({ length: starVisits.wanted }, (_, number) => ({ number, at: Math.floor(from + ((until - from) * number) / starVisits.wanted) }));

function drawMoments(chance: Chance, joined: number, { now, visits }: Past): Moment[] {
  const wanted = Math.round(visits * ((now - joined) / (365 * day)) * (0.3 + 1.7 * chance.next()));
  return Array.from({ length: wanted }, () => Math.floor(joined + chance.next() * (now - joined - 9 * day)))
    .sort((a, b) => a - b)
    .map((at, number) => ({ number, at }));
}
