import { and, desc, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, fileReport, finishVisit, setOff, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { type Actor, person, visitor } from "#app/domain/kernel/actor.ts";
import { bookRescue, openRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { wakeRescue } from "#app/domain/rescue/offer.server.ts";
import type { Chance } from "./chance.ts";
import { demoCustomer, reportOf } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { as, type Telling, tellerAt } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** Two stories of visits that did not help: one put right by the same helper, one that waits for its customer's choice. */
export async function tellRescues(telling: Telling, chance: Chance, everybody: readonly Told[], { support }: { support: Actor }): Promise<void> {
  const { app, now } = telling;
  const ctx = await tellerAt(telling, now);
  const { booking, outcome, rescue } = ctx.db.t;
  const told = new Map(everybody.map((one) => [one.helperId, one]));
  const past = and(eq(booking.provider, "helper"), inArray(booking.state, ["signed_off", "closed"]), isNull(booking.blurredAt), isNull(booking.followsBookingId), gt(booking.reportedAt, now - 80 * day));
  const unsolved = await ctx.db.select({ booking, answeredAt: outcome.answeredAt }).from(booking).innerJoin(outcome, eq(outcome.bookingId, booking.id)).where(and(past, eq(outcome.solved, "no"), lt(booking.reportedAt, now - 8 * day))).orderBy(desc(booking.reportedAt), desc(booking.id));
  for (const { booking: first, answeredAt } of unsolved) {
    const who = first.helperId ? told.get(first.helperId) : undefined;
    if (who && (await app.store.tx((db) => redone({ ...ctx, db, inTransaction: true }, chance, { id: first.id, listingId: first.listingId ?? "", serviceTypeId: first.serviceTypeId, locale: first.locale, at: (answeredAt ?? first.reportedAt ?? now) + hour, until: now, helper: person(who.personId, who.helperId) })))) break;
  }
  const own = await ctx.db.select({ id: booking.id }).from(booking).where(and(past, eq(booking.contactEmail, demoCustomer.email))).orderBy(desc(booking.reportedAt));
  const [waiting] = own.length ? own : await ctx.db.select({ id: booking.id }).from(booking).leftJoin(rescue, eq(rescue.bookingId, booking.id)).where(and(past, isNull(rescue.id))).orderBy(desc(booking.reportedAt)).limit(1);
  if (!waiting) return;
  // Its customer called after the guarantee had ended: support opens it for her.
  await openRescue(as(ctx, chance, now - 20 * hour, support), waiting.id, { words: "Am Telefon: Seit dem Wochenende fällt es wieder aus.", wish: "redo" });
}

const stillNot = { de: "Leider geht es immer noch nicht.", fr: "Cela ne fonctionne malheureusement toujours pas.", it: "Purtroppo non funziona ancora.", en: "Unfortunately it still does not work." };

type Redo = { id: string; listingId: string; serviceTypeId: string; locale: "de" | "fr" | "it" | "en"; at: number; until: number; helper: Actor };

/** The same helper came again and solved it; false when they had no time then. */
async function redone(outer: Awaited<ReturnType<typeof tellerAt>>, chance: Chance, { id, listingId, serviceTypeId, locale, at, until, helper }: Redo): Promise<boolean> {
  const tx = { ...outer, locale };
  const days = await slotsForListing(as(tx, chance, at), listingId, { days: 8 });
  const startsAt = days?.flatMap(({ slots }) => slots).find((start) => start > at + 12 * hour && start < until - 2 * day);
  const { serviceType } = tx.db.t;
  const [type] = await tx.db.select({ code: serviceType.code }).from(serviceType).where(eq(serviceType.id, serviceTypeId));
  if (!startsAt || !type) return false;
  const customer = visitor([id]);
  if (!(await openRescue(as(tx, chance, at, customer), id, { words: stillNot[locale], wish: "redo" })).ok) return false;
  const booked = await bookRescue(as(tx, chance, at + hour / 4, customer), id, { offer: { listingId }, startsAt });
  if (!booked.ok) return false;
  const again = booked.value.bookingId;
  if ((await findBooking(as(tx, chance, at, visitor([again])), again))?.state === "requested") await acceptBooking(as(tx, chance, at + hour, helper), again);
  for (const step of [setOff, startVisit, finishVisit]) await step(as(tx, chance, startsAt, helper), again);
  await fileReport(as(tx, chance, startsAt + hour, helper), again, reportOf(chance, type.code, true, locale));
  await signOff(as(tx, chance, startsAt + 3 * hour, visitor([again])), again, { solved: "yes", right: "yes" });
  return true;
}

/** From here on an open rescue lapses by itself. */
export async function wakeRescues(tx: Awaited<ReturnType<typeof tellerAt>>): Promise<void> {
  const { rescue } = tx.db.t;
  for (const row of await tx.db.select().from(rescue).where(eq(rescue.state, "open"))) await wakeRescue(tx, row, null);
}
