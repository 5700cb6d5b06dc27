import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import { findBooking, knownAs, seenBy } from "../booking/booking.queries.server.ts";
import { partOf } from "../booking/booking.policy.ts";
import type { Booking } from "../booking/booking.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { Words } from "../kernel/words.ts";
import { spentThisYear } from "./follow.server.ts";
import { openRescueOf, rootOf } from "./offer.server.ts";
import { reasonOf, redoUntil, type RescueRefusal, type Tried, waysFor, whyNotRescue } from "./rescue.policy.ts";
import { lapsesAt, type Rescue, type RescueState, type RescueWay } from "./rescue.ts";

/** When the last new visit of an open rescue fell through; null when there was none. */
export async function fellThroughAt(ctx: Context, { newBookingId }: Pick<Rescue, "newBookingId">): Promise<number | null> {
  if (!newBookingId) return null;
  const { booking } = ctx.db.t;
  const [row] = await ctx.db.select({ at: booking.stateSince }).from(booking).where(eq(booking.id, newBookingId));
  return row?.at ?? null;
}

/** All bookings of a story in order: the first visit and every new one, drafts left out; not cut to a reader. */
async function storyBookings(ctx: Context, rootBookingId: string): Promise<Booking[]> {
  const { booking } = ctx.db.t;
  const [root] = await ctx.db.select().from(booking).where(eq(booking.id, rootBookingId));
  const rows = root ? [root] : [];
  for (let layer = rows.map(({ id }) => id); layer.length && rows.length < 50; ) {
    const next = await ctx.db.select().from(booking).where(inArray(booking.followsBookingId, layer)).orderBy(asc(booking.createdAt), asc(booking.id));
    rows.push(...next);
    layer = next.map(({ id }) => id);
  }
  return rows.filter(({ requestedAt }) => requestedAt !== null);
}

/** What was tried in a booking's story so far. */
export const triedIn = async (ctx: Context, booking: Pick<Booking, "id" | "followsBookingId">): Promise<Tried[]> =>
  (await storyBookings(ctx, await rootOf(ctx, booking))).map(({ follows, state, cancelledBy }) => ({ follows, state, cancelledBy }));

/** The helpers whom a story has seen already: the next one is somebody else. */
export const helpersIn = async (ctx: Context, booking: Pick<Booking, "id" | "followsBookingId">): Promise<string[]> =>
  (await storyBookings(ctx, await rootOf(ctx, booking))).flatMap(({ helperId }) => (helperId ? [helperId] : []));

export type ChainLink = { id: string; reference: string; state: Booking["state"]; startsAt: number; follows: RescueWay | null; who: string | null; seen: boolean; /** The customer said that it is not solved, and did not take it back. */ unsolved: boolean };

/**
 * One story on one page: the first visit and everything that made it good, in order; empty where there is only one. A helper reads the other
 * helpers' visits without a link, and of their own all. Null for a stranger.
 */
export async function chainOf(ctx: Context, booking: Pick<Booking, "id" | "followsBookingId">): Promise<ChainLink[]> {
  const rows = await storyBookings(ctx, await rootOf(ctx, booking));
  if (rows.length < 2) return [];
  const { helper, booking: table } = ctx.db.t;
  const ids = rows.flatMap(({ helperId }) => (helperId ? [helperId] : []));
  const names = new Map(ids.length ? (await ctx.db.select({ id: helper.id, name: helper.displayName }).from(helper).where(inArray(helper.id, ids))).map(({ id, name }) => [id, name]) : []);
  const seen = new Set((await knownAs(ctx, await ctx.db.select().from(table).where(and(inArray(table.id, rows.map(({ id }) => id)), seenBy(ctx))))).filter((row) => partOf(ctx.actor, row)).map(({ id }) => id));
  const unsolved = await unsolvedAmong(ctx, rows.map(({ id }) => id));
  return rows.map(({ id, reference, state, startsAt, follows, helperId }) => ({ id, reference, state, startsAt, follows, who: helperId ? (names.get(helperId) ?? null) : null, seen: seen.has(id), unsolved: unsolved.has(id) }));
}

/** The bookings whose customer said that they did not help, and did not take it back. */
export async function unsolvedAmong(ctx: Context, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { outcome, rescue } = ctx.db.t;
  const said = await ctx.db.select({ id: outcome.bookingId }).from(outcome).where(and(inArray(outcome.bookingId, ids), or(eq(outcome.solved, "no"), eq(outcome.still, "no"))));
  // Whoever says that it works again takes their word back; anything else that came of it does not.
  const asked = await ctx.db.select({ id: rescue.bookingId }).from(rescue).where(and(inArray(rescue.bookingId, ids), ne(rescue.state, "withdrawn")));
  return new Set([...said, ...asked].map(({ id }) => id));
}

export type RescueStanding = {
  /** Why this reader may not open one now; null when they may. */
  mayOpen: RescueRefusal | null;
  /** Until when the guarantee holds. */
  until: number | null;
  ways: RescueWay[];
  /** The attempt that is open or booked, or else the last one that ended. */
  rescue: (Pick<Rescue, "id" | "reason" | "wish" | "words" | "state" | "newBookingId" | "frozenMinor"> & { lapsesAt: number | null }) | null;
  chain: ChainLink[];
};

