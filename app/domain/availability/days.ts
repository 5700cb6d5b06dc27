import { Temporal } from "temporal-polyfill";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** One calendar day of a zone: its date, its ISO weekday (1 is Monday), its edges in UTC milliseconds. */
export type Day = { date: string; weekday: number; startAt: number; endAt: number; zone: string };

/** Days of a zone beginning with the one that holds `from`. The zone is asked once a day, because a Temporal object a slot is slow. */
export function daysFrom(zone: string, from: number, count: number): Day[] {
  let start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).startOfDay();
  const days: Day[] = [];
  for (let i = 0; i < count; i++) {
    const next = start.add({ days: 1 }).startOfDay();
    days.push({ date: start.toPlainDate().toString(), weekday: start.dayOfWeek, startAt: start.epochMilliseconds, endAt: next.epochMilliseconds, zone });
    start = next;
  }
  return days;
}

/** When a wall clock shows this minute of the day; on the day of a clock change a missing time is the moment of the jump, a doubled one its first. */
export function minuteOf(day: Day, minute: number): number {
  if (minute >= 1440) return day.endAt;
  if (day.endAt - day.startAt === dayMs) return day.startAt + minute * minuteMs;
  const plainTime = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  const found = Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: day.zone, plainTime });
  if (found.hour * 60 + found.minute === minute) return found.epochMilliseconds;
  return (found.add({ milliseconds: 1 }).getTimeZoneTransition("previous") ?? found).epochMilliseconds;
}

/** The date of a moment in a zone, "2027-03-28". */
export const dateAt = (zone: string, at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
