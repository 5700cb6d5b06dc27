import { dateAfter, day as dayMs, minute as minuteMs } from "../kernel/time.ts";
import type { SlotQuestion } from "./availability.ts";
import { type Day, dateAt } from "./days.ts";

type OnDay = { count: number; fromAt: number; untilAt: number };
/** Starts from `from` to `until`, both included. */
type Room = { from: number; until: number };

const mondayOf = ({ date, weekday }: Pick<Day, "date" | "weekday">): string => dateAfter(date, 1 - weekday);
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

/**
 * The room that the limits of a day and a week (Monday to Sunday) and the longest working day leave for one more visit on a day, or null.
 * A visit belongs to the date on which it starts; the working day runs from the first start to the last end.
 */
export function visitsByDay({ occupied, rules, zone }: Pick<SlotQuestion, "occupied" | "rules" | "zone">, horizon: readonly Day[]): (day: Day, lengthMs: number) => Room | null {
  const longest = rules.longestDayMinutes * minuteMs;
  const days = new Map<string, OnDay>();
  const weeks = new Map<string, number>();
  const [first, last] = [(horizon[0]?.startAt ?? 0) - 7 * dayMs, (horizon[horizon.length - 1]?.endAt ?? 0) + 7 * dayMs];
  const visits = occupied.flatMap(({ visit }) => (visit && visit.fromAt >= first && visit.fromAt < last ? [visit] : []));
  const countsWeeks = visits.length >= rules.visitsPerWeek;
  for (const { fromAt, untilAt } of visits) {
    const known = holding(horizon, fromAt);
    // Outside the horizon only the rest of its first and last week counts.
    if (!known && !countsWeeks) continue;
    const date = known?.date ?? dateAt(zone, fromAt);
    const seen = days.get(date);
    days.set(date, seen ? { count: seen.count + 1, fromAt: Math.min(seen.fromAt, fromAt), untilAt: Math.max(seen.untilAt, untilAt) } : { count: 1, fromAt, untilAt });
    if (!countsWeeks) continue;
    const monday = mondayOf({ date, weekday: known?.weekday ?? weekdayOf(date) });
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  }
  return (day, lengthMs) => {
    if (lengthMs > longest || (countsWeeks && (weeks.get(mondayOf(day)) ?? 0) >= rules.visitsPerWeek)) return null;
    const seen = days.get(day.date);
    if (!seen) return { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
    if (seen.count >= rules.visitsPerDay || seen.untilAt - seen.fromAt > longest) return null;
    return { from: seen.untilAt - longest, until: seen.fromAt + longest - lengthMs };
  };
}

/** The day of an ordered list that holds a moment. */
function holding(days: readonly Day[], at: number): Day | undefined {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (!day || day.startAt > at) high = middle - 1;
    else if (day.endAt <= at) low = middle + 1;
    else return day;
  }
  return undefined;
}
