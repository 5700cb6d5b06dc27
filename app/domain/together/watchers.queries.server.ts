import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import type { WatcherShown } from "./together.ts";
import { managesWatchers } from "./watchers.policy.ts";

/** Who watches a booking, for its customer and for staff; null for everybody else. */
export async function watchersOf(ctx: Context, bookingId: string): Promise<WatcherShown[] | null> {
  const booking = await findBooking(ctx, bookingId);
  if (!booking || (!managesWatchers(ctx.actor, booking) && ctx.actor.kind !== "staff")) return null;
  return activeWatchers(ctx, bookingId);
}

/** The same for a booking whose reader was asked about already. */
export async function activeWatchers(ctx: Context, bookingId: string): Promise<WatcherShown[]> {
  const { watcher } = ctx.db.t;
  const rows = await ctx.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), isNull(watcher.removedAt))).orderBy(asc(watcher.addedAt), asc(watcher.id));
  return rows.map(({ id, name, email, right, locale, addedAt }) => ({ id, name, email, right, locale, addedAt }));
}

/** The digest by which somebody who watches one booking is known on another of the same story; null where they are not let in there. */
export async function keyHashIn(ctx: Context, watcherId: string, bookingId: string): Promise<string | null> {
  const { watcher } = ctx.db.t;
  const same = ctx.db.select({ email: watcher.email }).from(watcher).where(eq(watcher.id, watcherId));
  const [row] = await ctx.db.select({ keyHash: watcher.keyHash }).from(watcher).where(and(eq(watcher.bookingId, bookingId), inArray(watcher.email, same), isNull(watcher.removedAt)));
  return row?.keyHash ?? null;
}

/** What a watcher's link opens: the booking, and the digest by which this browser is known from now on. Null for a wrong key, or one that was taken back. */
export async function openAsWatcher(ctx: Context, key: string): Promise<{ bookingId: string; keyHash: string } | null> {
  const { watcher } = ctx.db.t;
  const [row] = await ctx.db.select({ bookingId: watcher.bookingId, keyHash: watcher.keyHash }).from(watcher).where(and(eq(watcher.keyHash, ctx.signing.digest(key)), isNull(watcher.removedAt)));
  return row ?? null;
}
