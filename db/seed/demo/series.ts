import { and, eq, inArray } from "drizzle-orm";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { localityPoint } from "#app/domain/availability/travel.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { person, visitor } from "#app/domain/kernel/actor.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import { planSeries } from "#app/domain/series/plan.queries.server.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { answerSeries } from "#app/domain/series/together.commands.server.ts";
import { performOperation } from "#app/jobs/payment.server.ts";
import type { Chance } from "./chance.ts";
import { demoCustomer, formOf } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { as, type Telling, tellerAt } from "./world.ts";

const minute = 60_000;
const wish = { everyWeeks: 2, times: 4 } as const;

/** The demo's customer has the demo's helper come every second week: one Checkout, four visits; the helper can do all but the last. */
export async function tellSeries(telling: Telling, chance: Chance, told: Told, place: Place, payAt: (bookingId: string, at: number) => Promise<void>): Promise<void> {
  const bookedAt = telling.now - 120 * minute;
  const ctx = await tellerAt(telling, bookedAt);
  const { listing, serviceType } = ctx.db.t;
  const [offer] = await ctx.db.select({ id: listing.id, code: serviceType.code }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId)).where(and(eq(listing.helperId, told.helperId), eq(listing.state, "live"))).orderBy(serviceType.number).limit(1);
  if (!offer) return;
  const free = ((await slotsForListing(ctx, offer.id, { days: 20, at: localityPoint(ctx.places, place) })) ?? []).flatMap(({ slots }) => slots);
  const startsAt = free[Math.floor(free.length / 2)];
  if (startsAt === undefined) return;
  const held = await holdSlot(as(ctx, chance, bookedAt, visitor()), { offer: { listingId: offer.id }, startsAt, place: { postcode: place.postcode, locality: place.locality } });
  if (!held.ok) return;
  const id = held.value.bookingId;
  const guest = { ...as(ctx, chance, bookedAt + 2 * minute, visitor([id])), locale: demoCustomer.locale };
  const plan = await planSeries(guest, id, wish);
  const starts = plan.ok ? plan.value.visits.slice(1).flatMap((visit) => (visit.free ? [visit.startsAt] : visit.instead.slice(0, 1))) : [];
  const made = await makeSeries(guest, id, { everyWeeks: wish.everyWeeks, starts });
  if (!made.ok || !(await submitBooking(guest, id, formOf(chance, demoCustomer, place, offer.code))).ok) return;
  await payAt(id, bookedAt + 4 * minute);
  await answerSeries(as(ctx, chance, bookedAt + 40 * minute, person(told.personId, told.helperId)), id, made.value.bookingIds.slice(0, -1));
  // Told quietly, nothing else would send the last visit's money back.
  const { payment, paymentOperation: call } = ctx.db.t;
  const calls = await ctx.db.select({ id: call.id }).from(call).innerJoin(payment, eq(payment.id, call.paymentId)).where(and(inArray(payment.bookingId, made.value.bookingIds), eq(call.state, "queued")));
  for (const one of calls) await performOperation(telling.app, await tellerAt(telling, bookedAt + 41 * minute), one.id);
}
