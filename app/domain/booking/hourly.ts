import type { ServiceTypeContent } from "../catalogue/catalogue.ts";
import { minute } from "../kernel/time.ts";

/** The caps that a customer may set for a visit that is paid by the hour, in minutes. */
export const caps = [60, 90, 120, 180] as const;

/** Time is charged by the quarter of an hour. */
export const quarterMinutes = 15;

/** Whether helpers are paid by the hour for a service; the professional service always has one price. */
export const isHourly = ({ pricing }: Pick<ServiceTypeContent, "pricing">): boolean => pricing === "hourly";

/** The cap a form or an address asks for: one of `caps`, else the service's own duration; null for a service with one price. */
export function capOf(content: Pick<ServiceTypeContent, "pricing" | "durationMinutes">, asked: unknown): number | null {
  if (!isHourly(content)) return null;
  return caps.find((cap) => cap === Number(asked)) ?? content.durationMinutes;
}

/** What some minutes cost at an hourly rate, in minor units; a part of one is the customer's. */
export const priceFor = (hourlyMinor: number, minutes: number): number => Math.floor((hourlyMinor * minutes) / 60);

/** What a listing costs for a visit: its price, or its hourly rate times the cap; and how long the visit is. */
export function offerPrice(listingMinor: number, content: Pick<ServiceTypeContent, "pricing" | "durationMinutes">, asked: unknown): { priceMinor: number; durationMinutes: number; hourlyMinor: number | null; capMinutes: number | null } {
  const capMinutes = capOf(content, asked);
  if (capMinutes === null) return { priceMinor: listingMinor, durationMinutes: content.durationMinutes, hourlyMinor: null, capMinutes };
  return { priceMinor: priceFor(listingMinor, capMinutes), durationMinutes: capMinutes, hourlyMinor: listingMinor, capMinutes };
}

export type HourlyBooking = { priceMinor: number; hourlyMinor: number | null; capMinutes: number | null; workedMinutes: number | null };

/** What the customer agreed to pay at most: the price of the cap, however long the work took in the end; minor units. */
export const agreedMinor = ({ priceMinor, hourlyMinor, capMinutes }: Pick<HourlyBooking, "priceMinor" | "hourlyMinor" | "capMinutes">): number => (hourlyMinor === null || capMinutes === null ? priceMinor : priceFor(hourlyMinor, capMinutes));

/** What a booking finally costs once the time worked is known: that time at its rate, never more than was agreed; minor units. */
export const finalMinor = (booking: Omit<HourlyBooking, "workedMinutes">, workedMinutes: number | null): number =>
  booking.hourlyMinor === null || workedMinutes === null ? booking.priceMinor : Math.min(agreedMinor(booking), priceFor(booking.hourlyMinor, workedMinutes));

/** Does the price still stand as "at most"? Until the time worked is reported. */
export const isAtMost = ({ hourlyMinor, workedMinutes }: Pick<HourlyBooking, "hourlyMinor" | "workedMinutes">): boolean => hourlyMinor !== null && workedMinutes === null;

/** The time between two moments in quarters of an hour, rounded up, at least one and never above the cap; minutes. The cap where a moment is missing. */
export function workedBetween(startedAt: number | null, finishedAt: number | null, capMinutes: number): number {
  if (startedAt === null || finishedAt === null) return capMinutes;
  const quarters = Math.ceil((finishedAt - startedAt) / (quarterMinutes * minute));
  return Math.min(capMinutes, Math.max(1, quarters) * quarterMinutes);
}

/** The times that a report may state under a cap, in minutes. */
export const workedChoices = (capMinutes: number): number[] => Array.from({ length: Math.floor(capMinutes / quarterMinutes) }, (_, i) => (i + 1) * quarterMinutes);

/** What a report is prefilled with; null where the visit has one price. */
export const workedShown = ({ hourlyMinor, capMinutes, startedAt, finishedAt }: Pick<HourlyBooking, "hourlyMinor" | "capMinutes"> & { startedAt: number | null; finishedAt: number | null }): { capMinutes: number; minutes: number } | null =>
  hourlyMinor === null || capMinutes === null ? null : { capMinutes, minutes: workedBetween(startedAt, finishedAt, capMinutes) };
