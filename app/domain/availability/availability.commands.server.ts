import { and, eq, gt } from "drizzle-orm";
import { readCatalogue } from "../catalogue/catalogue.queries.server.ts";
import { servingStates } from "../helper/helper.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { isDate } from "../kernel/time.ts";
import { refreshNextFreeInArea } from "../search/area.server.ts";
import type { DayException, WeeklySpan } from "./availability.ts";
import { mayKeepHours } from "./availability.policy.ts";
import { nextFree } from "./availability.queries.server.ts";
import { rulesNow } from "./calendars.server.ts";
import { dateAt, daysFrom } from "./days.ts";
import { mostExceptionDays } from "./exceptions.ts";

/** The calendar behind an id if the actor may keep it; a stranger's is not found. */
export async function kept(tx: Context, id: string): Promise<{ id: string; kind: "helper" | "lane" } | null> {
  const { helper, lane } = tx.db.t;
  const [ofHelper] = await tx.db.select({ id: helper.id }).from(helper).where(eq(helper.id, id));
  const [ofLane] = ofHelper ? [] : await tx.db.select({ id: lane.id }).from(lane).where(eq(lane.id, id));
  const calendar = ofHelper ? { id, kind: "helper" as const } : ofLane ? { id, kind: "lane" as const } : null;
  return calendar && mayKeepHours(tx.actor, calendar) ? calendar : null;
}

export const isSpan = ({ fromMinute, untilMinute }: { fromMinute: number; untilMinute: number }) =>
  Number.isInteger(fromMinute) && Number.isInteger(untilMinute) && fromMinute >= 0 && untilMinute <= 1440 && fromMinute < untilMinute;
const mostSpans = 50;

/** Replaces the hours of every week. Refusals: not-found, invalid. */
export const setWeeklyHours = (ctx: Context, calendarId: string, spans: readonly WeeklySpan[]): Promise<Result<null>> =>
  atomically(ctx, async (tx) => {
    if (!(await kept(tx, calendarId))) return refuse("not-found");
    if (spans.length > mostSpans || !spans.every((span) => isSpan(span) && Number.isInteger(span.weekday) && span.weekday >= 1 && span.weekday <= 7)) return refuse("invalid");
    const { weeklySpan } = tx.db.t;
    await tx.db.delete(weeklySpan).where(eq(weeklySpan.calendarId, calendarId));
    if (spans.length) await tx.db.insert(weeklySpan).values(spans.map(({ weekday, fromMinute, untilMinute }) => ({ id: tx.newId(), calendarId, weekday, fromMinute, untilMinute })));
    await record(tx, { name: "availability.weeklyHoursSet", subject: { kind: "calendar", id: calendarId }, facts: { spans: spans.length } });
    await refreshNextFree(tx, calendarId);
    return ok(null);
  });

/** Adds or takes away hours on one date. Refusals: not-found, invalid. */
export const addException = (ctx: Context, calendarId: string, { date, kind, fromMinute, untilMinute }: DayException): Promise<Result<{ id: string }>> =>
  atomically(ctx, async (tx) => {
    if (!(await kept(tx, calendarId))) return refuse("not-found");
    if (!isDate(date) || date < dateAt(tx.settings.zone, tx.now) || !isSpan({ fromMinute, untilMinute })) return refuse("invalid");
    const { dayException } = tx.db.t;
    const id = tx.newId();
    await tx.db.insert(dayException).values({ id, calendarId, date, kind, fromMinute, untilMinute });
    await record(tx, { name: "availability.exceptionAdded", subject: { kind: "calendar", id: calendarId }, facts: { date, kind } });
    await refreshNextFree(tx, calendarId);
    return ok({ id });
  });

/** Takes an exception back; one that is gone already counts as done. Refusal: not-found. */
export const removeException = (ctx: Context, id: string): Promise<Result<null>> =>
  atomically(ctx, async (tx) => {
    const { dayException } = tx.db.t;
    const [row] = await tx.db.select().from(dayException).where(eq(dayException.id, id));
    if (!row) return ok(null);
    if (!(await kept(tx, row.calendarId))) return refuse("not-found");
    await tx.db.delete(dayException).where(eq(dayException.id, id));
    await record(tx, { name: "availability.exceptionRemoved", subject: { kind: "calendar", id: row.calendarId }, facts: { date: row.date, kind: row.kind } });
    await refreshNextFree(tx, row.calendarId);
    return ok(null);
  });

/** Enters the same exception on several days, all or none; days that have it already are left as they are. Refusals: not-found, invalid. */
export const addExceptionDays = (ctx: Context, calendarId: string, days: readonly DayException[], known: readonly DayException[]): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    for (const day of days) {
      if (known.some((each) => each.date === day.date && each.kind === day.kind && each.fromMinute === day.fromMinute && each.untilMinute === day.untilMinute)) continue;
      const added = await addException(tx, calendarId, day);
      if (!added.ok) return added;
    }
    return ok(null);
  });

/** Takes several exceptions back, all or none. */
export const removeExceptionDays = (ctx: Context, ids: readonly string[]): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    for (const id of ids.slice(0, mostExceptionDays)) {
      const removed = await removeException(tx, id);
      if (!removed.ok) return removed;
    }
    return ok(null);
  });

/**
 * Keeps `helper.nextFreeAt` as a lower bound for searches: the first free start of the shortest live listing, as if no way
 * were to be made and nobody held a slot (a hold ends without a word),
 * the end of the horizon when all of it is taken, null when nothing can be booked.
 */
export async function refreshNextFree(tx: Context, calendarId: string): Promise<void> {
  const { helper, listing, weeklySpan, dayException } = tx.db.t;
  const [row] = await tx.db.select({ nextFreeAt: helper.nextFreeAt, visitsClosed: helper.visitsClosed, state: helper.state, pausedAt: helper.pausedAt }).from(helper).where(eq(helper.id, calendarId));
  if (!row) return;
  const serving = servingStates.includes(row.state) && row.pausedAt === null;
  const live = !serving ? [] : await tx.db.select({ serviceTypeId: listing.serviceTypeId, instant: listing.instant }).from(listing).where(and(eq(listing.helperId, calendarId), eq(listing.state, "live")));
  // Hours that lie behind the horizon today come within reach by themselves.
  const hours = live.length ? (await tx.db.$count(weeklySpan, eq(weeklySpan.calendarId, calendarId))) + (await tx.db.$count(dayException, and(eq(dayException.calendarId, calendarId), eq(dayException.kind, "open"), gt(dayException.date, dateAt(tx.settings.zone, tx.now))))) : 0;
  let nextFreeAt: number | null = null;
  if (live.length) {
    const { serviceTypes } = await readCatalogue(tx);
    const offered = new Set(live.map(({ serviceTypeId }) => serviceTypeId));
    const shortest = Math.min(...serviceTypes.filter(({ id }) => offered.has(id)).map(({ content }) => content.durationMinutes));
    const instant = live.some((each) => each.instant) && row.visitsClosed >= tx.settings.policy.probationVisits;
    nextFreeAt = (await nextFree(tx, [calendarId], { durationMinutes: shortest, instant, at: null, throughHolds: true })).get(calendarId) ?? null;
    if (nextFreeAt === null && hours > 0) nextFreeAt = daysFrom(tx.settings.zone, tx.now, (await rulesNow(tx, calendarId)).horizonDays).at(-1)?.endAt ?? null;
  }
  if (nextFreeAt === row.nextFreeAt) return;
  await tx.db.update(helper).set({ nextFreeAt }).where(eq(helper.id, calendarId));
  await refreshNextFreeInArea(tx, calendarId, nextFreeAt);
}
