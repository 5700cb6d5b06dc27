import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { type Booking, bookingRoles } from "../booking/booking.ts";
import { partOf } from "../booking/booking.policy.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import { othersOf } from "./members.server.ts";
import { calendarsOf, freeOn } from "./offer.server.ts";
import { seriesStarts } from "./dates.ts";
import { nearestTo, type PlannedVisit, type SeriesWish } from "./series.ts";

export type SeriesPlan = { wish: SeriesWish; priceMinor: number; visits: PlannedVisit[] };

/**
 * Whether the actor may make several visits of a held one: its customer, or support for a caller. A visit that makes another good stands
 * alone: its price is frozen and the company pays what it costs more, once.
 */
export const mayPlan = (ctx: Context, booking: Booking): boolean => {
  if (booking.follows !== null) return false;
  const part = partOf(ctx.actor, booking);
  return part === "customer" || (part === "staff" && hasRole(ctx.actor, ...bookingRoles));
};

/**
 * Every date of the wish with its state: free at the same time of the wall clock, or the nearest free times of that day.
 * Dates lie as far ahead as weekly hours go, beyond the horizon too. Refusals: not-found, wrong-state, not-bookable.
 */
export async function planSeries(ctx: Context, bookingId: string, wish: SeriesWish): Promise<Result<SeriesPlan, "not-found" | "wrong-state" | "not-bookable">> {
  const lead = await findBooking(ctx, bookingId);
  if (!lead || !mayPlan(ctx, lead)) return refuse("not-found");
  if (lead.state !== "draft") return refuse("wrong-state");
  const calendars = await calendarsOf(ctx, lead);
  if (!calendars) return refuse("not-bookable");
  const starts = seriesStarts(lead.startsAt, lead.zone, wish);
  const own = [lead.id, ...(await othersOf(ctx, lead)).map(({ id }) => id)];
  const later = starts.slice(1);
  const found = await freeOn(ctx, calendars, lead, later, own);
  const length = lead.endsAt - lead.startsAt;
  const visits = starts.map((startsAt, i): PlannedVisit => {
    const slots = [...new Set(found.flatMap(({ days }) => days[i - 1] ?? []))];
    const free = i === 0 || slots.includes(startsAt);
    return { nth: i + 1, startsAt, endsAt: startsAt + length, free, instead: free ? [] : nearestTo(startsAt, slots) };
  });
  return ok({ wish, priceMinor: lead.priceMinor, visits });
}
