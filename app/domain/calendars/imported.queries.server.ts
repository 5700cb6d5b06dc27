import { and, gt, lt } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** Time that a helper's other calendars take: no visit of ours, so it counts for no limit of visits and has no place. */
export type Imported = { calendarId: string; fromAt: number; untilAt: number; bookingId: null };

/** Imported busy times of some calendars that touch a span of time; several sources may overlap. */
export async function importedBusy(ctx: Context, calendarIds: readonly string[], from: number, until: number): Promise<Imported[]> {
  if (calendarIds.length === 0) return [];
  const { calendarBusy } = ctx.db.t;
  const rows = await ctx.db
    .select({ calendarId: calendarBusy.calendarId, fromAt: calendarBusy.fromAt, untilAt: calendarBusy.untilAt })
    .from(calendarBusy)
    .where(and(ctx.db.among(calendarBusy.calendarId, calendarIds), gt(calendarBusy.untilAt, from), lt(calendarBusy.fromAt, until)));
  return rows.map((row) => ({ ...row, bookingId: null }));
}
