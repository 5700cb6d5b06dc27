import { day as dayMs, hour, minute } from "../kernel/time.ts";
import { type CivilDay, dayOf, daysInMonth } from "./civil.ts";
import type { Freq, NthDay, Rule } from "./rule.ts";

/** A date, or a wall clock's time: of UTC, of a zone named as in the file, or of nobody's ("floating"). */
export type Moment = { day: CivilDay; ms: number; isDate: boolean; zone: "utc" | { tzid: string } | null };

/** "2027-03-28", "2027-03-28T02:30:00" or the same with Z; null for what no calendar has. */
export function momentOf(text: unknown, tzid: string | undefined): Moment | null {
  const [, y = "", m = "", d = "", time, h = "", min = "", s = "", z] = /^(\d{4})-(\d{2})-(\d{2})(T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/.exec(String(text)) ?? [];
  const [year, month, date] = [Number(y), Number(m), Number(d)];
  if (!y || year < 1600 || year > 3000 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  const day = dayOf(year, month, date);
  if (!time) return { day, ms: 0, isDate: true, zone: null };
  if (Number(h) > 23 || Number(min) > 59 || Number(s) > 60) return null;
  return { day, ms: Number(h) * hour + Number(min) * minute + Math.min(Number(s), 59) * 1000, isDate: false, zone: z ? "utc" : tzid ? { tzid } : null };
}

/** Whole days follow the calendar, the rest is exact time. */
export type Length = { days: number; ms: number };

/** "P1D", "PT1H30M", "P2W"; null when it is none or negative. */
export function lengthOf(text: unknown): Length | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/.exec(String(text));
  if (!match || /[PT]$/.test(String(text))) return null;
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  return { days: Number(weeks) * 7 + Number(days), ms: Number(hours) * hour + Number(minutes) * minute + Number(seconds) * 1000 };
}

/** "+01:00" or "-03:30:00" in milliseconds; null when it is none. */
export function offsetOf(text: unknown): number | null {
  const match = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(String(text));
  if (!match) return null;
  const ms = Number(match[2]) * hour + Number(match[3]) * minute + Number(match[4] ?? 0) * 1000;
  return ms >= dayMs ? null : match[1] === "-" ? -ms : ms;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const isFreq = (text: string): text is Freq => ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(text);
const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/**
 * A rule as jCal writes it; null when it is one that we cannot follow: by the hour or shorter, at several times of day,
 * or with parts that say nothing.
 */
export function ruleOf(value: unknown): { rule: Rule; until: string | null } | null {
  if (typeof value !== "object" || value === null) return null;
  const recur = value as Record<string, unknown>;
  const freq = String(recur.freq ?? "");
  if (!isFreq(freq) || recur.byhour !== undefined || recur.byminute !== undefined || recur.bysecond !== undefined) return null;
  const numbers = (name: string, most: number): number[] | null => {
    const all = list(recur[name]).map(Number);
    return all.every((each) => Number.isInteger(each) && each !== 0 && Math.abs(each) <= most) ? all : null;
  };
  const [byMonth, byWeekNo, byYearDay, byMonthDay, bySetPos] = [numbers("bymonth", 12), numbers("byweekno", 53), numbers("byyearday", 366), numbers("bymonthday", 31), numbers("bysetpos", 366)];
  const byDay = list(recur.byday).map(nthDay);
  const weekStart = recur.wkst === undefined ? 1 : typeof recur.wkst === "number" ? ((recur.wkst + 5) % 7) + 1 : weekdays.indexOf(String(recur.wkst)) + 1;
  const [interval, count] = [Number(recur.interval ?? 1), recur.count === undefined ? null : Number(recur.count)];
  if (!byMonth || !byWeekNo || !byYearDay || !byMonthDay || !bySetPos || byDay.includes(null) || weekStart < 1) return null;
  if (!Number.isInteger(interval) || interval < 1 || (count !== null && !(Number.isInteger(count) && count >= 1))) return null;
  const rule: Rule = { freq, interval: Math.min(interval, 10_000), count, byMonth, byWeekNo, byYearDay, byMonthDay, bySetPos, byDay: byDay as NthDay[], weekStart };
  return { rule, until: recur.until === undefined ? null : String(recur.until) };
}

function nthDay(text: unknown): NthDay | null {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(text));
  return match ? { nth: Number(match[1] ?? 0), weekday: weekdays.indexOf(match[2] ?? "") + 1 } : null;
}
