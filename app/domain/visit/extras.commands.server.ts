import { and, eq, sql } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { tellCustomer } from "../booking/booking.moves.server.ts";
import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { typedCode, visitCodes, wrongCode } from "./code.server.ts";
import { extrasOf } from "./extras.server.ts";
import { answersExtras, takesExtras, whyNotExtra } from "./visit.policy.ts";
import { codeTriesMost, consentCodes, type Extra, extraLeftMinor, extraTimeFrom, type VisitSide } from "./visit.ts";

/** `after` says how many extras there were when the form was shown: what is in the list beyond them came from this very form. */
export type ExtraForm = Pick<Extra, "kind" | "words" | "amountMinor"> & { after?: number | undefined };
type Found = { booking: Booking; extras: Extra[]; extra: Extra };

/**
 * The helper proposes extra work, time or material with its price; it counts once the customer agrees. The same words and price sent twice are one.
 * Refusals: not-found, not-allowed, wrong-state, extra-time-early with `from` for more time while the agreed time is left (null until the work has begun), and extra-cap with `leftMinor`: more than that is a booking of its own.
 */
export const proposeExtra = (ctx: Context, bookingId: string, { kind, words, amountMinor, after }: ExtraForm): Promise<Result<Extra>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Extra>> => {
    const booking = await findBooking(tx, bookingId);
    if (!booking) return refuse("not-found");
    const extras = await extrasOf(tx, bookingId);
    const refusal = whyNotExtra(booking, tx.actor, "helper", takesExtras);
    if (refusal) return refuse(refusal);
    const same = extras.find((each, nth) => (after === undefined ? each.state === "proposed" : nth >= after) && each.kind === kind && each.words === words && each.amountMinor === amountMinor);
    if (same) return ok(same);
    const from = kind === "time" ? extraTimeFrom(booking) : null;
    if (from && (from.at === null || tx.now < from.at)) return refuse("extra-time-early", { from: from.at });
    const leftMinor = extraLeftMinor(extras, booking.policy);
    if (amountMinor > leftMinor) return refuse("extra-cap", { leftMinor });
    const { visitExtra } = tx.db.t;
    const [extra] = await tx.db.insert(visitExtra).values({ id: tx.newId(), bookingId, kind, words, amountMinor, state: "proposed", proposedAt: tx.now }).returning();
    if (!extra) throw new Error("An extra was not stored");
    await record(tx, { name: "booking.extraProposed", subject: { kind: "booking", id: bookingId }, facts: { extraId: extra.id, kind, amountMinor } });
    await tellCustomer(tx, booking, "extra", { extraId: extra.id, amountMinor });
    return ok(extra);
  });

/** The extra, with its visit and those beside it, for the side that may speak here. */
async function forSide(tx: Context, extraId: string, side: VisitSide): Promise<Result<Found>> {
  const { visitExtra } = tx.db.t;
  const [row] = await tx.db.select({ bookingId: visitExtra.bookingId }).from(visitExtra).where(eq(visitExtra.id, extraId));
  const booking = row && (await findBooking(tx, row.bookingId));
  if (!row || !booking) return refuse("not-found");
  const refusal = whyNotExtra(booking, tx.actor, side, () => true);
  if (refusal) return refuse(refusal);
  const extras = await extrasOf(tx, row.bookingId);
  const extra = extras.find(({ id }) => id === extraId);
  return extra ? ok({ booking, extras, extra }) : refuse("not-found");
}

/** One answer to an open extra; `to` says which. */
async function answer(tx: Context, { booking, extra }: Found, to: "accepted" | "refused" | "withdrawn", consent: Extra["consent"]): Promise<Result<Extra>> {
  if (extra.state === to) return ok(extra);
  if (extra.state !== "proposed" || !answersExtras(booking)) return refuse("wrong-state");
  const { visitExtra } = tx.db.t;
  const [row] = await tx.db.update(visitExtra).set({ state: to, consent, answeredAt: tx.now }).where(and(eq(visitExtra.id, extra.id), eq(visitExtra.state, "proposed"))).returning();
  if (!row) return refuse("wrong-state");
  const name = { accepted: "booking.extraAccepted", refused: "booking.extraRefused", withdrawn: "booking.extraWithdrawn" }[to];
  await record(tx, { name, subject: { kind: "booking", id: booking.id }, facts: { extraId: extra.id, amountMinor: extra.amountMinor, ...(consent && { consent }) } });
  if (to === "accepted") await tellCustomer(tx, booking, "extraToPay", { extraId: extra.id, amountMinor: extra.amountMinor });
  return ok(row);
}

/** The customer agrees or refuses on their own device. Refusals: not-found, not-allowed, wrong-state. */
export const answerExtra = (ctx: Context, extraId: string, yes: boolean): Promise<Result<Extra>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Extra>> => {
    const found = await forSide(tx, extraId, "customer");
    return found.ok ? answer(tx, found.value, yes ? "accepted" : "refused", yes ? "device" : null) : found;
  });

/** The helper takes an extra back before it is answered. Refusals: not-found, not-allowed, wrong-state. */
export const withdrawExtra = (ctx: Context, extraId: string): Promise<Result<Extra>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Extra>> => {
    const found = await forSide(tx, extraId, "helper");
    return found.ok ? answer(tx, found.value, "withdrawn", null) : found;
  });

export type Consented = { matched: boolean; left: number; extra: Extra };

/**
 * The customer has no device and reads a code from their sheet; the helper types it. The first extra agreed to in this way takes the first code,
 * and each counts once, so that nobody who has heard one can agree in the customer's place later. Wrong tries are counted over the whole visit;
 * the same wrong one sent twice counts once.
 * Refusals: not-found, not-allowed, wrong-state, too-many-tries, no-codes-left.
 */
export const consentByCode = (ctx: Context, extraId: string, typed: string): Promise<Result<Consented>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Consented>> => {
    const found = await forSide(tx, extraId, "helper");
    if (!found.ok) return found;
    const { booking, extras, extra } = found.value;
    const left = codeTriesMost - extras.reduce((tries, each) => tries + each.codeTries, 0);
    if (extra.state === "accepted") return ok({ matched: true, left, extra });
    if (extra.state !== "proposed" || !answersExtras(booking)) return refuse("wrong-state");
    if (left <= 0) return refuse("too-many-tries");
    const used = extras.filter(({ consent }) => consent === "code").length;
    if (used >= consentCodes) return refuse("no-codes-left");
    if (typedCode(typed) !== visitCodes(tx, booking).consent[used]) {
      const codeWrong = wrongCode(tx, extraId, typed);
      if (codeWrong === extra.codeWrong) return ok({ matched: false, left, extra });
      const { visitExtra } = tx.db.t;
      await tx.db.update(visitExtra).set({ codeTries: sql`${visitExtra.codeTries} + 1`, codeWrong }).where(eq(visitExtra.id, extraId));
      await record(tx, { name: "booking.consentWrong", subject: { kind: "booking", id: booking.id }, facts: { extraId, left: left - 1 } });
      return ok({ matched: false, left: left - 1, extra });
    }
    const accepted = await answer(tx, found.value, "accepted", "code");
    return accepted.ok ? ok({ matched: true, left, extra: accepted.value }) : accepted;
  });
