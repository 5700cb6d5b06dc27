import type { CalendarFetcher } from "#app/domain/calendars/calendars.ts";

/** A reserved name that no network knows (RFC 2606): the demo's helper subscribes to it. */
export const demoCalendar = "https://calendar.example/maya/choir.ics";
const etag = '"choir-1"';

const text = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quartier//Demo calendar//EN",
  "BEGIN:VEVENT", "UID:choir@calendar.example", "DTSTAMP:20260101T120000Z", "SUMMARY:Choir", "DTSTART;TZID=Europe/Zurich:20260106T193000", "DTEND;TZID=Europe/Zurich:20260106T213000", "RRULE:FREQ=WEEKLY", "END:VEVENT",
  "BEGIN:VEVENT", "UID:market@calendar.example", "DTSTAMP:20260101T120000Z", "SUMMARY:Market", "DTSTART;TZID=Europe/Zurich:20260103T080000", "DTEND;TZID=Europe/Zurich:20260103T120000", "RRULE:FREQ=MONTHLY;BYDAY=1SA", "END:VEVENT",
  "END:VCALENDAR", "",
].join("\r\n");

/** The demo's own calendar without a network; every other address is fetched as ever. */
export const withDemoCalendar = (calendars: CalendarFetcher): CalendarFetcher => ({
  async fetch(url, known) {
    if (url !== demoCalendar) return calendars.fetch(url, known);
    return known.etag === etag ? { ok: true, unchanged: true } : { ok: true, unchanged: false, text, etag, lastModified: null };
  },
});
