import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import { day, minute } from "../kernel/time.ts";
import { blurAfterDays, dueFor, type Pending } from "./booking.clock.ts";
import { type Booking, endedStates } from "./booking.ts";

/** The queue has so long to do what is due before somebody looks after it. */
const patience = 10 * minute;
/** Woken at once; the rest an hour later. */
const sweepMost = 200;
const pageSize = 500;

/**
 * Wakes bookings whose moment has passed and for which nothing is queued that could still wake them: their tick was given up, or was lost. Says
 * how many. What is due is what the queue itself asks (`dueFor`); a tick that fails again rests and is given up like the first, and then queued again.
 */
export async function wakeOverdue(ctx: Context, most = sweepMost): Promise<number> {
  const until = ctx.now - patience;
  const [pending, paidOut, awake] = [await pendingByBooking(ctx), await awaitingPayout(ctx), await wokenAnyway(ctx)];
  const isOverdue = (booking: Booking): boolean =>
    // An account whose payout is on its way is closed by the payout, or by the last of the two moments.
    dueFor(booking, pending.get(booking.id)).some(({ what, at }) => at <= until && !(what === "closes" && paidOut.has(booking.id)));
  const overdue: string[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: Booking[] = await candidates(ctx, after, [...pending.keys()]);
    overdue.push(...rows.filter((booking) => !awake.has(booking.id) && isOverdue(booking)).map(({ id }) => id));
    after = rows.length < pageSize ? undefined : rows.at(-1)?.id;
  }
  // Of too many some other ones each time: those that fail again and again must not go before the rest for ever.
  const first = overdue.length > most ? Math.floor(ctx.random.next() * overdue.length) : 0;
  const woken = [...overdue.slice(first), ...overdue.slice(0, first)].slice(0, most);
  for (const bookingId of woken) await later(ctx, "booking.tick", { bookingId }, { key: `booking.tick/${bookingId}/overdue/${ctx.now}` });
  return woken.length;
}

/** One page of the bookings that time may still do something to, in the order of their ids. */
function candidates(ctx: Context, after: string, alsoIds: readonly string[]): Promise<Booking[]> {
  const { booking } = ctx.db.t;
  const ended = [...endedStates];
  const isOpen = inArray(booking.state, ["draft", "paying", "requested", "accepted", "underway", "started", "finished", "reported", "signed_off"]);
  const toBlur = and(inArray(booking.state, ended), isNull(booking.blurredAt), lte(booking.stateSince, ctx.now - blurAfterDays * day));
  const toAsk = and(eq(booking.state, "closed"), isNull(booking.stillAskedAt), isNotNull(booking.reportedAt));
  const also = alsoIds.length ? inArray(booking.id, [...alsoIds]) : undefined;
  return ctx.db.select().from(booking).where(and(gt(booking.id, after), or(isOpen, toBlur, toAsk, also))).orderBy(asc(booking.id)).limit(pageSize);
}

/** What waits beside bookings, as `pendingOf` reads it for one. */
async function pendingByBooking(ctx: Context): Promise<Map<string, Pending>> {
  const { review, rescheduleProposal } = ctx.db.t;
  const found = new Map<string, Pending>();
  for (const { bookingId, createdAt } of await ctx.db.select({ bookingId: review.bookingId, createdAt: review.createdAt }).from(review).where(isNull(review.publishedAt))) found.set(bookingId, { reviewAt: createdAt });
  for (const { bookingId, answerBy } of await ctx.db.select({ bookingId: rescheduleProposal.bookingId, answerBy: rescheduleProposal.answerBy }).from(rescheduleProposal).where(eq(rescheduleProposal.state, "open"))) found.set(bookingId, { ...found.get(bookingId), proposalBy: answerBy });
  return found;
}

async function awaitingPayout(ctx: Context): Promise<Set<string>> {
  const { payout } = ctx.db.t;
  const rows = await ctx.db.select({ bookingId: payout.bookingId }).from(payout).where(inArray(payout.state, ["planned", "held", "sending"]));
  return new Set(rows.map(({ bookingId }) => bookingId));
}

/** Bookings with a tick that is due and still alive: it waits its turn, rests after a failure or is running. */
async function wokenAnyway(ctx: Context): Promise<Set<string>> {
  const { job } = ctx.db.t;
  const rows = await ctx.db.select({ payload: job.payload }).from(job).where(and(eq(job.kind, "booking.tick"), inArray(job.state, ["queued", "running"]), lte(job.runAt, ctx.now)));
  return new Set(rows.map(({ payload }) => String(payload.bookingId)));
}
