import { and, eq, gt, gte, lte } from "drizzle-orm";
import { dateAt } from "../availability/days.ts";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";

/** Did the helper close these days for illness, and are they closed still? Then handing the visit back counts in no figure: the closed days are what keeps it honest. */
export async function isExcused(tx: Context, { helperId, startsAt }: Pick<Booking, "helperId" | "startsAt">): Promise<boolean> {
  if (!helperId) return false;
  const { sickRange, holiday } = tx.db.t;
  const date = dateAt(tx.settings.zone, startsAt);
  const wasIll = and(eq(sickRange.helperId, helperId), lte(sickRange.fromAt, startsAt), gt(sickRange.untilAt, startsAt));
  return (await tx.db.$count(sickRange, wasIll)) > 0 && (await tx.db.$count(holiday, and(eq(holiday.calendarId, helperId), lte(holiday.fromDate, date), gte(holiday.untilDate, date)))) > 0;
}
