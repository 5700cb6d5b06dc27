import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { answerDue } from "../booking/booking.policy.ts";
import type { Booking, BookingMove } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import type { Ask, AskState } from "./dispatch.ts";
import { asksFrom } from "./hours.ts";

/** Everybody who was asked for a booking, in order. */
export async function asksOf(ctx: Context, bookingId: string): Promise<Ask[]> {
  const { bookingAsk } = ctx.db.t;
  return ctx.db.select().from(bookingAsk).where(eq(bookingAsk.bookingId, bookingId)).orderBy(asc(bookingAsk.wave), asc(bookingAsk.askedAt), asc(bookingAsk.id));
}

/** What this helper is asked for the booking and has not answered, or null. */
export async function openAsk(ctx: Context, bookingId: string, helperId: string): Promise<Ask | null> {
  const { bookingAsk } = ctx.db.t;
  const [row] = await ctx.db.select().from(bookingAsk).where(and(eq(bookingAsk.bookingId, bookingId), eq(bookingAsk.helperId, helperId), eq(bookingAsk.state, "open")));
  return row ?? null;
}

type Chosen = Pick<Booking, "id" | "provider" | "helperId" | "listingId" | "requestedAt" | "answerBy" | "startsAt" | "policy" | "zone">;

/** Wave 0: the helper whom the customer chose. Bookings from before there were waves get theirs when it is needed. */
export async function askChosen(tx: Context, booking: Chosen): Promise<void> {
  const { helperId, listingId, provider } = booking;
  if (provider !== "helper" || helperId === null || listingId === null) return;
  const askedAt = booking.requestedAt ?? tx.now;
  const answerBy = booking.answerBy ?? answerDue(askedAt, booking.startsAt, booking.policy, booking.zone);
  await tx.db.insert(tx.db.t.bookingAsk).values({ id: tx.newId(), bookingId: booking.id, helperId, listingId, wave: 0, state: "open", askedAt, answerBy }).onConflictDoNothing();
}

/** Writes what became of asking one helper; time answers nothing, so only their own word has a moment. */
export async function endAsk(tx: Context, bookingId: string, helperId: string, state: Exclude<AskState, "open">): Promise<void> {
  const { bookingAsk } = tx.db.t;
  const own = state === "accepted" || state === "declined";
  await tx.db
    .update(bookingAsk)
    .set({ state, ...(own && { answeredAt: tx.now }) })
    .where(and(eq(bookingAsk.bookingId, bookingId), eq(bookingAsk.helperId, helperId), inArray(bookingAsk.state, ["open", "accepted"])));
}

/** The chosen helper answered with other times: their answer has a moment, though the request goes on. */
export async function noteAnswer(tx: Context, { id, helperId }: Pick<Booking, "id" | "helperId">): Promise<void> {
  if (!helperId) return;
  const { bookingAsk } = tx.db.t;
  await tx.db.update(bookingAsk).set({ answeredAt: tx.now }).where(and(eq(bookingAsk.bookingId, id), eq(bookingAsk.helperId, helperId), eq(bookingAsk.state, "open")));
}

/** Gives back the time of everybody who was asked for a booking, but of those who are still. */
export async function freeCalendars(tx: Context, bookingId: string, still: readonly string[]): Promise<void> {
  const { occupancy } = tx.db.t;
  const freed = await tx.db
    .delete(occupancy)
    .where(and(eq(occupancy.bookingId, bookingId), still.length ? notInArray(occupancy.calendarId, [...still]) : undefined))
    .returning({ calendarId: occupancy.calendarId });
  for (const { calendarId } of freed) await refreshNextFree(tx, calendarId);
}

/** Queues the mail `booking.<name>.helper` for one of those who were asked, or who came and fell out. */
export async function tellAsked(tx: Context, bookingId: string, helperId: string, name: "asked" | "lapsed" | "beaten" | "fellOut", data: Record<string, string | number | boolean | null> = {}): Promise<void> {
  const { helper } = tx.db.t;
  const [row] = await tx.db.select({ personId: helper.personId }).from(helper).where(eq(helper.id, helperId));
  if (row) await later(tx, "mail", { kind: `booking.${name}.helper`, bookingId, personId: row.personId, data });
}

/**
 * When a question to the booking's helper goes out whose answer is due then, as options of `later`, and to whom: nobody is asked in the quiet hours
 * who did not opt in for tonight. Who waits for the morning is named, since others may be asked beside them until then.
 */
export async function askingAt(tx: Context, { provider, helperId, policy, zone }: Pick<Booking, "provider" | "helperId" | "policy" | "zone">, due: number | null): Promise<{ runAt?: number; personId?: string }> {
  const from = due === null || provider !== "helper" ? tx.now : asksFrom(tx.now, due, policy, zone);
  if (from <= tx.now || helperId === null) return {};
  const { helper } = tx.db.t;
  const [row] = await tx.db.select({ personId: helper.personId, tonightUntil: helper.tonightUntil }).from(helper).where(eq(helper.id, helperId));
  return row && (row.tonightUntil ?? 0) <= tx.now ? { runAt: from, personId: row.personId } : {};
}

/** Has somebody who was asked for a booking still to answer? */
export async function isStillAsked(ctx: Context, bookingId: string, personId: string): Promise<boolean> {
  const { helper, bookingAsk } = ctx.db.t;
  const [row] = await ctx.db.select({ answeredAt: bookingAsk.answeredAt }).from(bookingAsk).innerJoin(helper, eq(helper.id, bookingAsk.helperId)).where(and(eq(bookingAsk.bookingId, bookingId), eq(helper.personId, personId), eq(bookingAsk.state, "open")));
  return row !== undefined && row.answeredAt === null;
}

const endsAs: Partial<Record<BookingMove, "declined" | "lapsed" | "withdrawn">> = { decline: "declined", lapse: "lapsed", cancel: "withdrawn" };

/**
 * What a move of the booking means for those who are asked: one yes beats the others, an end ends all.
 * Their calendars are free at once, and whoever was asked beside others is told.
 */
export async function settleAsks(tx: Context, booking: Booking, move: BookingMove): Promise<void> {
  const asks = await asksOf(tx, booking.id);
  const open = asks.filter(({ state }) => state === "open");
  const ended = endsAs[move];
  if (!ended) {
    if (booking.helperId) await endAsk(tx, booking.id, booking.helperId, "accepted");
    if (asks.length < 2) return;
    await freeCalendars(tx, booking.id, [booking.calendarId]);
    for (const { helperId } of open) {
      if (helperId === booking.helperId) continue;
      await endAsk(tx, booking.id, helperId, "beaten");
      await tellAsked(tx, booking.id, helperId, "beaten", { why: "beaten" });
    }
    return;
  }
  for (const { helperId } of open) await endAsk(tx, booking.id, helperId, ended);
  if (booking.helperId !== null) return;
  for (const { helperId } of open) {
    await refreshNextFree(tx, helperId);
    if (ended !== "declined") await tellAsked(tx, booking.id, helperId, ended === "lapsed" ? "lapsed" : "beaten", { why: "withdrawn" });
  }
  const [first] = asks;
  // A request that ended belongs to the helper whom the customer chose, as every other does.
  if (first) await tx.db.update(tx.db.t.booking).set({ helperId: first.helperId }).where(eq(tx.db.t.booking.id, booking.id));
}

/** Does somebody else come than the customer chose? */
export async function isSubstitute(ctx: Context, { id, helperId }: Pick<Booking, "id" | "helperId">): Promise<boolean> {
  const [first] = await asksOf(ctx, id);
  return first !== undefined && helperId !== null && first.helperId !== helperId;
}
