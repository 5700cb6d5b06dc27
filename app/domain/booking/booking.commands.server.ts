import { eq } from "drizzle-orm";
import { bookingAtomically, moveToPlace, prolong } from "../availability/occupancy.server.ts";
import { declineAsk, firstWins, tryOthers } from "../dispatch/waves.commands.server.ts";
import { ownAsk } from "../dispatch/dispatch.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { count, countAnswer } from "../quality/figures.commands.server.ts";
import { makeMove, type MoveMore, tellCustomer } from "./booking.moves.server.ts";
import { alreadyDone, cancellationTerms, partOf, whyNot } from "./booking.policy.ts";
import { findBooking } from "./booking.queries.server.ts";
import type { BookingForm, ReportForm } from "./booking.schema.ts";
import { contentOf } from "./service.queries.server.ts";
import { type Booking, bookingMoves, type BookingMove, type CancelReason, type Move } from "./booking.ts";
import { reachOf } from "./reach.server.ts";

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
 * Refusals: not-found, not-allowed, too-late (the hold is over), unknown-place, outside-area, too-far, slot-taken.
 */
export const submitBooking = (ctx: Context, bookingId: string, form: BookingForm): Promise<Result<Booking>> =>
  step(ctx, bookingId, "submit", async (tx, booking) => {
    const { helper } = tx.db.t;
    const [who] = booking.helperId ? await tx.db.select().from(helper).where(eq(helper.id, booking.helperId)) : [];
    const reach = await reachOf(tx, form, who ?? null);
    if (reach !== "ok") return refuse(reach);
    const holdUntil = tx.now + booking.policy.checkoutMinutes * minute;
    if (!(await prolong(tx, bookingId, holdUntil))) return refuse("too-late");
    const moved = await moveToPlace(tx, bookingId, form);
    if (!moved.ok) return moved;
    const { contact, visited, street, postcode, locality, intake, concern } = form;
    // Only a request can go on to others: what is booked at once, and the professional service, is promised already.
    const substitution = booking.provider === "helper" && !booking.instant ? (form.substitution ?? "ask") : "ask";
    const customerId = booking.customerId ?? (tx.actor.kind === "person" ? tx.actor.personId : null);
    return ok({ set: { contact, contactEmail: contact.email.trim().toLowerCase(), visited, street, postcode, locality, intake, concern, substitution, customerId, holdUntil, locale: tx.actor.kind === "staff" ? booking.locale : tx.locale }, facts: { holdUntil } });
  },
  // Who booked on the telephone gets the way to the payment by mail.
  async (tx, moved) => void (tx.actor.kind === "staff" && (await tellCustomer(tx, moved, "toPay"))));

/** The helper's yes, of several who are asked the first one's; for the professional service support says it. Refusal `beaten`: somebody else was faster. */
export const acceptBooking = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  firstWins(async () => {
    // Whoever is asked beside others reads the request as theirs; with their yes it is.
    const accepted = await step(ctx, bookingId, "accept", async (tx, { helperId, listingId, calendarId }) => ok({ set: { acceptedAt: tx.now, answeredAt: tx.now, helperId, listingId, calendarId, nextWaveAt: null } }), countAnswer);
    return accepted.ok || accepted.refusal !== "not-found" ? accepted : ((await ownAsk(ctx, bookingId)) ? refuse("beaten") : accepted);
  });

/** The helper's no: it needs no reason and costs no rank. Beside others it ends only what was asked of them; otherwise others are asked, where the customer wishes it. */
export const declineBooking = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  step(ctx, bookingId, "decline", async (tx) => ok({ set: { answeredAt: tx.now } }), undefined, async (tx, booking) => {
    if (booking.provider !== "helper") return null;
    const went = await declineAsk(tx, booking);
    await countAnswer(tx, booking);
    return went;
  });

/**
 * Cancels by the policy the booking was made under. A helper who falls out is replaced where the customer wishes it: then the booking is `requested`
 * again and not cancelled, and it counts for the helper all the same. The terms are those that the screen showed (`cancellationTerms`).
 */
export const cancelBooking = (ctx: Context, bookingId: string, reason: CancelReason): Promise<Result<Booking>> =>
  step(
    ctx,
    bookingId,
    "cancel",
    async (tx, booking) => {
      const by = partOf(tx.actor, booking) ?? "system";
      const { compensationMinor, refundMinor } = cancellationTerms(booking, by, tx.now);
      return ok({ set: { cancelledBy: by, cancelReason: reason, compensationMinor }, facts: { by, reason, compensationMinor, refundMinor }, data: { by, compensationMinor, refundMinor } });
    },
    async (tx, moved) => void (moved.cancelledBy === "helper" && moved.acceptedAt !== null && (await count(tx, moved, { cancelledByHelper: 1 }))),
    async (tx, booking) => {
      if (partOf(tx.actor, booking) !== "helper") return null;
      // Before a yes, calling off is a no.
      if (booking.acceptedAt === null) return declineAsk(tx, booking);
      const asked = await tryOthers(tx, booking, "fellOut");
      if (asked) await count(tx, booking, { cancelledByHelper: 1 });
      if (asked) await record(tx, { name: "booking.helperFellOut", subject: { kind: "booking", id: bookingId }, facts: { helperId: booking.helperId, reason } });
      return asked;
    },
  );

/** On my way. */
export const setOff = (ctx: Context, bookingId: string): Promise<Result<Booking>> => step(ctx, bookingId, "setOff", async (tx) => ok({ set: { setOffAt: tx.now } }));
export const startVisit = (ctx: Context, bookingId: string): Promise<Result<Booking>> => step(ctx, bookingId, "start", async (tx) => ok({ set: { startedAt: tx.now } }));
export const finishVisit = (ctx: Context, bookingId: string): Promise<Result<Booking>> => step(ctx, bookingId, "finish", async (tx) => ok({ set: { finishedAt: tx.now } }));

/** No report will come: the customer gets everything back. */
export const giveUp = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  step(ctx, bookingId, "giveUp", async (tx, booking) => ok({ set: { cancelledBy: partOf(tx.actor, booking) ?? "system", cancelReason: "no_report" }, data: { by: partOf(tx.actor, booking), refundMinor: booking.priceMinor, compensationMinor: 0 } }));

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
    return ok({ set: { reportedAt: tx.now }, facts: { outcome, rootCause, measures: measures.length }, data: { outcome } });
  });

async function reportErrors(tx: Context, { serviceTypeId, serviceTypeVersion }: Booking, form: ReportForm): Promise<Record<string, string>> {
  const content = await contentOf(tx, serviceTypeId, serviceTypeVersion);
  const { measureKind } = tx.db.t;
  const errors: Record<string, string> = {};
  const answered = new Map(form.checklist.map((row) => [row.code, row]));
  content.checklist.forEach((item, i) => {
    const row = answered.get(item.code);
    if (item.required && form.outcome === "solved" && !(row?.done || row?.value)) errors[`checklist[${i}].done`] = "errors.field.required";
  });
  if (form.checklist.some(({ code }) => !content.checklist.some((item) => item.code === code))) errors.checklist = "errors.field.choice";
  if (form.rootCause && !content.rootCauses.some(({ code }) => code === form.rootCause)) errors.rootCause = "errors.field.choice";
  if (form.measures.length) {
    const known = new Set((await tx.db.select({ code: measureKind.code }).from(measureKind)).map(({ code }) => code));
    form.measures.forEach(({ code }, i) => {
      if (!known.has(code)) errors[`measures[${i}].code`] = "errors.field.choice";
    });
  }
  return errors;
}
