import { and, count, eq, gte, inArray } from "drizzle-orm";
import { bookableListing, isFree } from "../availability/availability.queries.server.ts";
import { localityPoint } from "../availability/travel.ts";
import { reachOf } from "../booking/reach.server.ts";
import type { Booking } from "../booking/booking.ts";
import { serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { day, minute } from "../kernel/time.ts";
import { areasOf } from "../search/area.rows.server.ts";
import { rank } from "../search/search.ts";
import { askLeadMinutes, fairnessSince, inFairOrder } from "./dispatch.ts";

/** Somebody who could be asked, before their calendar was looked at. */
export type Candidate = { helperId: string; listingId: string; score: number; asked: number; tonightUntil: number | null; leadMinutes: number };

/** A wave looks at so many calendars at most. */
const mostLooked = 80;

/**
 * Who could come in somebody's place, the fairest first: found by the search for this service at this place, at the agreed price or less,
 * not asked before, and not the customer themself.
 */
export async function candidatesFor(ctx: Context, booking: Booking, askedBefore: readonly string[]): Promise<Candidate[]> {
  const service = await serviceTypeById(ctx, booking.serviceTypeId);
  const place = localityPoint(ctx.places, booking);
  if (!place || service?.state !== "active") return [];
  const never = new Set([...askedBefore, booking.helperId]);
  const covering = (await areasOf(ctx.db).covering(ctx.db, place, service.number, ctx.now)).filter(({ helperId }) => !never.has(helperId));
  const ranked = rank(covering, place, { filters: { maxPriceMinor: booking.hourlyMinor ?? booking.priceMinor }, sorting: "match", weights: ctx.settings.matchWeights, now: ctx.now, horizonMs: ctx.settings.policy.horizonDays * day });
  const offers = [...new Map([...ranked].reverse().map((each) => [each.helperId, each])).values()];
  if (offers.length === 0) return [];
  const ids = offers.map(({ helperId }) => helperId);
  const { helper, person, calendarRule } = ctx.db.t;
  const people = new Map((await ctx.db.select({ id: helper.id, personId: helper.personId, email: person.email, tonightUntil: helper.tonightUntil, leadMinutes: calendarRule.leadMinutes }).from(helper).innerJoin(person, eq(person.id, helper.personId)).leftJoin(calendarRule, eq(calendarRule.calendarId, helper.id)).where(inArray(helper.id, ids))).map((row) => [row.id, row]));
  const asked = await askedLately(ctx, ids);
  const floor = askLeadMinutes(booking.policy);
  const known = offers.flatMap(({ helperId, listingId, score }) => {
    const who = people.get(helperId);
    const isCustomer = who && (who.personId === booking.customerId || (booking.contactEmail !== null && who.email?.toLowerCase() === booking.contactEmail));
    if (!who || isCustomer) return [];
    const isTonight = (who.tonightUntil ?? 0) > ctx.now;
    // The company's lead time is for whoever books without asking; a helper's own is theirs, unless they wish to be asked now.
    return [{ helperId, listingId, score, asked: asked.get(helperId) ?? 0, tonightUntil: who.tonightUntil, leadMinutes: isTonight ? floor : Math.max(floor, who.leadMinutes ?? 0) }];
  });
  return inFairOrder(known).slice(0, mostLooked);
}

/** How often each of some helpers was asked in the last weeks. */
export async function askedLately(ctx: Context, helperIds: readonly string[]): Promise<Map<string, number>> {
  const { bookingAsk } = ctx.db.t;
  const rows = helperIds.length ? await ctx.db.select({ helperId: bookingAsk.helperId, n: count().mapWith(Number) }).from(bookingAsk).where(and(inArray(bookingAsk.helperId, [...helperIds]), gte(bookingAsk.askedAt, fairnessSince(ctx.now)))).groupBy(bookingAsk.helperId) : [];
  return new Map(rows.map(({ helperId, n }) => [helperId, n]));
}

/** Does the listing still stand, do they reach the door, and is their calendar truly free at exactly that time, the ways included? */
export async function canCome(ctx: Context, booking: Booking, { helperId, listingId, leadMinutes }: Candidate): Promise<boolean> {
  const offer = await bookableListing(ctx, listingId);
  if (!offer || offer.listing.priceMinor > (booking.hourlyMinor ?? booking.priceMinor) || (await reachOf(ctx, booking, offer.helper)) !== "ok") return false;
  const length = Math.round((booking.endsAt - booking.startsAt) / minute);
  return isFree(ctx, helperId, booking.startsAt, length, { at: localityPoint(ctx.places, booking), leadMinutes });
}
