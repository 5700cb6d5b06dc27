import { Temporal } from "temporal-polyfill";
import type { BookingPolicy } from "./booking.ts";

/** Where a customer stands with the late cancellations for illness that cost them nothing. Times are UTC milliseconds, money minor units. */
export type IllnessStanding = {
  /** Whether one can be used for this booking now. */
  offered: boolean;
  perYear: number;
  /** When they were used in this calendar year, oldest first. */
  usedAt: number[];
  /** When the next year begins. */
  againAt: number;
  /** What the normal rule would cost the customer now, and what the company would pay in their place. */
  paidMinor: number;
};

/** Bookings from before the rule was a setting keep what their terms said: once a year. */
export const illnessPerYear = (policy: Partial<Pick<BookingPolicy, "illnessPerYear">>): number => policy.illnessPerYear ?? 1;

/** The calendar year that a cancellation falls into, where the company is. */
export const yearOf = (now: number, zone: string): number => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).year;

/** The first moment of a year. */
export const yearBegins = (year: number, zone: string): number => Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).epochMilliseconds;
