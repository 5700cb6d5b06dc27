import { bookableListing, slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { localityPoint } from "#app/domain/availability/travel.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { accessKey } from "#app/domain/booking/key.server.ts";
import { type Booking, payableOf } from "#app/domain/booking/booking.ts";
import { offerPrice } from "#app/domain/booking/hourly.ts";
import { serviceTypeById } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { helpersIn, rescueStanding, type RescueStanding } from "#app/domain/rescue/rescue.queries.server.ts";
import { openRescueOf } from "#app/domain/rescue/offer.server.ts";
import { isKept, rescuePrice, type RescueReason, type RescueWay } from "#app/domain/rescue/rescue.ts";
import { type ChainTold, chainTold } from "#app/routes/shared/rescue/chain.server.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { translator } from "#app/texts/registry.ts";
import { type Next, nextOffers, readOffer } from "./next.server.ts";
import { bookingPath } from "./open.server.ts";

/** A booking of the same story, opened for whoever holds this one's link: one story is one customer's. */
const pathOf = (ctx: Context, id: string, seen: boolean, screen = ""): string => `${bookingPath(ctx, id, screen)}${seen ? "" : `?key=${accessKey(ctx, id)}`}`;

/** Guests carry the key of the booking they opened: it opens the rest of the story as well. */
const holdsKey = (ctx: Context, booking: Booking): boolean => ctx.actor.provenBookings.includes(booking.id);

const chainShown = (ctx: Context, booking: Booking, chain: RescueStanding["chain"]): ChainTold =>
  chainTold(ctx, chain.map(({ seen, ...link }) => ({ ...link, href: seen || holdsKey(ctx, booking) ? pathOf(ctx, link.id, seen) : null })));

const fellThrough: readonly Booking["state"][] = ["draft", "paying", "abandoned", "declined", "lapsed", "cancelled"];

/** The last visit that goes on with this one's story, in words: once there is one, whatever else is not right begins there. */
function wentOn(ctx: Context, booking: Booking, chain: RescueStanding["chain"], told: ChainTold) {
  const at = chain.findIndex(({ id }) => id === booking.id);
  const next = chain.filter((link, i) => i > at && !fellThrough.includes(link.state)).at(-1);
  const shown = told.find(({ id }) => id === next?.id);
  if (at < 0 || !next || !shown) return null;
  const t = translator(ctx.locale);
  const say = next.state === "requested" ? "requested" : next.state === "reported" ? "answer" : next.state === "signed_off" || next.state === "closed" ? "done" : "coming";
  return { href: shown.href, words: t(`rescue.on.${say}`, { who: shown.who, time: whenOf(ctx.now, ctx.locale, t).on(next.startsAt) }), isMade: say === "done" && !next.unsolved };
}

/** Where a booking stands with being made good, as its customer's page says it. */
export async function rescueShown(ctx: Context, { booking }: BookingPage) {
  const standing = await rescueStanding(ctx, booking.id);
  if (!standing) return null;
  const { rescue, chain, mayOpen, until } = standing;
  const before = booking.followsBookingId ? await openRescueOf(ctx, booking.followsBookingId) : null;
  // While the new visit waits for its payment the story has no second part yet: the first visit is asked for by itself.
  const told = chainShown(ctx, booking, chain);
  const seen = booking.followsBookingId !== null && (await findBooking(ctx, booking.followsBookingId)) !== null;
  return {
    mayOpen: mayOpen === null && booking.state !== "cancelled",
    until,
    open: rescue?.state === "open" ? { lapsesAt: rescue.lapsesAt, kept: isKept(rescue.reason) } : null,
    // The visit that this one makes good, where its story is open again.
    backTo: before?.state === "open" && booking.followsBookingId && (seen || holdsKey(ctx, booking)) ? pathOf(ctx, booking.followsBookingId, seen, "rescue") : null,
    chain: told,
    on: rescue?.state === "open" ? null : wentOn(ctx, booking, chain, told),
  };
}
export type RescueShown = NonNullable<Awaited<ReturnType<typeof rescueShown>>>;

/** The next helpers and the professional service at what the customer still pays. */
export async function rescueOffers(ctx: Context, booking: Booking, reason: RescueReason): Promise<Next> {
  const next = await nextOffers(ctx, booking, await helpersIn(ctx, booking));
  const pays = (way: RescueWay, minor: number) => rescuePrice(reason, way, minor, payableOf(booking)).payableMinor;
  return {
    ...next,
    helpers: next.helpers.map((offer) => ({ ...offer, priceMinor: pays("next_helper", offer.priceMinor) })),
    professional: next.professional && { ...next.professional, priceMinor: pays("professional", next.professional.priceMinor) },
  };
}

export type RescueTimes = { offer: string; payableMinor: number; days: { day: string; slots: number[] }[] };

/** All free times of one offer, and what the customer still pays for one; null where it is not offered. */
export async function rescueTimes(ctx: Context, booking: Booking, reason: RescueReason, way: RescueWay, offer: string): Promise<RescueTimes | null> {
  const read = readOffer(offer);
  if (!read) return null;
  const days = "listingId" in read ? await slotsForListing(ctx, read.listingId, { at: localityPoint(ctx.places, booking), capMinutes: booking.capMinutes }) : await slotsForProfessional(ctx, read.professional);
  const free = days?.filter(({ slots }) => slots.length > 0) ?? [];
  if (free.length === 0) return null;
  const listed = "listingId" in read ? await bookableListing(ctx, read.listingId) : null;
  const minor = (listed && offerPrice(listed.listing.priceMinor, listed.service.content, booking.capMinutes).priceMinor) ?? (await serviceTypeById(ctx, booking.serviceTypeId))?.content.professional.price ?? booking.priceMinor;
  return { offer, payableMinor: rescuePrice(reason, way, minor, payableOf(booking)).payableMinor, days: free };
}

/** The offer with which the same side comes again. */
export const redoOffer = (booking: Booking): string => (booking.listingId ? `listing:${booking.listingId}` : `professional:${booking.serviceTypeId}`);
