import { eq } from "drizzle-orm";
import { bookingAtomically, moveToPlace, prolong } from "../availability/occupancy.server.ts";
import { declineAsk, firstWins, tryOthers } from "../dispatch/waves.commands.server.ts";
import { ownAsk } from "../dispatch/dispatch.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { count, countAnswer } from "../quality/figures.commands.server.ts";
import { makeMove, type MoveMore, tellCustomer, tellSeries } from "./booking.moves.server.ts";
import { alreadyDone, partOf, whyNot } from "./booking.policy.ts";
import { findBooking } from "./booking.queries.server.ts";
import type { BookingForm, ReportForm } from "./booking.schema.ts";
import type { Window } from "../visit/visit.ts";
import { finalMinor, workedBetween, workedChoices } from "./hourly.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { offerRescue } from "../rescue/offer.server.ts";
import { isExcused } from "../rescue/sick.server.ts";
import { paymentArrived } from "./paid.commands.server.ts";
import { contentOf } from "./service.queries.server.ts";
import { type Booking, bookingMoves, type BookingMove, type CancelReason, type Move, payableOf, sideOf } from "./booking.ts";
import { takeWatchersOver, watchVisited } from "../together/watchers.commands.server.ts";
import { mayBeReplaced } from "../dispatch/dispatch.policy.ts";
import { reachOf } from "./reach.server.ts";
import { backOf, termsOf } from "./terms.queries.server.ts";
import { copyPictures } from "../files/files.commands.server.ts";
import { asOwner, othersOf } from "../series/members.server.ts";

/** Finds the booking for the actor, lets a step that was sent twice pass, and makes the move; where `instead` answers a booking, that is what happens in its place. */
export const step = (ctx: Context, bookingId: string, move: BookingMove, prepare?: (tx: Context, booking: Booking) => Promise<Result<MoveMore>>, after?: (tx: Context, moved: Booking) => Promise<void>, instead?: (tx: Context, booking: Booking) => Promise<Booking | null>): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    const part = found && partOf(tx.actor, found);
    if (!found || !part) return refuse("not-found");
    const { by }: Move = bookingMoves[move];
    if (by.includes(part) && alreadyDone(move, found)) return ok(found);
    const refusal = whyNot(move, found, tx.actor, tx.now);
    if (refusal) return refuse(refusal);
    const otherwise = instead ? await instead(tx, found) : null;
    if (otherwise) return ok(otherwise);
    const more = prepare ? await prepare(tx, found) : ok({});
    if (!more.ok) return more;
    const moved = await makeMove(tx, move, found, more.value);
    if (moved.ok && after) await after(tx, moved.value);
    return moved;
  });

/**
 * The form is filled in: contact, address and concern are stored, and Checkout opens for a little longer than its session lives.
 * The first visit of a series submits all of them. Refusals: not-found, not-allowed, wrong-state (a later visit of a series), too-late (the hold is over), unknown-place, outside-area, too-far, slot-taken.
 */
export const submitBooking = (ctx: Context, bookingId: string, form: BookingForm): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const submitted = await submit(tx, bookingId, form);
    return submitted.ok && submitted.value.state === "paying" && (await isPaidFor(tx, submitted.value)) ? paymentArrived(tx, bookingId) : submitted;
  });

/** Where credit or a rescue covers everything there is nothing to pay, and no Checkout to wait for. */
async function isPaidFor(tx: Context, booking: Booking): Promise<boolean> {
  return payableOf(booking) - (await creditOn(tx, booking.id)).takenMinor <= 0;
}

const submit = (ctx: Context, bookingId: string, form: BookingForm): Promise<Result<Booking>> =>
  step(ctx, bookingId, "submit", async (tx, booking) => {
    if ((booking.seriesNth ?? 1) > 1) return refuse("wrong-state");
    const { helper } = tx.db.t;
    const [who] = booking.helperId ? await tx.db.select().from(helper).where(eq(helper.id, booking.helperId)) : [];
    const reach = await reachOf(tx, form, who ?? null);
    if (reach !== "ok") return refuse(reach);
    const holdUntil = Math.min(tx.now + booking.policy.checkoutMinutes * minute, booking.startsAt);
    if (!(await prolong(tx, bookingId, holdUntil))) return refuse("too-late");
    const moved = await moveToPlace(tx, bookingId, form);
    if (!moved.ok) return moved;
    const { street, postcode, locality, intake, concern } = form;
    // Whoever acts in the customer's place changes neither who is written to, nor in which language, nor whom it is for.
    const { contact, visited } = booking.watching ? { contact: booking.contact ?? form.contact, visited: booking.visited ?? form.visited } : form;
    const inTheirPlace = tx.actor.kind === "staff" || booking.watching !== undefined;
    const substitution = mayBeReplaced(booking) ? (form.substitution ?? "ask") : "ask";
    const customerId = booking.customerId ?? (tx.actor.kind === "person" && !inTheirPlace ? tx.actor.personId : null);
    const more: MoveMore = { set: { contact, contactEmail: contact.email.trim().toLowerCase(), visited, street, postcode, locality, intake, concern, substitution, customerId, holdUntil, locale: inTheirPlace ? booking.locale : tx.locale }, facts: { holdUntil } };
    const all = await submitOthers(tx, booking, form, more);
    return all.ok ? ok(more) : all;
  },
  async (tx, moved) => {
    if (moved.followsBookingId) await takeWatchersOver(tx, moved.followsBookingId, moved.id);
    await watchVisited(tx, moved);
    // Who booked on the telephone gets the way to the payment by mail.
    if (tx.actor.kind === "staff" && !(await isPaidFor(tx, moved))) await (moved.seriesId ? tellSeries(tx, moved, "toPay", "customer") : tellCustomer(tx, moved, "toPay"));
  });

