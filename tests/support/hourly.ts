import { eq } from "drizzle-orm";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, fileReport, finishVisit, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { type Actor, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { readBooking } from "./bookings.ts";
import { day, type MoneyWorld, settleAll } from "./money.ts";
import { aForm, aGuest, basel } from "./people.ts";

const minute = 60_000;

/** The helper's one service is paid by the hour from now on; the hour and a half is preset. */
export async function byTheHour(w: MoneyWorld): Promise<MoneyWorld> {
  const { serviceType, serviceTypeVersion } = w.store.t;
  const content = { ...w.helper.service.content, pricing: "hourly" as const, durationMinutes: 90 };
  await w.store.db.update(serviceType).set({ content, updatedAt: w.clock.now() + 1 }).where(eq(serviceType.id, w.helper.service.id));
  await w.store.db.update(serviceTypeVersion).set({ content }).where(eq(serviceTypeVersion.serviceTypeId, w.helper.service.id));
  return w;
}

/** A visit under a cap, booked and submitted, so many days ahead: up to five a card is reserved, later ones are debited. */
export async function booked(w: MoneyWorld, capMinutes: number, days: number, actor: Actor = aGuest(), form: Partial<Parameters<typeof submitBooking>[2]> = {}): Promise<string> {
  const free = ((await slotsForListing(await w.as(system), w.helper.listingId, { capMinutes, days: 20 })) ?? []).flatMap(({ slots }) => slots);
  const startsAt = free.find((at) => at >= w.clock.now() + days * day) ?? 0;
  const { bookingId } = must(await holdSlot(await w.as(actor), { offer: { listingId: w.helper.listingId }, startsAt, place: basel, capMinutes }));
  must(await submitBooking(await w.as(actor.kind === "person" ? actor : aGuest(bookingId)), bookingId, { ...aForm(), ...form }));
  await settleAll(w);
  return bookingId;
}

/** The visit itself, so many minutes from start to finish; answers with its report. */
export async function visitedFor(w: MoneyWorld, id: string, minutes: number, workedMinutes?: number, by: Actor = w.helper.actor) {
  const helper = () => w.as(by);
  if ((await readBooking(await w.as(system), id)).state === "requested") must(await acceptBooking(await helper(), id));
  w.clock.advance((await readBooking(await w.as(system), id)).startsAt - w.clock.now());
  await settleAll(w);
  must(await startVisit(await helper(), id));
  w.clock.advance(minutes * minute);
  must(await finishVisit(await helper(), id));
  const checklist = w.helper.service.content.checklist.map(({ code }) => ({ code, done: true }));
  return fileReport(await helper(), id, { outcome: "solved", checklist, rootCause: null, words: "", measures: [], ...(workedMinutes && { workedMinutes }) });
}
