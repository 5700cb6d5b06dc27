import { and, eq, gte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { type Booking, payableOf } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { wakeRescue } from "./offer.server.ts";
import type { Rescue } from "./rescue.ts";

/**
 * What the move of a new visit means for the visit that it makes good; called by every move of a booking. False when the new visit is no
 * longer wanted: the story is booked by another one or has ended, and the move must not be made.
 */
export async function followRescue(tx: Context, move: string, booking: Booking): Promise<boolean> {
  if (booking.followsBookingId === null) return true;
  if (move === "pay") return claim(tx, booking, booking.followsBookingId);
  if (move === "signOff") await settle(tx, booking);
  if (["declined", "lapsed", "cancelled"].includes(booking.state)) await reopen(tx, booking);
  return true;
}

async function claim(tx: Context, booking: Booking, wrongId: string): Promise<boolean> {
  const { rescue } = tx.db.t;
  const paidMinor = booking.priceMinor - payableOf(booking);
  const [row] = await tx.db.update(rescue).set({ state: "booked", newBookingId: booking.id, wish: booking.follows, paidMinor }).where(and(eq(rescue.bookingId, wrongId), eq(rescue.state, "open"))).returning();
  if (!row) return false;
  await record(tx, { name: "rescue.booked", subject: { kind: "booking", id: wrongId }, facts: { rescueId: row.id, newBookingId: booking.id, wish: booking.follows, paidMinor } });
  await watchBudget(tx, row);
  return true;
}

async function reopen(tx: Context, booking: Booking): Promise<void> {
  const { rescue } = tx.db.t;
  const [row] = await tx.db.update(rescue).set({ state: "open", paidMinor: 0 }).where(and(eq(rescue.newBookingId, booking.id), eq(rescue.state, "booked"))).returning();
  if (!row) return;
  await record(tx, { name: "rescue.reopened", subject: { kind: "booking", id: row.bookingId }, facts: { rescueId: row.id, newBookingId: booking.id, because: booking.state } });
  await wakeRescue(tx, row, tx.now);
}

/** Signed off: solved where the customer says so; silence ends the attempt, but is not called solved. */
async function settle(tx: Context, booking: Booking): Promise<void> {
  const { rescue, outcome } = tx.db.t;
  const [voice] = await tx.db.select({ solved: outcome.solved }).from(outcome).where(eq(outcome.bookingId, booking.id));
  const state = voice?.solved === "yes" ? ("solved" as const) : ("lapsed" as const);
  const [row] = await tx.db.update(rescue).set({ state, endedAt: tx.now, paidMinor: booking.priceMinor - payableOf(booking) }).where(and(eq(rescue.newBookingId, booking.id), eq(rescue.state, "booked"))).returning();
  if (row) await record(tx, { name: state === "solved" ? "rescue.solved" : "rescue.ended", subject: { kind: "booking", id: row.bookingId }, facts: { rescueId: row.id, newBookingId: booking.id, solved: voice?.solved ?? null } });
}

/** The first moment of the calendar year, where the company is. */
export const yearFrom = (now: number, zone: string): number => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).with({ month: 1, day: 1 }).startOfDay().epochMilliseconds;

/** What the rescue budget has paid or promised in the calendar year, in minor units. */
export async function spentThisYear(ctx: Context): Promise<number> {
  const { rescue } = ctx.db.t;
  const rows = await ctx.db.select({ paidMinor: rescue.paidMinor }).from(rescue).where(and(gte(rescue.openedAt, yearFrom(ctx.now, ctx.settings.zone)), gte(rescue.paidMinor, 1)));
  return rows.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
}

/** The promise holds whatever it costs; beyond what a case or a year may take, support is told. */
async function watchBudget(tx: Context, row: Rescue): Promise<void> {
  if (row.paidMinor === 0) return;
  const { rescue } = tx.db.t;
  const { rescueCaseMinor, rescueYearMinor } = tx.settings.policy;
  const ofCase = (await tx.db.select({ paidMinor: rescue.paidMinor }).from(rescue).where(eq(rescue.rootBookingId, row.rootBookingId))).reduce((sum, { paidMinor }) => sum + paidMinor, 0);
  const ofYear = await spentThisYear(tx);
  const alarms = [
    ...(ofCase > rescueCaseMinor ? [{ what: "case", spentMinor: ofCase, limitMinor: rescueCaseMinor, key: `rescue.alarm/case/${row.rootBookingId}` }] : []),
    ...(ofYear > rescueYearMinor ? [{ what: "year", spentMinor: ofYear, limitMinor: rescueYearMinor, key: `rescue.alarm/year/${yearFrom(tx.now, tx.settings.zone)}` }] : []),
  ];
  for (const { what, spentMinor, limitMinor, key } of alarms) {
    await record(tx, { name: "rescue.overBudget", subject: { kind: "booking", id: row.bookingId }, facts: { rescueId: row.id, what, spentMinor, limitMinor } });
    await later(tx, "mail", { kind: `rescue.${what}.staff`, bookingId: row.bookingId, email: tx.settings.brand.supportEmail, data: { amountMinor: spentMinor, limitMinor } }, { key });
  }
}
