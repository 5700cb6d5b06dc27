import { eq } from "drizzle-orm";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, type Result } from "#app/domain/kernel/result.ts";
import { aForm, aGuest, aHelper, as, basel, type HelperMore } from "./people.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const refusalOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal);

/** A report that the checklist of "better-wlan" accepts as solved. */
export const aReport = { outcome: "solved" as const, checklist: ["speed-at-router", "speed-problem-before", "speed-problem-after", "router-place-checked", "customer-tested"].map((code) => ({ code, done: true, value: "80" })), rootCause: null, words: "Router verschoben.", measures: [] };

/** A guest holds a slot some days ahead of a new helper. */
export async function aHeldBooking(root: Context, more: HelperMore = {}, inDays = 2) {
  const helper = await aHelper(root, more);
  const days = (await slotsForListing(root, helper.listingId)) ?? [];
  const startsAt = days[inDays]?.slots[4] ?? 0;
  const { bookingId, accessKey } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
  return { helper, startsAt, bookingId, accessKey, guest: aGuest(bookingId) };
}

/** The same, filled in and paid: asked of the helper, or accepted where it is instant. */
export async function anAskedBooking(root: Context, more: HelperMore = {}, inDays = 2) {
  const story = await aHeldBooking(root, more, inDays);
  must(await submitBooking(as(root, story.guest), story.bookingId, aForm()));
  const booking = must(await paymentArrived(as(root, system), story.bookingId));
  return { ...story, booking };
}

/** The same, visited and reported an hour after it began. */
export async function aReportedBooking(root: Context, more: HelperMore = {}) {
  const story = await anAskedBooking(root, more);
  const { helper, bookingId, startsAt } = story;
  must(await acceptBooking(as(root, helper.actor), bookingId));
  for (const step of [setOff, startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), bookingId));
  must(await fileReport(as(root, helper.actor, startsAt + hour), bookingId, aReport));
  return { ...story, reportedAt: startsAt + hour };
}

export async function readBooking(root: Context, id: string): Promise<Booking> {
  const found = await findBooking(as(root, system), id);
  if (!found) throw new Error("No such booking");
  return found;
}

/** The mails that were queued about a booking, in order. */
export async function mailsAbout(root: Context, bookingId: string): Promise<string[]> {
  const { job } = root.db.t;
  const rows = await root.db.select().from(job).where(eq(job.kind, "mail")).orderBy(job.id);
  return rows.filter(({ payload }) => payload.bookingId === bookingId).map(({ payload }) => String(payload.kind));
}
