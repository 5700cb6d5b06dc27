import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { mayKeepLanes } from "./availability.policy.ts";

export type Lane = Context["db"]["t"]["lane"]["$inferSelect"];
export type LaneRow = Lane & { openVisits: number; minutesAWeek: number };

/** All lanes of the professional service, those in use first, with what is open in them and how long they work a week; only for support. */
export async function laneRows(ctx: Context): Promise<LaneRow[]> {
  if (!mayKeepLanes(ctx.actor)) return [];
  const { lane, booking, weeklySpan } = ctx.db.t;
  const lanes = await ctx.db.select().from(lane).orderBy(asc(lane.state), asc(lane.name), asc(lane.id));
  const open = await ctx.db
    .select({ id: booking.laneId, n: sql<number>`count(*)`.mapWith(Number) })
    .from(booking)
    .where(and(eq(booking.provider, "professional"), inArray(booking.state, ["requested", "accepted", "underway", "started", "finished"])))
    .groupBy(booking.laneId);
  const ids = lanes.map(({ id }) => id);
  const hours = ids.length ? await ctx.db.select({ id: weeklySpan.calendarId, minutes: sql<number>`sum(${weeklySpan.untilMinute} - ${weeklySpan.fromMinute})`.mapWith(Number) }).from(weeklySpan).where(inArray(weeklySpan.calendarId, ids)).groupBy(weeklySpan.calendarId) : [];
  return lanes.map((row) => ({ ...row, openVisits: open.find(({ id }) => id === row.id)?.n ?? 0, minutesAWeek: hours.find(({ id }) => id === row.id)?.minutes ?? 0 }));
}

/** One lane, for support; a stranger's is null. */
export const laneById = async (ctx: Context, id: string): Promise<LaneRow | null> => (await laneRows(ctx)).find((row) => row.id === id) ?? null;
