import { and, eq, inArray } from "drizzle-orm";
import { findBooking } from "../booking/booking.queries.server.ts";
import { partOf } from "../booking/booking.policy.ts";
import type { Booking } from "../booking/booking.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { post } from "../ledger/ledger.commands.server.ts";
import { returnUsedCredit } from "../rescue/credit.commands.server.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { ask, refundableMinor } from "./operations.server.ts";
import { heldMinor } from "./payment.ts";
import { paymentOf } from "./payment.commands.server.ts";

export type WaiveRefusal = "not-found" | "wrong-state" | "too-late" | "amount-too-large";

/** What a helper may still lower of a late cancellation's compensation, in minor units; null where there is nothing to lower any more. */
export async function waivableMinor(ctx: Context, booking: Pick<Booking, "id" | "state" | "helperId" | "cancelledBy" | "compensationMinor">): Promise<number | null> {
  if (booking.state !== "cancelled" || booking.cancelledBy !== "customer" || booking.compensationMinor === 0 || ctx.actor.helperId === null || ctx.actor.helperId !== booking.helperId) return null;
  return (await openCompensation(ctx, booking.id)) ? booking.compensationMinor : null;
}

async function openCompensation(ctx: Context, bookingId: string) {
  const { payout } = ctx.db.t;
  const [row] = await ctx.db.select().from(payout).where(and(eq(payout.bookingId, bookingId), eq(payout.kind, "compensation"), inArray(payout.state, ["planned", "held"])));
  // What the company pays for somebody ill is not the customer's to get back.
  return row && row.fundedBy !== "company" ? row : null;
}

/**
 * The helper lowers the compensation of a late cancellation to `toMinor`, or waives it with 0: the customer gets the difference back, the
 * payout falls by as much. Only until it is paid out. Refusals: not-found, wrong-state (nothing to waive), too-late (paid out), amount-too-large.
 */
export const waiveCompensation = (ctx: Context, bookingId: string, toMinor: number): Promise<Result<Booking, WaiveRefusal>> =>
  atomically(ctx, async (tx): Promise<Result<Booking, WaiveRefusal>> => {
    const found = await findBooking(tx, bookingId);
    if (!found || partOf(tx.actor, found) !== "helper") return refuse("not-found");
    if (found.state !== "cancelled" || found.cancelledBy !== "customer") return refuse("wrong-state");
    if (found.compensationMinor === toMinor) return ok(found);
    if (found.compensationMinor === 0) return refuse("wrong-state");
    if (!Number.isInteger(toMinor) || toMinor < 0 || toMinor > found.compensationMinor) return refuse("amount-too-large", { mostMinor: found.compensationMinor });
    const due = await openCompensation(tx, bookingId);
    if (!due) return refuse("too-late");
    const { payout, booking } = tx.db.t;
    const unpaid = and(eq(payout.id, due.id), inArray(payout.state, ["planned", "held"]));
    const lowered = toMinor === 0 ? await tx.db.delete(payout).where(unpaid).returning({ id: payout.id }) : await tx.db.update(payout).set({ grossMinor: toMinor, netMinor: toMinor }).where(unpaid).returning({ id: payout.id });
    if (lowered.length === 0) return refuse("too-late");
    const [row] = await tx.db.update(booking).set({ compensationMinor: toMinor }).where(and(eq(booking.id, bookingId), eq(booking.compensationMinor, found.compensationMinor))).returning();
    if (!row) return refuse("wrong-state");
    const backMinor = found.compensationMinor - toMinor;
    await post(tx, [{ key: `waived:${bookingId}:${toMinor}`, debit: "helpers", credit: "customers", amountMinor: backMinor, bookingId, memo: "compensation waived" }]);
    await giveBack(tx, found, backMinor, toMinor);
    await record(tx, { name: "booking.compensationWaived", subject: { kind: "booking", id: bookingId }, facts: { fromMinor: found.compensationMinor, toMinor, backMinor, payoutId: due.id } });
    await later(tx, "mail", { kind: "booking.waived.customer", bookingId, data: { amountMinor: backMinor } });
    return ok(row);
  });

/** Money goes back first, the rest as credit. A capture still on its way gives back what is too much when it arrives. */
async function giveBack(tx: Context, { id, compensationMinor }: Booking, backMinor: number, toMinor: number): Promise<void> {
  const payment = await paymentOf(tx, id);
  const inMoney = compensationMinor - (await creditOn(tx, id)).takenMinor;
  const asMoney = Math.min(backMinor, Math.max(0, inMoney));
  if (payment?.state === "captured") {
    const amountMinor = Math.min(asMoney, await refundableMinor(tx, payment));
    if (amountMinor > 0) await ask(tx, "refund", `refund:${payment.id}:waived:${toMinor}`, { amountMinor }, { paymentId: payment.id });
    // What staff had given back of it already is the company's goodwill no more.
    await post(tx, [{ key: `waived-goodwill:${id}:${toMinor}`, debit: "customers", credit: "goodwill", amountMinor: Math.max(0, asMoney - heldMinor(payment)), bookingId: id, memo: "goodwill" }]);
  }
  if (backMinor > asMoney) await returnUsedCredit(tx, { id }, backMinor - asMoney, "customers");
}
