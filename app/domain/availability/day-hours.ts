import type { DayException, WeeklySpan } from "./availability.ts";
import { joined, type Minutes, without } from "./spans.ts";

/** The hours that one date is to have. */
export type DayHours = { date: string; spans: readonly Minutes[] };

/** ISO weekday of a date, 1 is Monday. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

/** The exceptions that turn the hours of every week into these; none when they are the same. */
export function exceptionsFor({ date, spans }: DayHours, weekly: readonly WeeklySpan[]): DayException[] {
  const usual = joined(weekly.filter(({ weekday }) => weekday === weekdayOf(date)));
  const wanted = joined(spans);
  const less = (from: readonly [number, number][], taken: readonly [number, number][]) => taken.reduce((rest, [a, b]) => without(rest, a, b), [...from]);
  const as = (kind: DayException["kind"]) => ([fromMinute, untilMinute]: [number, number]): DayException => ({ date, kind, fromMinute, untilMinute });
  return [...less(usual, wanted).map(as("closed")), ...less(wanted, usual).map(as("open"))];
}
