import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { type CreditOn, type CreditReason, noCredit } from "./credit.ts";

/** The proven address of whoever is signed in, in lower case; null for everybody else. */
export async function addressOf(ctx: Context): Promise<string | null> {
  const { personId, kind } = ctx.actor;
  if (kind !== "person" || !personId) return null;
  const { person } = ctx.db.t;
  const [row] = await ctx.db.select({ email: person.email }).from(person).where(and(eq(person.id, personId), isNull(person.erasedAt)));
  return row?.email?.trim().toLowerCase() || null;
}

/** Credits with something left under an address, the oldest first. */
export async function creditsLeft(ctx: Context, email: string): Promise<{ id: string; leftMinor: number }[]> {
  const { credit } = ctx.db.t;
  return ctx.db.select({ id: credit.id, leftMinor: credit.leftMinor }).from(credit).where(and(eq(credit.email, email), gt(credit.leftMinor, 0))).orderBy(asc(credit.grantedAt), asc(credit.id));
}

/** What whoever is signed in can still spend, in minor units; 0 for everybody else. */
export async function myCreditMinor(ctx: Context): Promise<number> {
  const email = await addressOf(ctx);
  return email ? (await creditsLeft(ctx, email)).reduce((sum, { leftMinor }) => sum + leftMinor, 0) : 0;
}

export type CreditShown = { id: string; amountMinor: number; leftMinor: number; reason: CreditReason; grantedAt: number; reference: string | null; bookingId: string | null; uses: { bookingId: string; reference: string; amountMinor: number; at: number }[] };

/** The credits of whoever is signed in, where they are from and what they paid for, the newest first. */
export async function myCredits(ctx: Context): Promise<CreditShown[]> {
  const email = await addressOf(ctx);
  if (!email) return [];
  const { credit, creditUse, booking } = ctx.db.t;
  const rows = await ctx.db.select({ credit, reference: booking.reference }).from(credit).leftJoin(booking, eq(booking.id, credit.bookingId)).where(eq(credit.email, email)).orderBy(desc(credit.grantedAt), desc(credit.id)).limit(100);
  if (rows.length === 0) return [];
  const uses = await ctx.db
    .select({ creditId: creditUse.creditId, amountMinor: creditUse.amountMinor, at: creditUse.at, bookingId: creditUse.bookingId, reference: booking.reference })
    .from(creditUse)
    .innerJoin(booking, eq(booking.id, creditUse.bookingId))
    .where(and(inArray(creditUse.creditId, rows.map((row) => row.credit.id)), inArray(creditUse.state, ["kept", "used"])))
    .orderBy(asc(creditUse.at), asc(creditUse.id));
  return rows.map(({ credit: { id, amountMinor, leftMinor, reason, grantedAt, bookingId }, reference }) => ({
    id, amountMinor, leftMinor, reason, grantedAt, reference, bookingId,
    uses: uses.filter(({ creditId }) => creditId === id).map(({ creditId: _of, ...use }) => use),
  }));
}

/** What was granted to a booking's customer because their helper did not come, in minor units; 0 where nothing was. */
export async function absentCreditOf(ctx: Context, bookingId: string): Promise<number> {
  const { credit } = ctx.db.t;
  const rows = await ctx.db.select({ amountMinor: credit.amountMinor }).from(credit).where(and(eq(credit.bookingId, bookingId), eq(credit.reason, "helper_absent")));
  return rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** What stands on one booking in credit. */
export const creditOn = async (ctx: Context, bookingId: string): Promise<CreditOn> => (await creditsOn(ctx, [bookingId]))(bookingId);

/** The same for many bookings, read at once. */
export async function creditsOn(ctx: Context, bookingIds: readonly string[]): Promise<(bookingId: string) => CreditOn> {
  const { creditUse } = ctx.db.t;
  const rows = await ctx.db.select({ bookingId: creditUse.bookingId, state: creditUse.state, amountMinor: creditUse.amountMinor }).from(creditUse).where(inArray(creditUse.bookingId, [...bookingIds]));
  const on = new Map<string, CreditOn>();
  for (const { bookingId, state, amountMinor } of rows) {
    const { takenMinor, returnedMinor } = on.get(bookingId) ?? noCredit;
    on.set(bookingId, state === "returned" ? { takenMinor, returnedMinor: returnedMinor + amountMinor } : { takenMinor: takenMinor + amountMinor, returnedMinor });
  }
  return (bookingId) => on.get(bookingId) ?? noCredit;
}
