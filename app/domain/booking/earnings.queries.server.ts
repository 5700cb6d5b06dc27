import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Context } from "../kernel/context.ts";
import type { BookingState } from "./booking.ts";
import { netMinor } from "./page.queries.server.ts";

/** Promised and not yet paid out, whatever stage the visit is at. */
const promised: readonly BookingState[] = ["accepted", "underway", "started", "finished", "reported", "signed_off"];

export type YearOfEarnings = {
  year: number;
  /** What the helper gets in this year for visits that were made or are promised; minor units. */
  expectedMinor: number;
  /** From this sum on social insurance may ask for its part (`earningsWarningMinor` of the policy). */
  limitMinor: number;
};

/** What a helper earns in the calendar year of a moment: payouts of its visits, and visits that are promised. */
export async function yearOfEarnings(ctx: Context, helperId: string, at: number): Promise<YearOfEarnings> {
  const { payout, booking } = ctx.db.t;
  const { zone, policy } = ctx.settings;
  const { year } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const newYear = (of: number) => Temporal.PlainDate.from({ year: of, month: 1, day: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const inYear = and(eq(booking.helperId, helperId), gte(booking.startsAt, newYear(year)), lt(booking.startsAt, newYear(year + 1)));
  const paid = await ctx.db.select({ bookingId: payout.bookingId, netMinor: payout.netMinor }).from(payout).innerJoin(booking, eq(booking.id, payout.bookingId)).where(inYear);
  const known = new Set(paid.map(({ bookingId }) => bookingId));
  const open = (await ctx.db.select().from(booking).where(and(inYear, inArray(booking.state, [...promised])))).filter(({ id }) => !known.has(id));
  const sum = (rows: readonly number[]) => rows.reduce((total, minor) => total + minor, 0);
  return { year, expectedMinor: sum(paid.map((row) => row.netMinor)) + sum(open.map(netMinor)), limitMinor: policy.earningsWarningMinor };
}

/** Whether one more visit takes the year's earnings over the limit, which they were under before. */
export const crosses = ({ expectedMinor, limitMinor }: YearOfEarnings, moreMinor: number): boolean => limitMinor > 0 && expectedMinor < limitMinor && expectedMinor + moreMinor >= limitMinor;
