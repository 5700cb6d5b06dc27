import { activeLanes, bookableListing, slotsOnDays } from "../availability/availability.queries.server.ts";
import { localityPoint } from "../availability/travel.ts";
import type { Booking } from "../booking/booking.ts";
import { serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { minute } from "../kernel/time.ts";

/** The calendars in which a visit like this one may take place; null when it is not offered any more. */
export async function calendarsOf(ctx: Context, { listingId, serviceTypeId, helperId }: Pick<Booking, "listingId" | "serviceTypeId" | "helperId">): Promise<string[] | null> {
  if (listingId !== null) return (await bookableListing(ctx, listingId))?.helper.id === helperId && helperId !== null ? [helperId] : null;
  return (await serviceTypeById(ctx, serviceTypeId))?.state === "active" ? activeLanes(ctx) : null;
}

type Visit = Pick<Booking, "startsAt" | "endsAt" | "instant" | "postcode" | "locality">;

/** The free starts of each calendar on the days of some moments (rising, on different days), the ways to the visit's place included; `own` are bookings that make room. */
export async function freeOn(ctx: Context, calendars: readonly string[], visit: Visit, moments: readonly number[], own: readonly string[] = []): Promise<{ calendarId: string; days: number[][] }[]> {
  const asked = { instant: visit.instant, at: localityPoint(ctx.places, visit), ignore: own };
  const found: { calendarId: string; days: number[][] }[] = [];
  for (const calendarId of calendars) found.push({ calendarId, days: await slotsOnDays(ctx, calendarId, Math.round((visit.endsAt - visit.startsAt) / minute), moments, asked) });
  return found;
}
