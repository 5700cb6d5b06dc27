import { Temporal } from "temporal-polyfill";
import { day as dayMs, minute as minuteMs } from "../kernel/time.ts";

/** One calendar day of a zone: its date, its ISO weekday (1 is Monday), its edges in UTC milliseconds. */
export type Day = Readonly<{ date: string; weekday: number; startAt: number; endAt: number; zone: string }>;

/**
 * Days of a zone beginning with the one that holds `from`. Between two clock changes a day has 24 hours:
 * the zone is asked for the first day and around a change only, because 28 Temporal additions take milliseconds.
 */
export function daysFrom(zone: string, from: number, count: number): Day[] {
  const key = `${zone} ${count}`;
  const known = kept.get(key);
  const today = known?.[0];
  if (known && today && from >= today.startAt && from < today.endAt) return [...known];
  const days = daysAsZoned(zone, from, count);
  kept.set(key, days);
  return [...days];
}

// Every calendar of every page asks for the same four weeks, all day long.
const kept = new Map<string, readonly Day[]>();

function daysAsZoned(zone: string, from: number, count: number): Day[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).startOfDay();
  const firstDate = Date.UTC(first.year, first.month - 1, first.day);
  let changesAt = nextChange(first);
  let late = first.hour !== 0 || first.minute !== 0;
  let startAt = first.epochMilliseconds;
  const days: Day[] = [];
  for (let i = 0; i < count; i++) {
    let endAt = startAt + dayMs;
    if (late || changesAt <= endAt) {
      const next = first.toPlainDate().add({ days: i + 1 }).toZonedDateTime(zone);
      endAt = next.epochMilliseconds;
      changesAt = nextChange(next);
      // Where the clock jumps at midnight, a day begins at one o'clock.
      late = next.hour !== 0 || next.minute !== 0;
    }
    days.push({ date: new Date(firstDate + i * dayMs).toISOString().slice(0, 10), weekday: ((first.dayOfWeek - 1 + i) % 7) + 1, startAt, endAt, zone });
    startAt = endAt;
  }
  return days;
}

const nextChange = (at: Temporal.ZonedDateTime): number => at.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY;

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

/** What a wall clock shows at a moment, in minutes from the day's midnight; 0 before the day and 1440 after it. */
export function clockMinute(day: Day, at: number): number {
  if (at <= day.startAt) return 0;
  if (at >= day.endAt) return 1440;
  if (day.endAt - day.startAt === dayMs) return Math.floor((at - day.startAt) / minuteMs);
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(day.zone);
  return hour * 60 + minute;
}
