import { and, asc, eq, inArray, or } from "drizzle-orm";
import { membersOf } from "../series/members.server.ts";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import type { Payment } from "./payment.ts";

/** The payment whose Checkout and intent are the provider's: its own, or the one it was paid with. */
export const leadIdOf = ({ id, withPaymentId }: Pick<Payment, "id" | "withPaymentId">): string => withPaymentId ?? id;

/**
 * All payments that one Checkout pays, the one that holds the session first. A single visit's is known by its booking:
 * looking for others through the index would make every payment of the moment a conflict on PostgreSQL.
 */
export async function groupOf(ctx: Context, of: Payment): Promise<Payment[]> {
  const { payment, booking } = ctx.db.t;
  const [row] = await ctx.db.select({ seriesId: booking.seriesId }).from(booking).where(eq(booking.id, of.bookingId));
  if (!row?.seriesId) return [of];
  const lead = leadIdOf(of);
  const rows = await ctx.db.select().from(payment).where(or(eq(payment.id, lead), eq(payment.withPaymentId, lead))).orderBy(asc(payment.id));
  return [...rows.filter(({ id }) => id === lead), ...rows.filter(({ id }) => id !== lead)];
}

/** Whose row each refund that we asked of a group gives back from: operation id to payment id. */
export async function refundOwners(ctx: Context, rows: readonly Pick<Payment, "id">[]): Promise<Map<string, string>> {
  const { paymentOperation } = ctx.db.t;
  const asked = await ctx.db.select({ id: paymentOperation.id, paymentId: paymentOperation.paymentId }).from(paymentOperation).where(and(eq(paymentOperation.kind, "refund"), inArray(paymentOperation.paymentId, rows.map(({ id }) => id))));
  return new Map(asked.flatMap(({ id, paymentId }) => (paymentId ? [[id, paymentId] as const] : [])));
}

/** The visits that a booking's Checkout pays besides its own: those of its series that wait for the money too. */
export const paidWith = async (tx: Context, booking: Booking): Promise<Booking[]> => (booking.seriesId === null ? [] : (await membersOf(tx, booking.seriesId)).filter(({ id, state }) => id !== booking.id && state === "paying"));
