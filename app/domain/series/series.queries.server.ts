import { eq, inArray } from "drizzle-orm";
import type { Booking, BookingState } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { share } from "../kernel/money.ts";
import { membersOf } from "./members.server.ts";
import { type Rhythm, rhythms } from "./series.ts";

const rhythmOf = (weeks: number): Rhythm => rhythms.find((one) => one === weeks) ?? 1;

export type VisitShown = { id: string; nth: number; reference: string; startsAt: number; endsAt: number; state: BookingState; priceMinor: number; netMinor: number };
/** The series of a booking as its own readers see it: the visits that have not been given up before they were paid, in order. */
export type SeriesShown = { everyWeeks: Rhythm; nth: number; visits: VisitShown[] };

type Reader = "customer" | "helper" | "staff" | "system";

/** Null for a single visit. A helper sees the visits that were asked of them; ask the booking's own policy first. */
export async function seriesShown(ctx: Context, booking: Pick<Booking, "id" | "seriesId">, part: Reader): Promise<SeriesShown | null> {
  if (booking.seriesId === null) return null;
  const { series } = ctx.db.t;
  const [row] = await ctx.db.select().from(series).where(eq(series.id, booking.seriesId));
  const visible = (one: Booking): boolean => (part === "helper" ? one.requestedAt !== null && one.helperId === ctx.actor.helperId : one.state !== "abandoned");
  const members = (await membersOf(ctx, booking.seriesId)).filter((one) => one.id === booking.id || visible(one));
  if (!row || members.length < 2) return null;
  const visits = members.map(({ id, reference, startsAt, endsAt, state, priceMinor, policy }, i): VisitShown => ({ id, nth: i + 1, reference, startsAt, endsAt, state, priceMinor, netMinor: part === "customer" ? 0 : priceMinor - share(priceMinor, policy.commissionBp) }));
  return { everyWeeks: rhythmOf(row.everyWeeks), nth: visits.findIndex(({ id }) => id === booking.id) + 1, visits };
}

/** The rhythm of some series, for lists: series id to weeks. */
export async function rhythmsOf(ctx: Context, seriesIds: readonly (string | null)[]): Promise<Map<string, Rhythm>> {
  const { series } = ctx.db.t;
  const wanted = [...new Set(seriesIds.filter((id) => id !== null))];
  const rows = wanted.length > 0 ? await ctx.db.select({ id: series.id, everyWeeks: series.everyWeeks }).from(series).where(inArray(series.id, wanted)) : [];
  return new Map(rows.map(({ id, everyWeeks }) => [id, rhythmOf(everyWeeks)]));
}

/** The ids of all visits of a booking's series, the booking's own first: whoever has proven one has proven all. */
export async function provenWith(ctx: Context, bookingId: string): Promise<string[]> {
  const { booking } = ctx.db.t;
  const [row] = await ctx.db.select({ seriesId: booking.seriesId }).from(booking).where(eq(booking.id, bookingId));
  const others = row?.seriesId ? (await membersOf(ctx, row.seriesId)).map(({ id }) => id).filter((id) => id !== bookingId) : [];
  return [bookingId, ...others];
}
