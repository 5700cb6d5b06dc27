import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "./actor.ts";
import type { Context } from "./context.ts";

/** What a watcher may do: look, act as the customer, or be the one who is visited. */
export const watcherRights = ["see", "act", "visited"] as const;
export type WatcherRight = (typeof watcherRights)[number];
/** Through whom an actor sees a booking that is not their own. */
export type Watching = { id: string; right: WatcherRight; name: string };

const strongest: readonly WatcherRight[] = ["act", "visited", "see"];

/** Rows of `watcher` that stand for this actor: by a key that this browser has opened, or by the address proven at sign-in. Undefined where there can be none. */
function standsFor(ctx: Context): SQL | undefined {
  const { watcher, person } = ctx.db.t;
  const { kind, personId, watching = [] }: Actor = ctx.actor;
  const ways: SQL[] = [];
  if (kind !== "visitor" && kind !== "person") return undefined;
  if (watching.length) ways.push(inArray(watcher.keyHash, [...watching]));
  if (kind === "person" && personId) ways.push(sql`${watcher.email} = (select lower(${person.email}) from ${person} where ${person.id} = ${personId} and ${person.erasedAt} is null)`);
  return ways.length ? and(isNull(watcher.removedAt), or(...ways)) : undefined;
}

/**
 * The bookings that the actor watches, as a condition on `booking`. What was never requested is nobody's to watch, unless it makes a visit good that
 * they may act on: they go on with its story in the customer's place. Undefined where there can be none.
 */
export function isWatched(ctx: Context): SQL | undefined {
  const mine = standsFor(ctx);
  if (!mine) return undefined;
  const { booking, watcher } = ctx.db.t;
  const watched = (right?: WatcherRight) => ctx.db.select({ id: watcher.bookingId }).from(watcher).where(and(mine, right && eq(watcher.right, right)));
  return or(and(isNotNull(booking.requestedAt), inArray(booking.id, watched())), and(isNull(booking.requestedAt), inArray(booking.followsBookingId, watched("act"))));
}

/** As which watcher the actor sees each of these bookings; others are absent. The strongest right counts. */
export async function watchingOf(ctx: Context, bookingIds: readonly string[]): Promise<Map<string, Watching>> {
  const mine = bookingIds.length ? standsFor(ctx) : undefined;
  if (!mine) return new Map();
  const { booking, watcher } = ctx.db.t;
  const rows = await ctx.db
    .select({ bookingId: booking.id, id: watcher.id, right: watcher.right, name: watcher.name })
    .from(watcher)
    .innerJoin(booking, or(and(isNotNull(booking.requestedAt), eq(booking.id, watcher.bookingId)), and(isNull(booking.requestedAt), eq(booking.followsBookingId, watcher.bookingId), eq(watcher.right, "act"))))
    .where(and(inArray(booking.id, [...bookingIds]), mine));
  rows.sort((a, b) => strongest.indexOf(b.right) - strongest.indexOf(a.right));
  return new Map(rows.map(({ bookingId, ...watching }) => [bookingId, watching]));
}

/** Who acts on a booking that is another's, for the journal: null for everybody whose own it is. */
export async function actsAs(ctx: Context, bookingId: string): Promise<Watching | null> {
  const { actor } = ctx;
  if (actor.provenBookings.includes(bookingId)) return null;
  const watching = (await watchingOf(ctx, [bookingId])).get(bookingId);
  if (!watching) return null;
  const { booking, person } = ctx.db.t;
  const [row] = await ctx.db.select({ customerId: booking.customerId, helperId: booking.helperId, contactEmail: booking.contactEmail }).from(booking).where(eq(booking.id, bookingId));
  if (!row || (actor.helperId !== null && row.helperId === actor.helperId)) return null;
  if (actor.personId === null) return watching;
  if (row.customerId === actor.personId) return null;
  const [me] = await ctx.db.select({ email: person.email }).from(person).where(eq(person.id, actor.personId));
  return row.contactEmail !== null && me?.email?.toLowerCase() === row.contactEmail ? null : watching;
}
