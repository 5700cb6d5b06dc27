import { minuteOf, untilMinuteOf } from "#app/domain/availability/hours.text.ts";
import type { Minutes } from "#app/domain/availability/spans.ts";
import { clockOf } from "./hours.ts";

export const mostRows = 6;

/** What takes time on a day; `to` leads to it, where there is a page of it. */
export type TakenShown = Minutes & { id: string; kind: "visit" | "request" | "busy"; label: string; to: string | null };
export type WeekDay = {
  date: string;
  /** Noon, UTC milliseconds: for the day's name. */
  at: number;
  /** Only an open day can be changed. */
  state: "open" | "past" | "holiday";
  holiday: string;
  isToday: boolean;
  /** The hours of this date, and those of every week. */
  spans: Minutes[];
  usual: Minutes[];
  taken: TakenShown[];
};
/** One line of the form, as it is typed. */
export type TimeRow = { from: string; until: string };
export type WeekRows = Record<string, TimeRow[]>;

export const timeField = (date: string, at: number, end: "from" | "until"): string => `d.${date}.${at}.${end}`;

/** The lines of a day, with an empty one at the end for more. */
export const rowsOf = (spans: readonly Minutes[]): TimeRow[] => openEnded(spans.map(({ fromMinute, untilMinute }) => ({ from: clockOf(fromMinute), until: clockOf(untilMinute) })));
export const openEnded = (rows: readonly TimeRow[]): TimeRow[] => {
  const last = rows[rows.length - 1];
  return rows.length < mostRows && (!last || last.from || last.until) ? [...rows, { from: "", until: "" }] : [...rows];
};

/** The lines that make sense already, as the grid shows them. */
export const spansOf = (rows: readonly TimeRow[]): Minutes[] =>
  rows.flatMap(({ from, until }) => {
    const [fromMinute, untilMinute] = [minuteOf(from), untilMinuteOf(until)];
    return fromMinute !== null && untilMinute !== null && fromMinute < untilMinute ? [{ fromMinute, untilMinute }] : [];
  });

export type WeekRead = { days: { date: string; spans: Minutes[] }[]; rows: WeekRows; errors: Record<string, string> };

/** Reads the form of some dates; a date that is not in the form stays as it is. Errors are text keys by field. */
export function readWeek(form: FormData, dates: readonly string[]): WeekRead {
  const read: WeekRead = { days: [], rows: {}, errors: {} };
  for (const date of dates) {
    if (!form.has(timeField(date, 0, "from"))) continue;
    const rows: TimeRow[] = [];
    const spans: Minutes[] = [];
    for (let at = 0; at < mostRows && form.has(timeField(date, at, "from")); at++) {
      const [fromField, untilField] = [timeField(date, at, "from"), timeField(date, at, "until")];
      const row = { from: String(form.get(fromField)).slice(0, 10), until: String(form.get(untilField) ?? "").slice(0, 10) };
      rows.push(row);
      if (!row.from && !row.until) continue;
      const [fromMinute, untilMinute] = [minuteOf(row.from), untilMinuteOf(row.until)];
      if (fromMinute === null || untilMinute === null) read.errors[fromMinute === null ? fromField : untilField] = "helper.calendar.errorHalf";
      else if (fromMinute >= untilMinute) read.errors[untilField] = "helper.calendar.errorOrder";
      else if (spans.some((span) => fromMinute < span.untilMinute && untilMinute > span.fromMinute)) read.errors[untilField] = "helper.calendar.errorOverlap";
      else spans.push({ fromMinute, untilMinute });
    }
    read.rows[date] = openEnded(rows);
    read.days.push({ date, spans });
  }
  return read;
}
