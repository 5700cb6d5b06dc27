import { eq, inArray, not } from "drizzle-orm";
import { acceptBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { personWithEmail } from "#app/domain/account/person.commands.server.ts";
import { person, visitor } from "#app/domain/kernel/actor.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { performOperation, readAgain } from "#app/jobs/payment.server.ts";
import type { Chance } from "./chance.ts";
import { type Customer, drawCustomer, formOf } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { near } from "./past.ts";
import { as, type Telling, tellerAt } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** People whom the demo's sign-in list names. */
export const demoCustomer = { name: "Ruth Amsler", email: "kundin@quartier.example", mobile: "+41 79 000 00 00" };
export const demoHelperEmail = "helferin@quartier.example";

/** What is going on now: requests that wait for an answer, visits of the next days, all paid at the stand-in. */
export async function tellPresent(telling: Telling, chance: Chance, helpers: readonly Told[]): Promise<void> {
  const { app, now, progress } = telling;
  const ctx = await tellerAt(telling, now);
  const star = helpers.find(({ plan }) => plan.region === "de" && plan.offers.length >= 2 && now - plan.joinedAt > 300 * day) ?? helpers[0];
  if (!star) return;
  const { person: table } = ctx.db.t;
  await app.store.tx((db) => db.update(table).set({ email: demoHelperEmail }).where(eq(table.id, star.personId)));
  await app.store.tx(async (db) => void (await personWithEmail({ ...ctx, db, inTransaction: true }, { email: demoCustomer.email, name: demoCustomer.name, locale: "de" })));
  const all = builtinPlaces();
  const others = helpers.filter((told) => told !== star);
  const wanted = Math.min(90, Math.ceil(helpers.length / 5));
  for (let i = 0; i < wanted; i++) {
    progress("bookings", i, wanted);
    const told = i < 5 ? star : chance.pick(others.length ? others : helpers);
    const places = near(told, all);
    const place = places.length ? chance.pick(places) : told.plan.place;
    const customer: Customer = i === 0 || i === 3 ? { ...demoCustomer, locale: "de", region: "de" } : drawCustomer(chance, place, 100_000 + i);
    await book(telling, chance, told, { customer, place, accept: i !== 1 && i !== 2 && chance.odds(0.7) });
  }
}

type Wish = { customer: Customer; place: ReturnType<typeof near>[number]; accept: boolean };
async function book({ app, now, ...rest }: Telling, chance: Chance, told: Told, { customer, place, accept }: Wish): Promise<void> {
  const telling = { app, now, ...rest };
  const bookedAt = now - chance.whole(10, 100) * 60_000;
  const ctx = await tellerAt(telling, bookedAt);
  const { listing, serviceType } = ctx.db.t;
  const offers = await ctx.db.select({ id: listing.id, code: serviceType.code }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId)).where(eq(listing.helperId, told.helperId)).orderBy(serviceType.number);
  if (offers.length === 0) return;
  const offer = chance.pick(offers);
  const days = await slotsForListing(ctx, offer.id, { days: 12 });
  const slots = (days ?? []).flatMap(({ slots: list }) => list);
  if (slots.length === 0) return;
  const held = await holdSlot(as(ctx, chance, bookedAt, visitor()), { offer: { listingId: offer.id }, startsAt: chance.pick(slots), place: { postcode: place.postcode, locality: place.locality } });
  if (!held.ok) return;
  const id = held.value.bookingId;
  const at = bookedAt + 3 * 60_000;
  const form = await formOf(ctx, chance, id, customer, place, offer.code);
  if (!(await submitBooking({ ...as(ctx, chance, at, visitor([id])), locale: customer.locale }, id, form)).ok) return;
  await payAtStandIn(telling, id, chance, at + 60_000);
  if (accept) must(await acceptBooking(as(ctx, chance, Math.min(now, at + chance.whole(4, 60) * 60_000), person(told.personId, told.helperId)), id));
}

/** The customer pays on the stand-in's page (`at`: business time, else now), so that a refund or a capture of the demo finds its payment there. */
export async function payAtStandIn(telling: Telling, bookingId: string, chance: Chance, at = telling.now): Promise<void> {
  const { app } = telling;
  const ctx = await tellerAt(telling, at);
  const { paymentOperation } = ctx.db.t;
  const payment = await paymentOf(ctx, bookingId);
  if (!payment || !app.standIn) return;
  for (const { id } of await ctx.db.select({ id: paymentOperation.id }).from(paymentOperation).where(eq(paymentOperation.paymentId, payment.id))) await performOperation(app, ctx, id);
  const { sessionId } = (await paymentOf(ctx, bookingId)) ?? {};
  if (sessionId) must(await pay(app.standIn, sessionId, chance.odds(0.5) ? "card" : "twint"));
  await readAgain(app, ctx, payment.id);
}

/** The past was told quietly: from here on time goes on by itself for everything that is not over. */
export async function wakeAll(telling: Telling): Promise<void> {
  const { app, now } = telling;
  const quiet = await tellerAt(telling, now);
  const { booking, payout, payment } = quiet.db.t;
  const ids = await quiet.db.select({ id: booking.id }).from(booking).where(not(inArray(booking.state, ["abandoned"])));
  for (const { id } of ids) await tickBooking(quiet, id);
  const awake = { ...quiet, quiet: false };
  for (const { id } of ids) await tickBooking(awake, id);
  await app.store.tx(async (db) => {
    const tx = { ...awake, db, inTransaction: true };
    for (const row of await db.select().from(payout).where(inArray(payout.state, ["planned", "held"]))) await later(tx, "payout.tick", { payoutId: row.id }, { runAt: Math.max(now, row.dueAt), key: `payout:${row.id}` });
    for (const row of await db.select().from(payment).where(eq(payment.state, "reserved"))) await later(tx, "payment.due", { paymentId: row.id }, { runAt: Math.max(now, (row.captureBefore ?? now) - day), key: `payment-due:${row.id}` });
  });
}
