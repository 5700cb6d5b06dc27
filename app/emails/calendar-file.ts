import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { uidOf } from "#app/domain/calendars/calendars.ts";
import type { Locale } from "#app/domain/kernel/words.ts";

/** One visit as calendars show it. */
export type CalendarEntry = {
  bookingId: string;
  /** Grows with every change of the booking. */
  sequence: number;
  /** UTC milliseconds. */
  changedAt: number;
  startsAt: number;
  endsAt: number;
  status: "confirmed" | "tentative" | "cancelled";
  title: string;
  place: string;
  description: string;
  url: string;
  /** How long before the visit a calendar reminds of it, milliseconds, and what it says. */
  remind: { before: number; words: string } | null;
};

const statuses = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED } as const;

/**
 * Visits as an iCalendar text (RFC 5545): the one writer for a booking's file and a helper's feed. The UID of a visit is the same in both and for ever.
 * Nothing in it is the time of writing, so the same facts give the same text. `everyMs` is how often a subscriber should ask again.
 */
export function calendarText({ company, origin, locale, name, everyMs, entries }: { company: string; origin: string; locale: Locale; name?: string; everyMs?: number; entries: readonly CalendarEntry[] }): string {
  const isCancelled = entries.length > 0 && entries.every(({ status }) => status === "cancelled");
  const calendar = ical({ prodId: { company, product: "Quartier", language: locale.toUpperCase() }, method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH, ...(name && { name }), ...(everyMs && { ttl: everyMs / 1000 }) });
  for (const { bookingId, sequence, changedAt, startsAt, endsAt, status, title, place, description, url, remind } of entries)
    calendar.createEvent({
      id: uidOf(origin, bookingId),
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start: new Date(startsAt),
      end: new Date(endsAt),
      status: statuses[status],
      summary: title,
      location: place,
      description,
      url,
      alarms: remind ? [{ type: ICalAlarmType.display, trigger: remind.before / 1000, description: remind.words }] : [],
    });
  return calendar.toString();
}
