import { endedStates, type BookingState } from "#app/domain/booking/booking.ts";
import { hour } from "#app/domain/kernel/time.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { calendarText } from "./calendar-file.ts";

export type VisitEntry = {
  booking: { id: string; reference: string; state: BookingState; stateSince: number; sequence: number; acceptedAt: number | null; startsAt: number; endsAt: number; postcode: string; locality: string; street: string | null };
  locale: Locale;
  company: string;
  origin: string;
  summary: string;
  description: string;
  /** What the reminder says two hours before. */
  alarm: string;
  /** The reader's own page of the visit; it carries no key, because calendars are shared with others. */
  url: string;
};

/** The visit as a calendar file of its own, cancelled when the visit is. */
export function visitCalendar({ booking, locale, company, origin, summary, description, alarm, url }: VisitEntry): string {
  const { id, state, stateSince, sequence, acceptedAt, startsAt, endsAt, street, postcode, locality } = booking;
  const isCancelled = state !== "closed" && endedStates.includes(state);
  const status = isCancelled ? "cancelled" : acceptedAt === null ? "tentative" : "confirmed";
  const place = [street, `${postcode} ${locality}`].filter(Boolean).join(", ");
  const remind = isCancelled ? null : { before: 2 * hour, words: alarm };
  return calendarText({ company, origin, locale, entries: [{ bookingId: id, sequence, changedAt: stateSince, startsAt, endsAt, status, title: summary, place, description, url, remind }] });
}
