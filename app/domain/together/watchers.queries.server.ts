import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { membersOf } from "../series/members.server.ts";
import { watcherKey } from "./key.server.ts";
import { noAddress, type WatcherShown } from "./together.ts";
import { managesWatchers } from "./watchers.policy.ts";

/** Who watches a booking, for its customer and for staff; null for everybody else. */
export async function watchersOf(ctx: Context, bookingId: string): Promise<WatcherShown[] | null> {
  const booking = await findBooking(ctx, bookingId);
  if (!booking || (!managesWatchers(ctx.actor, booking) && ctx.actor.kind !== "staff")) return null;
  return activeWatchers(ctx, bookingId);
}

/** The same for a booking whose reader was asked about already; who is visited without an address is reached by a word alone (`visitedLink`). */
export async function activeWatchers(ctx: Context, bookingId: string): Promise<WatcherShown[]> {
  const { watcher } = ctx.db.t;
  const rows = await ctx.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), isNull(watcher.removedAt), ne(watcher.email, noAddress))).orderBy(asc(watcher.addedAt), asc(watcher.id));
  return rows.map(({ id, name, email, right, locale, addedAt }) => ({ id, name, email, right, locale, addedAt }));
}

/** The digest by which somebody who watches one booking is known on another of the same story; null where they are not let in there. */
export async function keyHashIn(ctx: Context, watcherId: string, bookingId: string): Promise<string | null> {
  const { watcher } = ctx.db.t;
  const same = ctx.db.select({ email: watcher.email }).from(watcher).where(eq(watcher.id, watcherId));
  const [row] = await ctx.db.select({ keyHash: watcher.keyHash }).from(watcher).where(and(eq(watcher.bookingId, bookingId), inArray(watcher.email, same), isNull(watcher.removedAt)));
  return row?.keyHash ?? null;
}

/** The link of who is visited and has no address, for whoever passes it on; null where they have one, nobody else is visited, or it was taken back. Ask first who may say who is let in. */
export async function visitedLink(ctx: Context, bookingId: string): Promise<{ watcherId: string; href: string } | null> {
  const { watcher } = ctx.db.t;
  const [row] = await ctx.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), eq(watcher.right, "visited"), eq(watcher.email, noAddress), isNull(watcher.removedAt)));
  return row ? { watcherId: row.id, href: `${ctx.origin}/${row.locale}/bookings/${bookingId}?key=${watcherKey(ctx, row)}` } : null;
}

/** How many visits of the booking's series each watcher of it watches, themselves included, by the id of their row here; for a single visit everybody watches one. */
export async function visitsWatched(ctx: Context, { id, seriesId }: Pick<Booking, "id" | "seriesId">): Promise<Map<string, number>> {
  const { watcher } = ctx.db.t;
  const ids = seriesId === null ? [id] : (await membersOf(ctx, seriesId)).filter(({ state }) => state !== "abandoned").map((one) => one.id);
  const rows = await ctx.db.select({ id: watcher.id, bookingId: watcher.bookingId, email: watcher.email }).from(watcher).where(and(inArray(watcher.bookingId, ids), isNull(watcher.removedAt)));
  return new Map(rows.filter(({ bookingId }) => bookingId === id).map((row) => [row.id, rows.filter(({ email }) => email === row.email).length]));
}

/** What a watcher's link opens: the booking, and the digests by which this browser is known from now on: of the booking first, then of the other visits of its series that the same person watches. Null for a wrong key, or one that was taken back. */
export async function openAsWatcher(ctx: Context, key: string): Promise<{ bookingId: string; keyHash: string; others: string[] } | null> {
  const { watcher, booking } = ctx.db.t;
  const [row] = await ctx.db.select({ bookingId: watcher.bookingId, keyHash: watcher.keyHash, email: watcher.email, seriesId: booking.seriesId }).from(watcher).innerJoin(booking, eq(booking.id, watcher.bookingId)).where(and(eq(watcher.keyHash, ctx.signing.digest(key)), isNull(watcher.removedAt)));
  if (!row) return null;
  const { bookingId, keyHash, email, seriesId } = row;
  const others = seriesId === null ? [] : await ctx.db.select({ keyHash: watcher.keyHash }).from(watcher).innerJoin(booking, eq(booking.id, watcher.bookingId)).where(and(eq(booking.seriesId, seriesId), ne(booking.state, "abandoned"), ne(booking.id, bookingId), eq(watcher.email, email), isNull(watcher.removedAt))).orderBy(asc(booking.startsAt), asc(booking.id));
  return { bookingId, keyHash, others: others.map((other) => other.keyHash) };
}
