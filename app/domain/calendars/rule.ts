import { type CivilDay, dateOf, dayOf, daysInMonth, weekdayOf, weekOf } from "./civil.ts";

export type Freq = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
/** A weekday, or the nth of them in its month or year; negative from the end, 0 every one. */
export type NthDay = { nth: number; weekday: number };
/** A rule of repetition (RFC 5545, 3.3.10) over days; the time of day is that of the first occurrence. */
export type Rule = {
  freq: Freq;
  interval: number;
  count: number | null;
  byMonth: readonly number[];
  byWeekNo: readonly number[];
  byYearDay: readonly number[];
  byMonthDay: readonly number[];
  byDay: readonly NthDay[];
  bySetPos: readonly number[];
  /** 1 is Monday. */
  weekStart: number;
};
/** How much work is left; shared by all rules of one calendar, so that no calendar costs more than it may. */
export type Budget = { steps: number };

/**
 * The days on which a rule that begins on `first` occurs, up to `last`, in order; days before `from` may be left out.
 * The first day always counts, as calendars do, even where the rule would skip it. Null when the budget is spent.
 */
export function occurrences(rule: Rule, first: CivilDay, from: CivilDay, last: CivilDay, budget: Budget): CivilDay[] | null {
  const found: CivilDay[] = [first];
  const skip = rule.count === null ? periodsBefore(rule, first, from) : 0;
  for (let nth = skip; ; nth++) {
    const period = periodOf(rule, first, nth);
    if (period.first > last) return found;
    budget.steps -= 1 + period.days.length;
    if (budget.steps < 0) return null;
    for (const day of period.days) {
      if (day <= first) continue;
      if (rule.count !== null && found.length >= rule.count) return found;
      if (day > last) return found;
      found.push(day);
    }
    if (rule.count !== null && found.length >= rule.count) return found;
  }
}

/** How many periods end before a day for certain: without a count nobody needs them. */
function periodsBefore({ freq, interval }: Rule, first: CivilDay, from: CivilDay): number {
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq];
  return Math.max(0, Math.floor((from - first) / (length * interval)) - 2);
}

type Period = { first: CivilDay; days: CivilDay[] };

function periodOf(rule: Rule, start: CivilDay, nth: number): Period {
  const step = nth * rule.interval;
  if (rule.freq === "DAILY") return chosen(rule, start + step, [start + step].filter((day) => limits(rule, day) && onWeekday(rule, day)));
  if (rule.freq === "WEEKLY") {
    const week = weekOf(start, rule.weekStart) + 7 * step;
    const days = range(week, 7).filter((day) => (rule.byDay.length ? onWeekday(rule, day) : weekdayOf(day) === weekdayOf(start)) && limits(rule, day));
    return chosen(rule, week, days);
  }
  const { year, month, date } = dateOf(start);
  if (rule.freq === "MONTHLY") {
    const months = year * 12 + month - 1 + step;
    const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
    return chosen(rule, dayOf(y, m, 1), fitsMonth(rule, m) ? daysOfMonth(rule, y, m, date) : []);
  }
  return chosen(rule, dayOf(year + step, 1, 1), daysOfYear(rule, year + step, start));
}

function daysOfMonth(rule: Rule, year: number, month: number, date: number): CivilDay[] {
  const first = dayOf(year, month, 1);
  const length = daysInMonth(year, month);
  if (rule.byMonthDay.length === 0 && rule.byDay.length === 0) return date <= length ? [first + date - 1] : [];
  return range(first, length).filter((day) => onMonthDay(rule, day - first + 1, length) && onNthDay(rule, day, first, length));
}

function daysOfYear(rule: Rule, year: number, start: CivilDay): CivilDay[] {
  const first = dayOf(year, 1, 1);
  const length = dayOf(year + 1, 1, 1) - first;
  const { month, date } = dateOf(start);
  const months = rule.byMonth.length ? rule.byMonth : range(1, 12);
  if (rule.byYearDay.length) return range(first, length).filter((day) => among(rule.byYearDay, day - first + 1, length) && limits(rule, day) && onWeekday(rule, day));
  if (rule.byWeekNo.length) return daysOfWeeks(rule, year, start);
  if (rule.byMonthDay.length) return months.flatMap((m) => daysOfMonth(rule, year, m, date));
  if (rule.byDay.length && rule.byMonth.length) return months.flatMap((m) => daysOfMonth(rule, year, m, date));
  if (rule.byDay.length) return range(first, length).filter((day) => onNthDay(rule, day, first, length));
  return (rule.byMonth.length ? months : [month]).flatMap((m) => (date <= daysInMonth(year, m) ? [dayOf(year, m, date)] : []));
}

/** Week 1 is the first with four days in its year; its days may lie in the year before or after. */
function daysOfWeeks(rule: Rule, year: number, start: CivilDay): CivilDay[] {
  const firstWeek = (of: number) => weekOf(dayOf(of, 1, 4), rule.weekStart);
  const [first, next] = [firstWeek(year), firstWeek(year + 1)];
  const weeks = (next - first) / 7;
  return range(0, weeks)
    .filter((week) => among(rule.byWeekNo, week + 1, weeks))
    .flatMap((week) => range(first + 7 * week, 7))
    .filter((day) => (rule.byDay.length ? onWeekday(rule, day) : weekdayOf(day) === weekdayOf(start)) && fitsMonth(rule, dateOf(day).month));
}

function chosen({ bySetPos }: Rule, first: CivilDay, days: CivilDay[]): Period {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  return { first, days: bySetPos.length ? sorted.filter((_, i) => among(bySetPos, i + 1, sorted.length)) : sorted };
}

const range = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i);
/** Whether a place, counted from 1 or from the end, is asked for. */
const among = (asked: readonly number[], place: number, length: number): boolean => asked.includes(place) || asked.includes(place - length - 1);
const fitsMonth = ({ byMonth }: Rule, month: number): boolean => byMonth.length === 0 || byMonth.includes(month);
const onMonthDay = ({ byMonthDay }: Rule, date: number, length: number): boolean => byMonthDay.length === 0 || among(byMonthDay, date, length);
const onWeekday = ({ byDay }: Rule, day: CivilDay): boolean => byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day));

/** Whether a day is one of the nth weekdays asked for, within a month or a year. */
function onNthDay({ byDay }: Rule, day: CivilDay, first: CivilDay, length: number): boolean {
  if (byDay.length === 0) return true;
  const place = Math.floor((day - first) / 7) + 1;
  const fromEnd = Math.floor((first + length - 1 - day) / 7) + 1;
  return byDay.some(({ nth, weekday }) => weekday === weekdayOf(day) && (nth === 0 || nth === place || -nth === fromEnd));
}

/** The parts of a rule that only take days away. */
function limits(rule: Rule, day: CivilDay): boolean {
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0) return true;
  const { year, month, date } = dateOf(day);
  return fitsMonth(rule, month) && onMonthDay(rule, date, daysInMonth(year, month));
}
