import type { WeeklySpan } from "#app/domain/availability/availability.ts";
import { minuteOf, untilMinuteOf } from "#app/domain/availability/hours.text.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const mostSpansADay = 6;

/** Minutes from midnight as a time field shows them; the end of the day is midnight. */
export const clockOf = (minute: number): string => `${String(Math.floor((minute % 1440) / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

export type HoursState = { values: Record<string, string>; errors: Record<string, string>; rows: Record<number, number> };
export const hourField = (weekday: number, at: number, end: "from" | "until"): string => `h.${weekday}.${at}.${end}`;

/** Reads the week's form: spans, or the sentences that mend it, with everything as it was typed. */
export function readHours(form: FormData): { spans: WeeklySpan[]; state: HoursState } {
  const state: HoursState = { values: {}, errors: {}, rows: {} };
  const spans: WeeklySpan[] = [];
  for (const weekday of weekdays) {
    const today: WeeklySpan[] = [];
    for (let at = 0; at < mostSpansADay && form.has(hourField(weekday, at, "from")); at++) {
      const [fromField, untilField] = [hourField(weekday, at, "from"), hourField(weekday, at, "until")];
      const [from, until] = [String(form.get(fromField)), String(form.get(untilField) ?? "")];
      Object.assign(state.values, { [fromField]: from, [untilField]: until });
      state.rows[weekday] = at + 1;
      if (!from && !until) continue;
      const [fromMinute, untilMinute] = [minuteOf(from), untilMinuteOf(until)];
      const error = fromMinute === null || untilMinute === null ? "helper.calendar.errorHalf" : fromMinute >= untilMinute ? "helper.calendar.errorOrder" : today.some((span) => fromMinute < span.untilMinute && untilMinute > span.fromMinute) ? "helper.calendar.errorOverlap" : null;
      if (error) state.errors[fromMinute === null ? fromField : untilField] = error;
      else today.push({ weekday, fromMinute: fromMinute ?? 0, untilMinute: untilMinute ?? 0 });
    }
    spans.push(...today);
  }
  return { spans, state };
}

/** What the form shows of the stored week. */
export function hoursState(weekly: readonly WeeklySpan[]): HoursState {
  const state: HoursState = { values: {}, errors: {}, rows: {} };
  for (const weekday of weekdays) {
    const today = weekly.filter((span) => span.weekday === weekday);
    for (const [at, span] of today.entries()) {
      state.values[hourField(weekday, at, "from")] = clockOf(span.fromMinute);
      state.values[hourField(weekday, at, "until")] = clockOf(span.untilMinute);
    }
    state.rows[weekday] = Math.max(1, today.length);
  }
  return state;
}

/** One more empty span on a day: the way without JavaScript. */
export const oneSpanMore = (state: HoursState, weekday: number): HoursState => ({ ...state, errors: {}, rows: { ...state.rows, [weekday]: Math.min(mostSpansADay, (state.rows[weekday] ?? 1) + 1) } });
