import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import type { Extra } from "../visit/visit.ts";
import { extraPaymentOf } from "./extras.commands.server.ts";
import { foreseenAll } from "./holding.server.ts";
import { paymentOf } from "./payment.commands.server.ts";
import { refundableMinor } from "./operations.server.ts";
import type { Payment } from "./payment.ts";

export type PayoutRow = Context["db"]["t"]["payout"]["$inferSelect"] & { reference: string; startsAt: number };

/** A helper's earnings: what was sent, what is planned or held and why, newest first; sums in minor units. */
export async function earnings(ctx: Context, helperId: string): Promise<{ rows: PayoutRow[]; sentMinor: number; openMinor: number }> {
  if (ctx.actor.helperId !== helperId && !hasRole(ctx.actor, "finance", "support")) return { rows: [], sentMinor: 0, openMinor: 0 };
  const { payout, booking } = ctx.db.t;
  const found = await ctx.db.select({ payout, reference: booking.reference, startsAt: booking.startsAt }).from(payout).innerJoin(booking, eq(booking.id, payout.bookingId)).where(eq(payout.helperId, helperId)).orderBy(desc(payout.dueAt)).limit(500);
  const rows = await foreseenAll(ctx, found.map(({ payout: row, reference, startsAt }) => ({ ...row, reference, startsAt })));
  const sum = (sent: boolean) => rows.filter((row) => (row.state === "sent") === sent).reduce((total, row) => total + row.netMinor, 0);
  return { rows, sentMinor: sum(true), openMinor: sum(false) };
}

/** Payments and calls to the provider of one booking, for staff who may see money. */
export async function paymentStory(ctx: Context, bookingId: string) {
  if (!hasRole(ctx.actor, "finance", "support")) return [];
  const { payment, paymentOperation } = ctx.db.t;
  const payments = await ctx.db.select().from(payment).where(eq(payment.bookingId, bookingId)).orderBy(payment.createdAt);
  const operations = await ctx.db.select({ operation: paymentOperation }).from(paymentOperation).innerJoin(payment, eq(payment.id, paymentOperation.paymentId)).where(eq(payment.bookingId, bookingId)).orderBy(paymentOperation.createdAt);
  return payments.map((row) => ({ ...row, operations: operations.map(({ operation }) => operation).filter(({ paymentId }) => paymentId === row.id) }));
}

/** Payouts that are held, or will be when they are due, oldest first, with the reason that staff and helper see. */
export async function heldPayouts(ctx: Context) {
  return hasRole(ctx.actor, "finance", "support") ? allHeld(ctx) : [];
}

/** How many payouts are held and their sum in minor units, for whoever may see an overview. */
export async function heldSum(ctx: Context): Promise<{ held: number; heldMinor: number }> {
  const rows = await allHeld(ctx);
  return { held: rows.length, heldMinor: rows.reduce((sum, { netMinor }) => sum + netMinor, 0) };
}

async function allHeld(ctx: Context) {
  const { payout, booking, helper } = ctx.db.t;
  const rows = await ctx.db
    .select({ id: payout.id, bookingId: booking.id, reference: booking.reference, helperId: helper.id, helper: helper.displayName, netMinor: payout.netMinor, state: payout.state, holdReason: payout.holdReason, dueAt: payout.dueAt })
    .from(payout)
    .innerJoin(booking, eq(booking.id, payout.bookingId))
    .innerJoin(helper, eq(helper.id, payout.helperId))
    .where(inArray(payout.state, ["held", "planned"]))
    .orderBy(payout.dueAt)
    .limit(500);
  return (await foreseenAll(ctx, rows)).filter(({ state }) => state === "held").map(({ holdReason: reason, state: _state, ...row }) => ({ ...row, reason }));
}

/** What failed on its way back to customers and was not given back since, longest known first, for finance and support. */
export async function failedRefunds(ctx: Context) {
  if (!hasRole(ctx.actor, "finance", "support")) return [];
  const { payment, booking } = ctx.db.t;
  return ctx.db
    .select({ id: payment.id, bookingId: booking.id, reference: booking.reference, owedMinor: sql<number>`${payment.refundOwedMinor}`.mapWith(Number), since: payment.updatedAt })
    .from(payment)
    .innerJoin(booking, eq(booking.id, payment.bookingId))
    .where(gt(payment.refundOwedMinor, 0))
    .orderBy(asc(payment.updatedAt), asc(payment.id))
    .limit(200);
}

/** The payouts of one booking with state, date and reason, for staff who may see money. */
export async function payoutsOf(ctx: Context, bookingId: string) {
  if (!hasRole(ctx.actor, "finance", "support")) return [];
  const { payout } = ctx.db.t;
  return foreseenAll(ctx, await ctx.db.select().from(payout).where(eq(payout.bookingId, bookingId)).orderBy(asc(payout.createdAt)));
}

/** What of a booking can still be given back, as money and as credit; minor units. */
export async function refundableOf(ctx: Context, bookingId: string): Promise<{ moneyMinor: number; creditMinor: number }> {
  const payment = await paymentOf(ctx, bookingId);
  // While a card is only reserved nothing has been paid yet, and the credit goes back with the rest.
  const creditMinor = payment && payment.state !== "captured" ? 0 : (await creditOn(ctx, bookingId)).takenMinor;
  return { moneyMinor: payment ? await refundableMinor(ctx, payment) : 0, creditMinor };
}

export type RefundableExtra = Pick<Extra, "id" | "words" | "kind"> & { method: Payment["method"]; capturedMinor: number; refundedMinor: number; mostMinor: number };

/** The extras of a booking that were paid and of which something can still be given back, in the order they were proposed. */
export async function refundableExtras(ctx: Context, bookingId: string): Promise<RefundableExtra[]> {
  const { visitExtra } = ctx.db.t;
  const extras = await ctx.db.select().from(visitExtra).where(and(eq(visitExtra.bookingId, bookingId), isNotNull(visitExtra.paidAt))).orderBy(asc(visitExtra.proposedAt), asc(visitExtra.id));
  const rows: RefundableExtra[] = [];
  for (const { id, words, kind } of extras) {
    const payment = await extraPaymentOf(ctx, id);
    const mostMinor = payment ? await refundableMinor(ctx, payment) : 0;
    if (payment && mostMinor > 0) rows.push({ id, words, kind, method: payment.method, capturedMinor: payment.capturedMinor, refundedMinor: payment.refundedMinor, mostMinor });
  }
  return rows;
}
