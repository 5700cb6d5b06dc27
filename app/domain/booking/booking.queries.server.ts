import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { openAsk } from "../dispatch/asks.server.ts";
import { isShared } from "../dispatch/dispatch.policy.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { isWatched, type Watching, watchingOf } from "../kernel/watching.server.ts";
import type { Booking } from "./booking.ts";
import { partOf } from "./booking.policy.ts";

/** Bookings that an actor may know exist; undefined means all. Every read of bookings starts here. */
export function seenBy(ctx: Context): SQL | undefined {
  const { booking, person, bookingAsk } = ctx.db.t;
  const { actor } = ctx;
  if (actor.kind === "system" || hasRole(actor, "support", "quality", "finance")) return undefined;
  const ways: SQL[] = [sql`1 = 0`];
  if (actor.provenBookings.length) ways.push(inArray(booking.id, [...actor.provenBookings]));
  if (actor.kind === "person" && actor.personId) {
    ways.push(eq(booking.customerId, actor.personId));
    // A person's address was proven at sign-in, so bookings made with it as a guest are theirs.
    ways.push(sql`${booking.contactEmail} = (select lower(${person.email}) from ${person} where ${person.id} = ${actor.personId} and ${person.erasedAt} is null)`);
  }
  const watched = isWatched(ctx);
  if (watched) ways.push(watched);
  // A helper learns of a booking once it is asked of them, never of drafts.
  if (actor.helperId) {
    ways.push(sql`(${booking.helperId} = ${actor.helperId} and ${isNotNull(booking.requestedAt)})`);
    // Of several who are asked, each sees the request as long as they may answer.
    ways.push(sql`(${booking.helperId} is null and ${booking.state} = 'requested' and exists (select 1 from ${bookingAsk} where ${bookingAsk.bookingId} = ${booking.id} and ${bookingAsk.helperId} = ${actor.helperId} and ${bookingAsk.state} = 'open'))`);
  }
  return or(...ways);
}

/** One booking that the actor may see; a stranger's is null. */
export async function findBooking(ctx: Context, id: string): Promise<Booking | null> {
  const { booking } = ctx.db.t;
  const [row] = await ctx.db.select().from(booking).where(and(eq(booking.id, id), seenBy(ctx)));
  if (!row) return null;
  const [known] = await knownAs(ctx, [row]);
  return known ? asAsked(ctx, known) : null;
}

/** Rows that the actor may see, each with what they are to it: an own one by its address is adopted, another's carries the right to it. */
export async function knownAs(ctx: Context, rows: readonly Booking[]): Promise<Booking[]> {
  const others = rows.filter((row) => !partOf(ctx.actor, row));
  const watching = await watchingOf(ctx, others.map(({ id }) => id));
  const address = watching.size ? await ownAddress(ctx) : null;
  const through = (row: Booking): Watching | undefined => (row.contactEmail !== null && row.contactEmail === address ? undefined : watching.get(row.id));
  return rows.map((row) => {
    const right = others.includes(row) ? through(row) : undefined;
    return right ? { ...row, watching: right } : adopted(ctx, row);
  });
}

async function ownAddress(ctx: Context): Promise<string | null> {
  const { person } = ctx.db.t;
  if (!ctx.actor.personId) return null;
  const [row] = await ctx.db.select({ email: person.email }).from(person).where(eq(person.id, ctx.actor.personId));
  return row?.email?.toLowerCase() ?? null;
}

/**
 * A request that several helpers are asked is nobody's yet: whoever of them asks reads it as if it were asked of them alone,
 * with their own listing, calendar and time to answer, so that every rule about "the helper" holds for them.
 */
export async function asAsked(ctx: Context, row: Booking): Promise<Booking> {
  const { helperId } = ctx.actor;
  if (!helperId || !isShared(row)) return row;
  const ask = await openAsk(ctx, row.id, helperId);
  return ask ? { ...row, helperId, listingId: ask.listingId, calendarId: helperId, answerBy: ask.answerBy } : row;
}

/** Whoever sees a booking through their proven address alone is its customer, for every rule that follows. */
function adopted(ctx: Context, row: Booking): Booking {
  const { actor } = ctx;
  if (actor.kind !== "person" || row.customerId === actor.personId) return row;
  const otherwise = (actor.helperId !== null && actor.helperId === row.helperId) || actor.provenBookings.includes(row.id);
  return otherwise ? row : { ...row, customerId: actor.personId };
}

/** The booking that a signed mail link opens, or null. */
async function bookingByKey(ctx: Context, key: string): Promise<Booking | null> {
  const { booking } = ctx.db.t;
  const [row] = await ctx.db.select().from(booking).where(eq(booking.accessKeyHash, ctx.signing.digest(key)));
  return row ?? null;
}

/** The id of the booking that a key proves, to be remembered as proven by this browser; null for a wrong key. */
export const openByKey = async (ctx: Context, key: string): Promise<string | null> => (await bookingByKey(ctx, key))?.id ?? null;
