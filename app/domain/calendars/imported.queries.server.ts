import { and, gt, lt } from "drizzle-orm";
import { keptQuery } from "#db/kept-query.ts";
import type { Context } from "../kernel/context.ts";

/** Time that a helper's other calendars take: no visit of ours, so it counts for no limit of visits and has no place. */
export type Imported = { calendarId: string; fromAt: number; untilAt: number; bookingId: null };

/** Imported busy times of some calendars that touch a span of time; several sources may overlap. */
export async function importedBusy(ctx: Context, calendarIds: readonly string[], from: number, until: number): Promise<Imported[]> {
  if (calendarIds.length === 0) return [];
  return (await busyBetween(ctx.db, { ids: calendarIds, from, until })).map((row) => ({ ...row, bookingId: null }));
}

const busyBetween = keptQuery<{ ids: readonly string[]; from: number; until: number }, Omit<Imported, "bookingId">>((db, value) => {
  const { calendarBusy } = db.t;
  return db
    .select({ calendarId: calendarBusy.calendarId, fromAt: calendarBusy.fromAt, untilAt: calendarBusy.untilAt })
    .from(calendarBusy)
    .where(and(db.among(calendarBusy.calendarId, value("ids")), gt(calendarBusy.untilAt, value("from")), lt(calendarBusy.fromAt, value("until"))));
});
