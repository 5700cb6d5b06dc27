import { and, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

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
