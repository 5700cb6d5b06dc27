import { dateAfter, daysBetween, isDate } from "../kernel/time.ts";
import type { DayException } from "./availability.ts";
import { minuteOf, untilMinuteOf } from "./hours.text.ts";

export const mostExceptionDays = 90;

type Typed = Readonly<Record<"date" | "dateUntil" | "kind" | "from" | "until", string>>;
/** Text keys of the screen that asks. */
type Problems = Readonly<Record<"past" | "range" | "order", string>>;

/** Reads an exception of one day or a range of days, `today` or later; without times it is whole days. Errors are text keys by field. */
export function readExceptionDays(typed: Typed, today: string, problems: Problems): { ok: true; days: DayException[] } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const { date, kind } = typed;
  const last = typed.dateUntil || date;
  if (kind !== "closed" && kind !== "open") errors.kind = "errors.field.choice";
  if (!isDate(date)) errors.date = "errors.field.date";
  else if (date < today) errors.date = problems.past;
  const count = isDate(date) && isDate(last) ? daysBetween(date, last) + 1 : Number.NaN;
  if (!errors.date && !(count >= 1 && count <= mostExceptionDays)) errors.dateUntil = problems.range;
  const fromMinute = typed.from ? minuteOf(typed.from) : 0;
  const untilMinute = typed.until ? untilMinuteOf(typed.until) : 1440;
  if (fromMinute === null) errors.from = "errors.field.time";
  if (untilMinute === null) errors.until = "errors.field.time";
  if (fromMinute !== null && untilMinute !== null && fromMinute >= untilMinute) errors.until = problems.order;
  if (Object.keys(errors).length) return { ok: false, errors };
  return { ok: true, days: Array.from({ length: count }, (_, i) => ({ date: dateAfter(date, i), kind: kind as DayException["kind"], fromMinute: fromMinute ?? 0, untilMinute: untilMinute ?? 1440 })) };
}

/** Days in a row that say the same; `date` is the first, `until` the last. */
export type ExceptionShown = DayException & { until: string; ids: string[] };

/** Exceptions that are still to come, days in a row as one line. */
export function exceptionsAhead(rows: readonly (DayException & { id: string })[], today: string): ExceptionShown[] {
  const shown: ExceptionShown[] = [];
  for (const { id, date, kind, fromMinute, untilMinute } of rows) {
    if (date < today) continue;
    const before = shown.find((each) => dateAfter(each.until, 1) === date && each.kind === kind && each.fromMinute === fromMinute && each.untilMinute === untilMinute);
    if (before) Object.assign(before, { until: date, ids: [...before.ids, id] });
    else shown.push({ date, until: date, kind, fromMinute, untilMinute, ids: [id] });
  }
  return shown;
}
