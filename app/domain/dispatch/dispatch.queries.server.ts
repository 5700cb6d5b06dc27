import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { asksOf } from "./asks.server.ts";
import { type Ask, type AskState, waveRules } from "./dispatch.ts";
import { isShared, mayGoOn, whyNotAskNow } from "./dispatch.policy.ts";

/** What the actor, as a helper, was asked for a booking, whatever became of it; null for strangers. Says nothing of the booking itself. */
export async function ownAsk(ctx: Context, bookingId: string): Promise<Pick<Ask, "wave" | "state" | "answeredAt"> | null> {
  const { helperId } = ctx.actor;
  if (!helperId) return null;
  const { bookingAsk } = ctx.db.t;
  const [row] = await ctx.db.select({ wave: bookingAsk.wave, state: bookingAsk.state, answeredAt: bookingAsk.answeredAt }).from(bookingAsk).where(and(eq(bookingAsk.bookingId, bookingId), eq(bookingAsk.helperId, helperId)));
  return row ?? null;
}

/** Requests that the actor, as a helper, is asked beside others, with their own time to answer; read as `findBooking` would. */
export async function sharedRequests(ctx: Context): Promise<{ booking: Booking; others: number }[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { booking, bookingAsk } = ctx.db.t;
  const rows = await ctx.db
    .select({ booking, ask: bookingAsk })
    .from(bookingAsk)
    .innerJoin(booking, eq(booking.id, bookingAsk.bookingId))
    .where(and(eq(bookingAsk.helperId, helperId), eq(bookingAsk.state, "open"), eq(booking.state, "requested"), isNull(booking.helperId)));
  const open = rows.length ? await ctx.db.select({ bookingId: bookingAsk.bookingId }).from(bookingAsk).where(and(inArray(bookingAsk.bookingId, rows.map((row) => row.booking.id)), eq(bookingAsk.state, "open"))) : [];
  return rows
    .filter(({ ask }) => ask.answerBy > ctx.now)
    .map(({ booking: row, ask }) => ({ booking: { ...row, helperId, listingId: ask.listingId, calendarId: helperId, answerBy: ask.answerBy }, others: open.filter(({ bookingId }) => bookingId === row.id).length - 1 }));
}

/** How far a request has come down its ladder, for its customer and staff; only the chosen helper has a name here. */
export type Ladder = {
  /** Whom the customer chose, and what became of it; null where nobody was asked. */
  first: { name: string; state: AskState; wave: number } | null;
  /** Others who are asked right now, and until when by the clock; the chosen helper is not among them. */
  asked: number;
  until: number | null;
  /** When others are asked, where the night lies between. */
  nextWaveAt: number | null;
  wave: number;
  waves: number;
  substitution: Booking["substitution"];
  /** Somebody else than the chosen helper comes. */
  isSubstitute: boolean;
  shared: boolean;
  /** Can others still be asked after these by the rules of this booking? */
  goesOn: boolean;
  /** May this reader have others asked now, beside the one who has not answered? */
  mayAskNow: boolean;
};

/** The ladder of a booking that was found for the actor; null for the professional service and bookings that were never asked of anybody. */
export async function ladderOf(ctx: Context, booking: Booking): Promise<Ladder | null> {
  if (booking.provider !== "helper" || booking.requestedAt === null || booking.instant) return null;
  const asks = await asksOf(ctx, booking.id);
  const [first] = asks;
  const { helper } = ctx.db.t;
  const [who] = first ? await ctx.db.select({ name: helper.displayName }).from(helper).where(eq(helper.id, first.helperId)) : [];
  const open = asks.filter(({ state, wave }) => state === "open" && wave > 0);
  return {
    first: first && who ? { name: who.name, state: first.state, wave: first.wave } : null,
    asked: open.length,
    until: open.length ? Math.max(...open.map(({ answerBy }) => answerBy)) : null,
    nextWaveAt: booking.nextWaveAt,
    wave: booking.wave,
    waves: waveRules(booking.policy).waves,
    substitution: booking.substitution,
    isSubstitute: booking.acceptedAt !== null && first !== undefined && first.helperId !== booking.helperId,
    shared: isShared(booking),
    goesOn: mayGoOn(booking, ctx.now),
    mayAskNow: whyNotAskNow(booking, ctx.actor, ctx.now) === null,
  };
}
