import { eq, inArray, not } from "drizzle-orm";
import { acceptBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import type { PersonVisited } from "#app/domain/booking/booking.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { renewFeed } from "#app/domain/calendars/feed.server.ts";
import { addAddress } from "#app/domain/calendars/sources.commands.server.ts";
import { personWithEmail } from "#app/domain/account/person.commands.server.ts";
import { person, visitor } from "#app/domain/kernel/actor.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { demoCalendar } from "#app/gateways/calendars/standin.ts";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { performOperation, readAgain } from "#app/jobs/payment.server.ts";
import type { Chance } from "./chance.ts";
import { type Customer, demoCustomer, drawCustomer, formOf } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { near } from "./past.ts";
import { tellPhoto } from "./photos.ts";
import { tellSeries } from "./series.ts";
import { wakeRescues } from "./rescue.ts";
import { type Standing, starOf } from "./standing.ts";
import { talkBefore } from "./talk.ts";
import { demoVisited, tellTogether } from "./together.ts";
import { as, type Telling, tellerAt } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;

export { demoCustomer };
/** The helper whom the demo's sign-in list names. */
export const demoHelperEmail = "helferin@quartier.example";

/** What is going on now: requests that wait for an answer, visits of the next days, all paid at the stand-in. */
export async function tellPresent(telling: Telling, chance: Chance, everybody: readonly Told[], { standings, pictures }: { standings: ReadonlyMap<string, Standing>; pictures: boolean }): Promise<void> {
  const { app, now, progress } = telling;
  const ctx = await tellerAt(telling, now);
  const star = starOf(everybody, now);
  const helpers = everybody.filter(({ helperId }) => !standings.has(helperId));
  if (!star) return;
  const { person: table } = ctx.db.t;
  await app.store.tx((db) => db.update(table).set({ email: demoHelperEmail }).where(eq(table.id, star.personId)));
  await app.store.tx(async (db) => void (await personWithEmail({ ...ctx, db, inTransaction: true }, { email: demoCustomer.email, name: demoCustomer.name, locale: "de" })));
  await tellCalendars(telling, chance.branch("calendars"), star);
  const all = builtinPlaces();
  const others = helpers.filter((told) => told !== star);
  const wanted = Math.min(90, Math.ceil(everybody.length / 5));
  for (let i = 0; i < wanted; i++) {
    progress("bookings", i, wanted);
    // One of the first has just said no, and others are asked for the same time.
    const wave = i === 4 && others.length > 3;
    const told = i < 5 && !wave ? star : chance.pick(others.length ? others : helpers);
    const places = near(told, all);
    const place = places.length ? chance.pick(places) : told.plan.place;
    const customer: Customer = i === 0 || i === 3 || wave ? demoCustomer : drawCustomer(chance, place, 100_000 + i);
    await book(telling, chance, told, { customer, place, accept: i !== 1 && i !== 2 && !wave && chance.odds(0.7), declines: wave, sameTime: wave || i === 1 || chance.odds(0.3), photo: pictures && i % 3 === 0, talks: i === 0 || chance.odds(0.3), ...(i === 3 && { visited: demoVisited }) });
  }
  await tellTogether(telling, chance.branch("together"), star, others);
  await tellOwnSeries(telling, chance.branch("series"), star, all);
  await tellTomorrow(telling, chance.branch("tomorrow"), [star, ...others]);
}

/** The demo's customer has a visit within a day: booked and accepted inside the window, it is confirmed by both. */
async function tellTomorrow(telling: Telling, chance: Chance, helpers: readonly Told[]): Promise<void> {
  const all = builtinPlaces();
  for (const told of helpers) {
    const place = near(told, all)[0] ?? told.plan.place;
    if (await book(telling, chance, told, { customer: demoCustomer, place, accept: true, declines: false, sameTime: false, soon: true, photo: false, talks: false })) return;
  }
}

const tellOwnSeries = (telling: Telling, chance: Chance, star: Told, all: Parameters<typeof near>[1]): Promise<void> =>
  tellSeries(telling, chance, star, near(star, all)[0] ?? star.plan.place, (id, at) => payAtStandIn(telling, id, chance, at));

/** The demo's helper reads their choir's calendar, and shows their visits in their own. */
async function tellCalendars(telling: Telling, chance: Chance, { personId, helperId }: Told): Promise<void> {
  const ctx = as(await tellerAt(telling, telling.now), chance, telling.now, person(personId, helperId));
  must(await addAddress(ctx, telling.app.calendars, { address: demoCalendar, name: "Chor" }));
  must(await renewFeed(ctx));
}

type Wish = { customer: Customer; place: ReturnType<typeof near>[number]; accept: boolean; declines: boolean; sameTime: boolean; /** The next free time, within a day or not at all. */ soon?: boolean; photo: boolean; talks: boolean; visited?: PersonVisited };
async function book({ app, now, ...rest }: Telling, chance: Chance, told: Told, { customer, place, accept, declines, sameTime, soon = false, photo, talks, visited }: Wish): Promise<boolean> {
  const telling = { app, now, ...rest };
  const bookedAt = now - chance.whole(10, 100) * 60_000;
  const ctx = await tellerAt(telling, bookedAt);
  const { listing, serviceType } = ctx.db.t;
  const offers = await ctx.db.select({ id: listing.id, code: serviceType.code }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId)).where(eq(listing.helperId, told.helperId)).orderBy(serviceType.number);
  if (offers.length === 0) return false;
  const offer = chance.pick(offers);
  const days = await slotsForListing(ctx, offer.id, { days: 12 });
  const slots = (days ?? []).flatMap(({ slots: list }) => list);
  const startsAt = soon ? slots.find((at) => at < now + 23 * hour) : slots.length ? chance.pick(slots) : undefined;
  if (startsAt === undefined) return false;
  const held = await holdSlot(as(ctx, chance, bookedAt, visitor()), { offer: { listingId: offer.id }, startsAt, place: { postcode: place.postcode, locality: place.locality } });
  if (!held.ok) return false;
  const id = held.value.bookingId;
  const at = bookedAt + 3 * 60_000;
  if (photo) await tellPhoto(as(ctx, chance, bookedAt + 60_000, visitor([id])), app.config.varDir, id, offer.code);
  const form = { ...formOf(chance, customer, place, offer.code), ...(visited && { visited }), substitution: sameTime ? ("same_time" as const) : ("ask" as const) };
  if (!(await submitBooking({ ...as(ctx, chance, at, visitor([id])), locale: customer.locale }, id, form)).ok) return false;
  await payAtStandIn(telling, id, chance, at + 60_000);
  const helper = person(told.personId, told.helperId);
  const asked = await findBooking(ctx, id);
  // Nobody answers after the answer was due.
  const acceptedAt = Math.min(now, at + chance.whole(4, 60) * 60_000, (asked?.answerBy ?? now) - 60_000);
  const accepts = accept && asked?.state === "requested";
  if (accepts) must(await acceptBooking(as(ctx, chance, acceptedAt, helper), id));
  if (declines && (await findBooking(ctx, id))?.state === "requested") must(await declineBooking(as(ctx, chance, acceptedAt, helper), id));
  if (talks && !declines) await talkBefore(ctx, chance, { id, customer: visitor([id]), helper, locale: customer.locale, until: now }, accepts ? acceptedAt + 60_000 : at + 120_000);
  return true;
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

/** Bookings woken in one transaction: waiting for the disk after each would cost as much as the work. */
const together = 200;

/** The past was told quietly: from here on time goes on by itself for everything that is not over. */
export async function wakeAll(telling: Telling): Promise<void> {
  const { app, now } = telling;
  const quiet = await tellerAt(telling, now);
  const { booking, helper, payout, payment } = quiet.db.t;
  const ids = await quiet.db.select({ id: booking.id }).from(booking).where(not(inArray(booking.state, ["abandoned"])));
  const awake = { ...quiet, quiet: false };
  for (const outer of [quiet, awake])
    for (let from = 0; from < ids.length; from += together)
      await app.store.tx(async (db) => {
        const tx = { ...outer, db, inTransaction: true };
        for (const { id } of ids.slice(from, from + together)) await tickBooking(tx, id);
      });
  await app.store.tx(async (db) => {
    const tx = { ...awake, db, inTransaction: true };
    await wakeRescues(tx);
    for (const row of await db.select().from(helper).where(eq(helper.state, "notice"))) await later(tx, "helper.end", { helperId: row.id }, { runAt: row.endsAt ?? now, key: `helper.end/${row.id}/${row.endsAt}` });
    for (const row of await db.select().from(payout).where(inArray(payout.state, ["planned", "held"]))) await later(tx, "payout.tick", { payoutId: row.id }, { runAt: Math.max(now, row.dueAt), key: `payout:${row.id}` });
    for (const row of await db.select().from(payment).where(eq(payment.state, "reserved"))) await later(tx, "payment.due", { paymentId: row.id }, { runAt: Math.max(now, (row.captureBefore ?? now) - day), key: `payment-due:${row.id}` });
  });
}