/** The later visits of a series get the same form, and wait for the first one's Checkout. */
async function submitOthers(tx: Context, lead: Booking, form: BookingForm, more: MoveMore): Promise<Result<null>> {
  for (const other of await othersOf(tx, lead)) {
    if (!(await prolong(tx, other.id, more.set?.holdUntil ?? tx.now))) return refuse("too-late");
    const placed = await moveToPlace(tx, other.id, form);
    if (!placed.ok) return placed;
    const moved = await makeMove(asOwner(tx, [other.id]), "submit", other, { ...more, without: ["open-checkout"] });
    if (!moved.ok) return moved;
    await watchVisited(tx, moved.value);
    await copyPictures(tx, lead.id, other.id);
  }
  return ok(null);
}

/** The helper's yes, of several who are asked the first one's; for the professional service support says it. Refusal `beaten`: somebody else was faster. */
export const acceptBooking = (ctx: Context, bookingId: string, more: Pick<MoveMore, "without"> = {}): Promise<Result<Booking>> =>
  firstWins(async () => {
    // Whoever is asked beside others reads the request as theirs; with their yes it is.
    const accepted = await step(ctx, bookingId, "accept", async (tx, { helperId, listingId, calendarId }) => ok({ set: { acceptedAt: tx.now, answeredAt: tx.now, helperId, listingId, calendarId, nextWaveAt: null }, ...more }), countAnswer);
    return accepted.ok || accepted.refusal !== "not-found" ? accepted : ((await ownAsk(ctx, bookingId)) ? refuse("beaten") : accepted);
  });

/** The helper's no: it needs no reason and costs no rank. Beside others it ends only what was asked of them; otherwise others are asked, where the customer wishes it. */
export const declineBooking = (ctx: Context, bookingId: string, more: Pick<MoveMore, "without"> = {}): Promise<Result<Booking>> =>
  step(ctx, bookingId, "decline", async (tx) => ok({ set: { answeredAt: tx.now }, ...more }), undefined, async (tx, booking) => {
    if (booking.provider !== "helper") return null;
    const went = await declineAsk(tx, booking);
    await countAnswer(tx, booking);
    return went;
  });

/**
 * Cancels by the policy the booking was made under. A helper who falls out is replaced where the customer wishes it: then the booking is `requested`
 * again and not cancelled, and it counts for the helper all the same. The terms are those that the screen showed (`termsOf`).
 */
export const cancelBooking = (ctx: Context, bookingId: string, reason: CancelReason, more: Pick<MoveMore, "without"> = {}): Promise<Result<Booking>> =>
  step(
    ctx,
    bookingId,
    "cancel",
    async (tx, booking) => {
      const by = sideOf(partOf(tx.actor, booking) ?? "system");
      const { compensationMinor, refundMinor } = await termsOf(tx, booking, by);
      return ok({ set: { cancelledBy: by, cancelReason: reason, compensationMinor }, facts: { by, reason, compensationMinor, refundMinor }, data: { by, compensationMinor, refundMinor, ...(booking.watching && { doneBy: booking.watching.id }) }, ...more });
    },
    async (tx, moved) => {
      if (moved.cancelledBy !== "helper" || moved.acceptedAt === null) return;
      if (!(await isExcused(tx, moved))) await count(tx, moved, { cancelledByHelper: 1 });
      await offerRescue(tx, moved, "helper_cancelled");
    },
    async (tx, booking) => {
      if (partOf(tx.actor, booking) !== "helper") return null;
      // Before a yes, calling off is a no.
      if (booking.acceptedAt === null) return declineAsk(tx, booking);
      const asked = await tryOthers(tx, booking, "fellOut");
      if (asked && !(await isExcused(tx, booking))) await count(tx, booking, { cancelledByHelper: 1 });
      if (asked) await record(tx, { name: "booking.helperFellOut", subject: { kind: "booking", id: bookingId }, facts: { helperId: booking.helperId, reason } });
      return asked;
    },
  );

