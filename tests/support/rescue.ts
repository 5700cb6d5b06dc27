import { slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, fileReport, finishVisit, setOff, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { applyPaymentFacts } from "#app/domain/payment/facts.commands.server.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { aReport, aReportedBooking, hour, readBooking } from "./bookings.ts";
import { aHelper, as, type HelperMore } from "./people.ts";

/** The provider says that the Checkout's money was debited. */
export async function debited(root: Context, bookingId: string): Promise<void> {
  const payment = await paymentOf(root, bookingId);
  if (!payment) throw new Error("No payment");
  must(await applyPaymentFacts(as(root, system), payment.id, { intentId: `pi_${payment.id}`, chargeId: `ch_${payment.id}`, status: "captured", method: "twint", amountMinor: payment.amountMinor, capturedMinor: payment.amountMinor, refundedMinor: 0, refundFailedMinor: 0, captureBefore: null, capturableMinor: 0, declineCode: null }));
}

/** A visit that was made, paid and signed off with the customer's word on whether it is solved. */
export async function aSignedOffBooking(root: Context, solved: "yes" | "no", more: HelperMore = {}) {
  const story = await aReportedBooking(root, more);
  await debited(root, story.bookingId);
  const now = story.reportedAt + hour;
  must(await signOff(as(root, story.guest, now), story.bookingId, { solved, right: solved }));
  return { ...story, now };
}

/** Another helper at some price, and their first free start a day from a moment on. */
export async function anotherHelper(root: Context, now: number, more: HelperMore = {}) {
  const helper = await aHelper(root, more);
  return { helper, startsAt: await freeStart(root, helper.listingId, now) };
}

export async function freeStart(root: Context, listingId: string, now: number, nth = 0): Promise<number> {
  const days = (await slotsForListing({ ...root, now, realNow: now }, listingId)) ?? [];
  const start = days.flatMap(({ slots }) => slots).filter((at) => at > now + 24 * hour)[nth];
  if (!start) throw new Error("No free start");
  return start;
}

export async function freeProfessionalStart(root: Context, serviceTypeId: string, now: number): Promise<number> {
  const days = (await slotsForProfessional({ ...root, now, realNow: now }, serviceTypeId)) ?? [];
  // A lane without a wait offers this very moment too; by the time a form is sent that has begun.
  const start = days.flatMap(({ slots }) => slots).find((at) => at > now);
  if (!start) throw new Error("No free start of the professional service");
  return start;
}

/** The new visit is accepted, made and reported; its customer says whether it helped. */
export async function madeVisit(root: Context, bookingId: string, by: Actor, customer: Actor, solved: "yes" | "no"): Promise<number> {
  const now = (await madeUpTo(root, bookingId, by)) + hour;
  must(await signOff(as(root, customer, now), bookingId, { solved, right: solved }));
  return now;
}

/** The same, up to its report; when that was. */
export async function madeUpTo(root: Context, bookingId: string, by: Actor): Promise<number> {
  const { startsAt, state } = await readBooking(root, bookingId);
  if (state === "requested") must(await acceptBooking(as(root, by, startsAt - 20 * hour), bookingId));
  for (const step of [setOff, startVisit, finishVisit]) must(await step(as(root, by, startsAt), bookingId));
  must(await fileReport(as(root, by, startsAt + hour), bookingId, aReport));
  return startsAt + hour;
}

/** What stands on an account, debits less credits, of one booking. */
export async function standsOn(root: Context, account: string, bookingId: string): Promise<number> {
  const rows = await root.db.select().from(root.db.t.ledgerPosting);
  return rows.filter((row) => row.bookingId === bookingId).reduce((sum, row) => sum + (row.debit === account ? row.amountMinor : 0) - (row.credit === account ? row.amountMinor : 0), 0);
}
