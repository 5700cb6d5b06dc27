import { and, eq, gte, inArray } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { daysBetween, isDate } from "../kernel/time.ts";
import { isSpan, kept, refreshNextFree } from "./availability.commands.server.ts";
import { dateAt } from "./days.ts";
import { mostExceptionDays } from "./exceptions.ts";
import { type DayHours, exceptionsFor } from "./day-hours.ts";
import { type OwnRules, type RuleField, rasters, ruleLimits } from "./rules.ts";
import { means } from "./travel.ts";

const isAllowed = (own: OwnRules): boolean =>
  (Object.keys(ruleLimits) as RuleField[]).every((field) => {
    const [value, [least, most]] = [own[field], ruleLimits[field]];
    return value === null || (Number.isInteger(value) && value >= least && value <= most);
  }) &&
  (own.stepMinutes === null || rasters.some((raster) => raster === own.stepMinutes)) &&
  (own.means === null || means.includes(own.means));

/** Sets a helper's own rules; null follows the company's policy. What is booked stays as it is. Refusals: not-found, invalid. */
export const setCalendarRules = (ctx: Context, calendarId: string, own: OwnRules): Promise<Result<null, "not-found" | "invalid">> =>
  atomically(ctx, async (tx) => {
    // Lanes follow the company's policy alone.
    if ((await kept(tx, calendarId))?.kind !== "helper") return refuse("not-found");
    if (!isAllowed(own)) return refuse("invalid");
    const { calendarRule } = tx.db.t;
    const { bufferBeforeMinutes, bufferAfterMinutes, visitsPerDay, visitsPerWeek, longestDayMinutes, leadMinutes, horizonDays, stepMinutes, means: by } = own;
    const columns = { bufferBeforeMinutes, bufferAfterMinutes, visitsPerDay, visitsPerWeek, longestDayMinutes, leadMinutes, horizonDays, stepMinutes, means: by, updatedAt: tx.now };
    await tx.db.insert(calendarRule).values({ calendarId, ...columns }).onConflictDoUpdate({ target: calendarRule.calendarId, set: columns });
    await record(tx, { name: "availability.rulesSet", subject: { kind: "calendar", id: calendarId }, facts: { ...own } });
    await refreshNextFree(tx, calendarId);
    return ok(null);
  });

const mostHolidays = 50;

/** Whole dates without visits; what is booked in them stays. Refusals: not-found, invalid (a day that is over, the wrong order, more than a season). */
export const addHoliday = (ctx: Context, calendarId: string, { name, fromDate, untilDate }: { name: string; fromDate: string; untilDate: string }): Promise<Result<{ id: string }, "not-found" | "invalid">> =>
  atomically(ctx, async (tx) => {
    if (!(await kept(tx, calendarId))) return refuse("not-found");
    const today = dateAt(tx.settings.zone, tx.now);
    if (!isDate(fromDate) || !isDate(untilDate) || fromDate < today || untilDate < fromDate || daysBetween(fromDate, untilDate) >= mostExceptionDays) return refuse("invalid");
    const { holiday } = tx.db.t;
    if ((await tx.db.$count(holiday, and(eq(holiday.calendarId, calendarId), gte(holiday.untilDate, today)))) >= mostHolidays) return refuse("invalid");
    const id = tx.newId();
    await tx.db.insert(holiday).values({ id, calendarId, name: name.trim().slice(0, 60), fromDate, untilDate });
    await record(tx, { name: "availability.holidayAdded", subject: { kind: "calendar", id: calendarId }, facts: { fromDate, untilDate } });
    await refreshNextFree(tx, calendarId);
    return ok({ id });
  });

/** Takes holidays back; some that are gone already count as done. Refusal: not-found. */
export const removeHoliday = (ctx: Context, id: string): Promise<Result<null, "not-found">> =>
  atomically(ctx, async (tx) => {
    const { holiday } = tx.db.t;
    const [row] = await tx.db.select().from(holiday).where(eq(holiday.id, id));
    if (!row) return ok(null);
    if (!(await kept(tx, row.calendarId))) return refuse("not-found");
    await tx.db.delete(holiday).where(eq(holiday.id, id));
    await record(tx, { name: "availability.holidayRemoved", subject: { kind: "calendar", id: row.calendarId }, facts: { fromDate: row.fromDate, untilDate: row.untilDate } });
    await refreshNextFree(tx, row.calendarId);
    return ok(null);
  });

/**
 * Makes some dates have exactly these hours, whatever the week says: the exceptions of each date are written afresh, none where it is as every week.
 * Refusals: not-found, invalid (a day that is over, spans that make no sense).
 */
export const setDayHours = (ctx: Context, calendarId: string, days: readonly DayHours[]): Promise<Result<null, "not-found" | "invalid">> =>
  atomically(ctx, async (tx) => {
    if (!(await kept(tx, calendarId))) return refuse("not-found");
    const today = dateAt(tx.settings.zone, tx.now);
    if (days.length > mostExceptionDays || !days.every(({ date, spans }) => isDate(date) && date >= today && spans.length <= 12 && spans.every(isSpan))) return refuse("invalid");
    if (days.length === 0) return ok(null);
    const { weeklySpan, dayException } = tx.db.t;
    const weekly = await tx.db.select().from(weeklySpan).where(eq(weeklySpan.calendarId, calendarId));
    await tx.db.delete(dayException).where(and(eq(dayException.calendarId, calendarId), inArray(dayException.date, days.map(({ date }) => date))));
    const rows = days.flatMap((day) => exceptionsFor(day, weekly));
    if (rows.length) await tx.db.insert(dayException).values(rows.map((row) => ({ id: tx.newId(), calendarId, ...row })));
    await record(tx, { name: "availability.dayHoursSet", subject: { kind: "calendar", id: calendarId }, facts: { dates: days.map(({ date }) => date) } });
    await refreshNextFree(tx, calendarId);
    return ok(null);
  });
