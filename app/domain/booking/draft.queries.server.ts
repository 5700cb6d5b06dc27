import { and, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { Booking } from "./booking.ts";

/** The form that this person or browser has open for an offer, the last one begun: its time is held for them, not from them. Null when there is none; a series and a visit that makes another good are chosen anew at their own place. */
export async function ownHold(ctx: Context, offer: { listingId: string } | { professional: string }): Promise<string | null> {
  const { booking } = ctx.db.t;
  const { personId, provenBookings } = ctx.actor;
  const mine = [...(personId ? [eq(booking.customerId, personId)] : []), ...(provenBookings.length ? [inArray(booking.id, [...provenBookings])] : [])];
  if (mine.length === 0) return null;
  const same = "listingId" in offer ? eq(booking.listingId, offer.listingId) : and(eq(booking.provider, "professional"), eq(booking.serviceTypeId, offer.professional));
  const [row] = await ctx.db
    .select({ id: booking.id })
    .from(booking)
    .where(and(or(...mine), same, eq(booking.state, "draft"), gt(booking.holdUntil, ctx.now), isNull(booking.followsBookingId), isNull(booking.seriesId)))
    .orderBy(desc(booking.createdAt), desc(booking.id))
    .limit(1);
  return row?.id ?? null;
}

type Wished = Pick<Booking, "listingId" | "provider" | "serviceTypeId" | "capMinutes" | "startsAt"> & { place: { postcode: string; locality: string }; follows?: { way: NonNullable<Booking["follows"]> }; attempt: string | null };

/**
 * The unpaid booking that already holds for this actor exactly what they wish: the answer to the first asking was lost. It is theirs by account, by
 * what their browser has proven, by having been held in place of the same booking, by the attempt of the page that was sent, or by having been held by the same member of staff; the
 * last two only while nothing was typed into it, because another caller may want the same, and a page may have been passed on. Null when there is none.
 */
export async function standingHold(ctx: Context, { listingId, provider, serviceTypeId, capMinutes, startsAt, place, follows, attempt }: Wished, before: Pick<Booking, "id" | "state"> | null): Promise<string | null> {
  // What still holds a time itself gives way to what is wished now.
  if (before?.state === "draft" || before?.state === "paying") return null;
  const { booking } = ctx.db.t;
  const { kind, personId, provenBookings } = ctx.actor;
  const mine = [
    ...(kind === "person" && personId ? [eq(booking.customerId, personId)] : []),
    ...(kind === "staff" && personId ? [eq(booking.bookedByStaffId, personId)] : []),
    ...(provenBookings.length ? [inArray(booking.id, [...provenBookings])] : []),
    ...(attempt ? [eq(booking.id, attempt)] : []),
    ...(before ? [eq(follows ? booking.followsBookingId : booking.replacesBookingId, before.id)] : []),
  ];
  if (mine.length === 0) return null;
  const rows = await ctx.db
    .select({ id: booking.id, contact: booking.contact, locale: booking.locale, customerId: booking.customerId, of: follows ? booking.followsBookingId : booking.replacesBookingId })
    .from(booking)
    .where(and(
      or(...mine), inArray(booking.state, ["draft", "paying"]), gt(booking.holdUntil, ctx.now), eq(booking.startsAt, startsAt),
      eq(booking.provider, provider), listingId ? eq(booking.listingId, listingId) : eq(booking.serviceTypeId, serviceTypeId),
      eq(booking.postcode, place.postcode), eq(booking.locality, place.locality), capMinutes === null ? isNull(booking.capMinutes) : eq(booking.capMinutes, capMinutes),
      follows && before ? and(eq(booking.follows, follows.way), eq(booking.followsBookingId, before.id)) : isNull(booking.followsBookingId),
      or(isNull(booking.seriesNth), eq(booking.seriesNth, 1)),
    ))
    .orderBy(desc(booking.createdAt), desc(booking.id));
  const known = ({ id, customerId, of }: (typeof rows)[number]): boolean => provenBookings.includes(id) || (kind === "person" && customerId === personId) || (before !== null && of === before.id);
  return rows.find((row) => known(row) || (row.contact === null && row.locale === ctx.locale))?.id ?? null;
}
