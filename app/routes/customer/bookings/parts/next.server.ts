import { bookableListing, nextFree, nextFreeProfessional, slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { localityPoint } from "#app/domain/availability/travel.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { isHourly, offerPrice } from "#app/domain/booking/hourly.ts";
import { serviceTypeById } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { searchHelpers } from "#app/domain/search/search.queries.server.ts";

const shown = 3;

/** One way to have the same thing done: everything that was typed comes along. */
export type Offer = { offer: string; startsAt: number; sameTime: boolean; name: string | null; photo: string | null; km: number | null; priceMinor: number; atMost: boolean; stars: { mean: number; n: number } | null; instant: boolean };
export type Next = { helpers: Offer[]; professional: Offer | null; serviceCode: string; postcode: string };

/** The next three free helpers for the same service, place and time, and the professional service; some helpers may be left out. */
export async function nextOffers(ctx: Context, booking: Booking, without: readonly string[] = []): Promise<Next> {
  const serviceType = await serviceTypeById(ctx, booking.serviceTypeId);
  const [place] = [...ctx.places.byPostcode(booking.postcode)].sort((a, b) => Number(b.locality === booking.locality) - Number(a.locality === booking.locality));
  const none: Next = { helpers: [], professional: null, serviceCode: serviceType?.code ?? "", postcode: booking.postcode };
  if (serviceType?.state !== "active") return none;
  const professional = await professionalOf(ctx, booking, serviceType.id, serviceType.content.professional.price);
  if (!place || serviceType.riskClass === "professional_only") return { ...none, professional };
  const { cards } = await searchHelpers(ctx, { serviceType, place, filters: {}, when: {}, sorting: "match", page: 1 });
  const others = cards.filter((card) => card.helperId !== booking.helperId && !without.includes(card.helperId) && card.helperId !== ctx.actor.helperId && card.nextFreeAt !== null);
  const then = await nextFree(ctx, others.map(({ helperId }) => helperId), { durationMinutes: offerPrice(0, serviceType.content, booking.capMinutes).durationMinutes, at: place }, [{ from: booking.startsAt, until: booking.startsAt + 1 }]);
  // The search looks for the preset length; under another cap the next free time is another one.
  const { durationMinutes } = offerPrice(0, serviceType.content, booking.capMinutes);
  const first = durationMinutes === serviceType.content.durationMinutes ? null : await nextFree(ctx, others.map(({ helperId }) => helperId), { durationMinutes, instant: new Set(others.filter(({ instant }) => instant).map(({ helperId }) => helperId)), at: place });
  const nextOf = (card: (typeof others)[number]): number | null => (first ? (first.get(card.helperId) ?? null) : card.nextFreeAt);
  const helpers = others.filter((card) => nextOf(card) !== null || then.get(card.helperId) === booking.startsAt).map((card): Offer => {
    const sameTime = then.get(card.helperId) === booking.startsAt;
    return { offer: `listing:${card.listingId}`, startsAt: sameTime ? booking.startsAt : (nextOf(card) ?? 0), sameTime, name: card.name, photo: card.photoFileId ? `/files/${card.photoFileId}` : null, km: card.roundedKm, priceMinor: offerPrice(card.priceMinor, serviceType.content, booking.capMinutes).priceMinor, atMost: isHourly(serviceType.content), stars: card.stars, instant: card.instant };
  });
  // Who is free at the same time comes first, then whoever is free soonest; the search's own order decides the rest.
  helpers.sort((a, b) => Number(b.sameTime) - Number(a.sameTime) || (a.sameTime ? 0 : a.startsAt - b.startsAt));
  return { ...none, helpers: helpers.slice(0, shown), professional };
}

async function professionalOf(ctx: Context, booking: Booking, serviceTypeId: string, priceMinor: number): Promise<Offer | null> {
  const then = (await slotsForProfessional(ctx, serviceTypeId, { from: booking.startsAt, days: 1 }))?.some(({ slots }) => slots.includes(booking.startsAt)) ?? false;
  const startsAt = then ? booking.startsAt : await nextFreeProfessional(ctx, serviceTypeId);
  return startsAt === null ? null : { offer: `professional:${serviceTypeId}`, startsAt, sameTime: then, name: null, photo: null, km: null, priceMinor, atMost: false, stars: null, instant: false };
}

export type OwnTimes = { offer: string; priceMinor: number; atMost: boolean; days: { day: string; slots: number[] }[] };

/** Other free times with whom the booking was made; null when that offer is gone. */
export async function sameOffer(ctx: Context, booking: Booking): Promise<OwnTimes | null> {
  const listing = booking.listingId ? await bookableListing(ctx, booking.listingId) : null;
  // What this booking holds itself gives way when another time is taken instead.
  const ignore = booking.id;
  const days = listing ? await slotsForListing(ctx, listing.listing.id, { at: localityPoint(ctx.places, booking), capMinutes: booking.capMinutes, ignore }) : booking.provider === "professional" ? await slotsForProfessional(ctx, booking.serviceTypeId, { ignore }) : null;
  const free = days?.filter(({ slots }) => slots.length > 0) ?? [];
  if (free.length === 0) return null;
  const price = (listing && offerPrice(listing.listing.priceMinor, listing.service.content, booking.capMinutes).priceMinor) ?? (await serviceTypeById(ctx, booking.serviceTypeId))?.content.professional.price ?? booking.priceMinor;
  return { offer: listing ? `listing:${listing.listing.id}` : `professional:${booking.serviceTypeId}`, priceMinor: price, atMost: listing !== null && isHourly(listing.service.content), days: free };
}

/** Reads `listing:…` or `professional:…` of a form; null for anything else. */
export function readOffer(text: unknown): { listingId: string } | { professional: string } | null {
  const [kind, id] = String(text ?? "").split(":");
  if (!id || !/^[0-9a-f-]{8,64}$/.test(id)) return null;
  return kind === "listing" ? { listingId: id } : kind === "professional" ? { professional: id } : null;
}