/** On my way, with the quarter of an hour in which the helper means to arrive. */
export const setOff = (ctx: Context, bookingId: string, window: Window | null = null): Promise<Result<Booking>> =>
  step(ctx, bookingId, "setOff", async (tx, { helperConfirmedAt }) => ok({ set: { setOffAt: tx.now, helperConfirmedAt: helperConfirmedAt ?? tx.now, ...(window && { arrivalFromAt: window.fromAt, arrivalUntilAt: window.untilAt }) }, facts: { ...window }, data: { ...window } }));
export const startVisit = (ctx: Context, bookingId: string): Promise<Result<Booking>> => step(ctx, bookingId, "start", async (tx, { arrivedAt }) => ok({ set: { startedAt: tx.now, arrivedAt: arrivedAt ?? tx.now } }));
export const finishVisit = (ctx: Context, bookingId: string): Promise<Result<Booking>> => step(ctx, bookingId, "finish", async (tx) => ok({ set: { finishedAt: tx.now } }));

/** No report will come: the customer gets everything back. */
export const giveUp = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  step(ctx, bookingId, "giveUp", async (tx, booking) => ok({ set: { cancelledBy: sideOf(partOf(tx.actor, booking) ?? "system"), cancelReason: "no_report" }, data: { by: partOf(tx.actor, booking), refundMinor: (await backOf(tx, booking, 0)).refundMinor, compensationMinor: 0 } }));

/**
 * The account of the visit: outcome, checklist, measures and root cause, with codes of the catalogue.
 * Refusal `invalid` names fields: a required point without an answer, a code that the service type does not know.
 */
export const fileReport = (ctx: Context, bookingId: string, form: ReportForm): Promise<Result<Booking>> =>
  step(ctx, bookingId, "report", async (tx, booking) => {
    const wrong = await reportErrors(tx, booking, form);
    if (Object.keys(wrong).length) return refuse("invalid", wrong);
    const { report, measureTaken } = tx.db.t;
    const { outcome, checklist, rootCause, words, measures } = form;
    const filled = checklist.map(({ code, done, value }) => ({ code, done, ...(value ? { value } : {}) }));
    await tx.db.insert(report).values({ bookingId, outcome, checklist: filled, rootCause, words, filedBy: tx.actor.helperId ?? tx.actor.personId ?? "system", filedAt: tx.now });
    if (measures.length) await tx.db.insert(measureTaken).values(measures.map((each) => ({ id: tx.newId(), bookingId, ...each, at: tx.now })));
    const workedMinutes = booking.hourlyMinor === null || booking.capMinutes === null ? null : (form.workedMinutes ?? workedBetween(booking.startedAt, booking.finishedAt, booking.capMinutes));
    const priceMinor = finalMinor(booking, workedMinutes);
    return ok({ set: { reportedAt: tx.now, workedMinutes, priceMinor }, facts: { outcome, rootCause, measures: measures.length, ...(workedMinutes !== null && { workedMinutes, priceMinor }) }, data: { outcome } });
  });

async function reportErrors(tx: Context, { serviceTypeId, serviceTypeVersion, hourlyMinor, capMinutes }: Booking, form: ReportForm): Promise<Record<string, string>> {
  const content = await contentOf(tx, serviceTypeId, serviceTypeVersion);
  const { measureKind } = tx.db.t;
  const errors: Record<string, string> = {};
  const answered = new Map(form.checklist.map((row) => [row.code, row]));
  content.checklist.forEach((item, i) => {
    const row = answered.get(item.code);
    if (item.required && form.outcome === "solved" && !(row?.done || row?.value)) errors[`checklist[${i}].done`] = "errors.field.required";
  });
  if (form.checklist.some(({ code }) => !content.checklist.some((item) => item.code === code))) errors.checklist = "errors.field.choice";
  // What goes beyond the cap is an extra with consent or a new booking, never more of this one.
  if (hourlyMinor !== null && capMinutes !== null && form.workedMinutes != null && !workedChoices(capMinutes).includes(form.workedMinutes)) errors.workedMinutes = "errors.field.range";
  if (form.rootCause && !content.rootCauses.some(({ code }) => code === form.rootCause)) errors.rootCause = "errors.field.choice";
  if (form.measures.length) {
    const known = new Set((await tx.db.select({ code: measureKind.code }).from(measureKind)).map(({ code }) => code));
    form.measures.forEach(({ code }, i) => {
      if (!known.has(code)) errors[`measures[${i}].code`] = "errors.field.choice";
    });
  }
  return errors;
}
