import { eq } from "drizzle-orm";
import { bookingAtomically, fasten, prolong } from "../availability/occupancy.server.ts";
import { system } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { makeMove, queueTicks, tellHelper, tellSeries } from "./booking.moves.server.ts";
import { membersOf, othersOf } from "../series/members.server.ts";
import { isUnpaid } from "../series/series.ts";
import { alreadyDone, answerDue, whyNot } from "./booking.policy.ts";
import { findBooking } from "./booking.queries.server.ts";
import type { Booking } from "./booking.ts";

const bySystem = <T>(ctx: Context, work: (tx: Context) => Promise<Result<T>>): Promise<Result<T>> => bookingAtomically({ ...ctx, actor: system }, work);

/** The visits of a series are answered together, so all are due when the first one is. */
const firstStart = async (tx: Context, { seriesId, startsAt }: Booking): Promise<number> =>
  seriesId === null ? startsAt : Math.min(startsAt, ...(await membersOf(tx, seriesId)).filter((one) => one.startsAt > tx.now && (one.state === "requested" || isUnpaid(one))).map((one) => one.startsAt));

/**
 * The money is reserved or debited: the booking is asked of the helper, or accepted at once where the offer was instant.
 * One mail to each side tells of all visits of a series.
 * Refusal `too-late`: the slot was given back meanwhile or the visit has begun, so the money must go back too.
 */
export const paymentArrived = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bySystem(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    if (alreadyDone("pay", found)) return ok(found);
    if (whyNot("pay", found, tx.actor, tx.now) || !(await fasten(tx, bookingId))) return refuse("too-late");
    const asked = await makeMove(tx, "pay", found, {
      set: { requestedAt: tx.now, answerBy: answerDue(tx.now, await firstStart(tx, found), found.policy, found.zone), holdUntil: null },
      // An instant booking is confirmed in the same breath: one mail to each says so.
      without: [...(found.instant ? (["ask-chosen"] as const) : []), ...(found.instant || found.seriesId ? (["tell-customer", "tell-helper"] as const) : [])],
    });
    if (asked.ok && found.seriesId) await tellArrived(tx, asked.value);
    if (!asked.ok || !found.instant) return asked;
    const accepted = await makeMove(tx, "accept", asked.value, { set: { acceptedAt: tx.now }, without: found.seriesId ? ["tell-customer"] : [] });
    if (accepted.ok && !found.seriesId) await tellHelper(tx, accepted.value, "instant");
    return accepted;
  });

async function tellArrived(tx: Context, booking: Booking): Promise<void> {
  await tellSeries(tx, booking, booking.instant ? "accepted" : "requested", "customer");
  await tellSeries(tx, booking, booking.instant ? "instant" : "requested", "helper");
}

/** A payment was declined; the checkout stays open for another try until the hold ends. */
export const paymentFailed = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bySystem(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    await record(tx, { name: "booking.paymentFailed", subject: { kind: "booking", id: bookingId } });
    return ok(found);
  });

/**
 * The payment page opens late: the checkout's window begins anew, so that the slot outlasts the page, but only while the first
 * window lasts; a slot is never kept longer than two windows for somebody who has not paid. Refusals: wrong-state, too-late.
 */
export const prolongCheckout = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bySystem(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    if (found.state !== "paying") return refuse("wrong-state");
    const window = found.policy.checkoutMinutes * minute;
    const holdUntil = Math.min(tx.now + window, found.startsAt);
    if (tx.now >= (found.holdUntil ?? 0) || tx.now >= found.stateSince + window) return refuse("too-late");
    if (!(await prolong(tx, bookingId, holdUntil))) return refuse("too-late");
    const { booking } = tx.db.t;
    const [row] = await tx.db.update(booking).set({ holdUntil }).where(eq(booking.id, bookingId)).returning();
    if (!row) return refuse("not-found");
    for (const other of (await othersOf(tx, found)).filter(isUnpaid)) {
      if (!(await prolong(tx, other.id, holdUntil))) return refuse("too-late");
      await tx.db.update(booking).set({ holdUntil }).where(eq(booking.id, other.id));
      await queueTicks(tx, { ...other, holdUntil });
    }
    await record(tx, { name: "booking.holdProlonged", subject: { kind: "booking", id: bookingId }, facts: { holdUntil } });
    await queueTicks(tx, row);
    return ok(row);
  });

/** No payment page can be opened any more: the slot is given back at once, and who comes to pay is led to the times again. */
export const endCheckout = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bySystem(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    return found.state === "paying" ? makeMove(tx, "abandon", { ...found, holdUntil: tx.now }, { set: { holdUntil: tx.now } }) : ok(found);
  });

/** The account of a signed-off visit is settled: its payout was sent, or nothing is to be paid out. */
export const closeBooking = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bySystem(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    return alreadyDone("close", found) ? ok(found) : makeMove(tx, "close", found, { set: { closedAt: tx.now } });
  });
