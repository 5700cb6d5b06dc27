import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { endedStates, type BookingState } from "#app/domain/booking/booking.ts";
import { hour } from "#app/domain/kernel/time.ts";
import type { Locale } from "#app/domain/kernel/words.ts";

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

/** The visit as a calendar file: one stable UID, a SEQUENCE that grows with every change, cancelled when the visit is. */
export function visitCalendar({ booking, locale, company, origin, summary, description, alarm, url }: VisitEntry): string {
  const isCancelled = booking.state !== "closed" && endedStates.includes(booking.state);
  const calendar = ical({ prodId: { company, product: "Quartier", language: locale.toUpperCase() }, method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${booking.id}@${new URL(origin).hostname}`,
    sequence: booking.sequence,
    stamp: new Date(booking.stateSince),
    lastModified: new Date(booking.stateSince),
    start: new Date(booking.startsAt),
    end: new Date(booking.endsAt),
    status: isCancelled ? ICalEventStatus.CANCELLED : booking.acceptedAt === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    summary,
    location: [booking.street, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", "),
    description,
    url,
    alarms: isCancelled ? [] : [{ type: "display" as never, trigger: (2 * hour) / 1000, description: alarm }],
  });
  return calendar.toString();
}