/** Where a booking stands with being made good, for whoever may see it; null for a stranger. */
export async function rescueStanding(ctx: Context, bookingId: string): Promise<RescueStanding | null> {
  const booking = await findBooking(ctx, bookingId);
  if (!booking) return null;
  const open = await openRescueOf(ctx, bookingId);
  const { rescue: table, outcome } = ctx.db.t;
  const rows = await ctx.db.select().from(table).where(eq(table.bookingId, bookingId)).orderBy(asc(table.openedAt), asc(table.id));
  const row = open ?? rows.at(-1) ?? null;
  const [voice] = await ctx.db.select({ solved: outcome.solved }).from(outcome).where(eq(outcome.bookingId, bookingId));
  const reason = open?.reason ?? reasonOf(booking, voice?.solved ?? null);
  const part = partOf(ctx.actor, booking);
  return {
    mayOpen: whyNotRescue(booking, ctx.actor, ctx.now, open !== null),
    until: redoUntil(booking),
    ways: waysFor({ reason }, await triedIn(ctx, booking)),
    rescue: row && {
      id: row.id, reason: row.reason, wish: row.wish, words: part === "helper" && row.reason !== "broke_again" && row.reason !== "not_solved" ? "" : row.words, state: row.state, newBookingId: row.newBookingId, frozenMinor: row.frozenMinor,
      lapsesAt: row.state === "open" ? lapsesAt(row, await fellThroughAt(ctx, row)) : null,
    },
    chain: await chainOf(ctx, booking),
  };
}

export type OpenRescue = {
  id: string; bookingId: string; rootBookingId: string; reference: string; service: Words; customerName: string; helperName: string | null; reason: Rescue["reason"]; wish: RescueWay | null;
  state: RescueState; openedAt: number; openedBy: Rescue["openedBy"]; lapsesAt: number | null; newBookingId: string | null; newReference: string | null; newState: Booking["state"] | null; newStartsAt: number | null; paidMinor: number;
};

/** Stories that are being made good, the longest open first, for support and quality; others get none. */
export async function openRescues(ctx: Context, limit = 200): Promise<OpenRescue[]> {
  if (ctx.actor.kind !== "system" && !hasRole(ctx.actor, "support", "quality")) return [];
  const { rescue, booking, serviceType, helper } = ctx.db.t;
  const rows = await ctx.db
    .select({ rescue, booking, content: serviceType.content, helperName: helper.displayName })
    .from(rescue)
    .innerJoin(booking, eq(booking.id, rescue.bookingId))
    .innerJoin(serviceType, eq(serviceType.id, booking.serviceTypeId))
    .leftJoin(helper, eq(helper.id, booking.helperId))
    .where(or(eq(rescue.state, "open"), eq(rescue.state, "booked")))
    .orderBy(asc(rescue.openedAt), asc(rescue.id))
    .limit(limit);
  const ids = rows.flatMap(({ rescue: { newBookingId } }) => (newBookingId ? [newBookingId] : []));
  const news = new Map(ids.length ? (await ctx.db.select({ id: booking.id, reference: booking.reference, state: booking.state, stateSince: booking.stateSince, startsAt: booking.startsAt }).from(booking).where(inArray(booking.id, ids))).map((row) => [row.id, row]) : []);
  return rows.map(({ rescue: row, booking: wrong, content, helperName }) => {
    const made = row.newBookingId ? news.get(row.newBookingId) : undefined;
    return {
      id: row.id, bookingId: wrong.id, rootBookingId: row.rootBookingId, reference: wrong.reference, service: content.name, customerName: wrong.contact?.name ?? "", helperName, reason: row.reason, wish: row.wish,
      state: row.state, openedAt: row.openedAt, openedBy: row.openedBy, lapsesAt: row.state === "open" ? lapsesAt(row, made?.stateSince ?? null) : null,
      newBookingId: made?.id ?? null, newReference: made?.reference ?? null, newState: made?.state ?? null, newStartsAt: made?.startsAt ?? null, paidMinor: row.paidMinor,
    };
  });
}

/** What the rescue budget of this calendar year has paid or promised, and what it holds; minor units. */
export const rescueBudget = async (ctx: Context): Promise<{ spentMinor: number; limitMinor: number }> => ({ spentMinor: await spentThisYear(ctx), limitMinor: ctx.settings.policy.rescueYearMinor });

/**
 * Of some bookings: whose payouts wait, because their visit, or one of its story, is being made good; and where the same helper came again
 * and solved what the first visit had not.
 */
export async function rescueHolds(ctx: Context, bookingIds: readonly string[]): Promise<{ waiting: ReadonlySet<string>; madeGood: ReadonlySet<string> }> {
  const { rescue } = ctx.db.t;
  const ids = [...bookingIds];
  const rows = await ctx.db.select({ bookingId: rescue.bookingId, rootBookingId: rescue.rootBookingId, state: rescue.state, wish: rescue.wish }).from(rescue).where(or(inArray(rescue.bookingId, ids), inArray(rescue.rootBookingId, ids)));
  const waiting = rows.filter(({ state }) => state === "open" || state === "booked").flatMap(({ bookingId, rootBookingId }) => [bookingId, rootBookingId]);
  return { waiting: new Set(waiting), madeGood: new Set(rows.filter(({ state, wish }) => state === "solved" && wish === "redo").map(({ bookingId }) => bookingId)) };
}
