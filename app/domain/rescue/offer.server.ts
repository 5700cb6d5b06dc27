import { and, eq, inArray } from "drizzle-orm";
import { type Booking, payableOf } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { lapsesAt, type Rescue, type RescueReason, type RescueWay } from "./rescue.ts";

/** The first booking of a story. */
export async function rootOf(tx: Context, booking: Pick<Booking, "id" | "followsBookingId">): Promise<string> {
  const { booking: table } = tx.db.t;
  let at = booking;
  for (let before = at.followsBookingId; before; before = at.followsBookingId) {
    const [row] = await tx.db.select({ id: table.id, followsBookingId: table.followsBookingId }).from(table).where(eq(table.id, before));
    if (!row) break;
    at = row;
  }
  return at.id;
}

/** The attempt that a booking's visit is being made good by now; null when there is none. */
export async function openRescueOf(ctx: Context, bookingId: string): Promise<Rescue | null> {
  const { rescue } = ctx.db.t;
  const [row] = await ctx.db.select().from(rescue).where(and(eq(rescue.bookingId, bookingId), inArray(rescue.state, ["open", "booked"])));
  return row ?? null;
}

export type Opened = { reason: RescueReason; openedBy: Rescue["openedBy"]; words?: string; wish?: RescueWay | null };

/** Opens an attempt for a visit that went wrong; null when one is open already. The unique index decides between two at once. */
export async function openRescueRow(tx: Context, booking: Booking, { reason, openedBy, words = "", wish = null }: Opened): Promise<Rescue | null> {
  const { rescue, booking: table } = tx.db.t;
  const rootBookingId = await rootOf(tx, booking);
  const [root] = await tx.db.select({ priceMinor: table.priceMinor, payableMinor: table.payableMinor, hourlyMinor: table.hourlyMinor, capMinutes: table.capMinutes }).from(table).where(eq(table.id, rootBookingId));
  const id = tx.newId();
  const [row] = await tx.db
    .insert(rescue)
    .values({ id, rootBookingId, bookingId: booking.id, reason, wish, words, state: "open", frozenMinor: payableOf(root ?? booking), openedBy, openedAt: tx.now })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  await record(tx, { name: "rescue.opened", subject: { kind: "booking", id: booking.id }, facts: { rescueId: id, rootBookingId, reason, wish, by: openedBy } });
  await wakeRescue(tx, row, null);
  return row;
}

/** Wakes an open rescue when it lapses. */
export async function wakeRescue(tx: Context, row: Pick<Rescue, "id" | "openedAt">, fellThroughAt: number | null): Promise<void> {
  const at = lapsesAt(row, fellThroughAt);
  await later(tx, "rescue.tick", { rescueId: row.id }, { runAt: at, key: `rescue.tick/${row.id}/${at}` });
}

/**
 * The helper cancelled or did not come, and the customer has everything back: the next helpers and the professional service stand open at
 * the price agreed, on the page of that booking. Null where that visit was itself to make another good: that story is open again by itself.
 * Call it in the transaction that ends the booking, after its move.
 */
export async function offerRescue(tx: Context, booking: Booking, reason: "helper_absent" | "helper_cancelled"): Promise<Rescue | null> {
  if (booking.followsBookingId !== null || booking.blurredAt !== null) return null;
  return openRescueRow(tx, booking, { reason, openedBy: "system" });
}

/** What a customer wrote about a visit that did not help goes with its concern. */
export async function blurRescue(tx: Context, bookingId: string): Promise<void> {
  const { rescue } = tx.db.t;
  await tx.db.update(rescue).set({ words: "" }).where(eq(rescue.bookingId, bookingId));
}
