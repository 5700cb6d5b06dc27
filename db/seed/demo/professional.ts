import { Temporal } from "temporal-polyfill";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { type Actor, visitor } from "#app/domain/kernel/actor.ts";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import type { Chance } from "./chance.ts";
import { drawCustomer, formOf } from "./forms.ts";
import { pickPlace, weighPlaces } from "./places.ts";
import { payAtStandIn } from "./present.ts";
import { tellVisit } from "./visits.ts";
import { as, type Telling, tellerAt } from "./world.ts";

const day = 86_400_000;
const zone = "Europe/Zurich";
/** Dearer and almost free of risk. */
const skill = 0.97;

/** A year of the professional service, told by support, and a few requests that wait for support's word. */
export async function tellProfessional(telling: Telling, chance: Chance, { support, expert, visits }: { support: Actor; expert: Actor; visits: number }): Promise<number> {
  const { app, now } = telling;
  const ctx = await tellerAt(telling, now);
  const { serviceTypes } = await readCatalogue(ctx);
  const weighted = weighPlaces(app.places, builtinPlaces());
  let told = 0;
  for (let i = 0; i < visits; i++) {
    const { id, code, content } = chance.pick(serviceTypes);
    const place = pickPlace(weighted, chance);
    const on = Temporal.Instant.fromEpochMilliseconds(now - chance.whole(12, 350) * day).toZonedDateTimeISO(zone).toPlainDate();
    if (on.dayOfWeek > 5) continue;
    const startsAt = on.toZonedDateTime({ timeZone: zone, plainTime: { hour: chance.whole(9, 14), minute: chance.pick([0, 30]) } }).epochMilliseconds;
    const visit = { offer: { professional: id }, serviceCode: code, startsAt, bookedAt: startsAt - chance.whole(4, 9) * day, durationMinutes: content.professional.durationMinutes, customer: drawCustomer(chance, place, 50_000 + i), place };
    if (await tellVisit(ctx, chance, { actor: support, skill, isHelper: false }, visit, { until: now, expert })) told++;
  }
  return told;
}

/** Requests for the professional service that support has not confirmed yet. */
export async function askProfessional(telling: Telling, chance: Chance, wanted: number): Promise<void> {
  const { app, now } = telling;
  const ctx = await tellerAt(telling, now - chance.whole(20, 90) * 60_000);
  const { serviceTypes } = await readCatalogue(ctx);
  const weighted = weighPlaces(app.places, builtinPlaces());
  for (let i = 0; i < wanted; i++) {
    const { id, code } = chance.pick(serviceTypes);
    const place = pickPlace(weighted, chance);
    const customer = drawCustomer(chance, place, 60_000 + i);
    const slots = ((await slotsForProfessional(ctx, id, { days: 12 })) ?? []).flatMap(({ slots: list }) => list);
    if (slots.length === 0) continue;
    const held = await holdSlot(as(ctx, chance, ctx.now, visitor()), { offer: { professional: id }, startsAt: chance.pick(slots), place: { postcode: place.postcode, locality: place.locality } });
    if (!held.ok) continue;
    const { bookingId } = held.value;
    const form = formOf(chance, customer, place, code);
    if ((await submitBooking({ ...as(ctx, chance, ctx.now + 120_000, visitor([bookingId])), locale: customer.locale }, bookingId, form)).ok) await payAtStandIn(telling, bookingId, chance);
  }
}
