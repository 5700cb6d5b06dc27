import type { DayException, WeeklySpan } from "./availability.ts";

/** Minutes from midnight as a clock shows them; the end of the day is 24:00. */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** "8", "8:30", "08.30" or "24:00" in minutes from midnight, or null. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(clock.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && minute <= 1440 ? minute : null;
}

type Span = Pick<WeeklySpan, "fromMinute" | "untilMinute">;

/** "08:00–12:00, 13:00–17:00". */
export const spansText = (spans: readonly Span[]): string => spans.map(({ fromMinute, untilMinute }) => `${clockOf(fromMinute)}–${clockOf(untilMinute)}`).join(", ");

/** Reads the hours of one day as one types them; nothing is no time. */
export function readSpans(text: string): { ok: true; spans: Span[] } | { ok: false; problem: "spans" | "order" | "overlap" } {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter(Boolean);
  if (parts.length > 6) return { ok: false, problem: "spans" };
  const spans: Span[] = [];
  for (const part of parts) {
    const [from = "", until = "", ...more] = part.split(/[–—-]|\bbis\b|\bto\b/);
    const [fromMinute, untilMinute] = [minuteOf(from), minuteOf(until)];
    if (fromMinute === null || untilMinute === null || more.length) return { ok: false, problem: "spans" };
    if (fromMinute >= untilMinute) return { ok: false, problem: "order" };
    if (spans.some((span) => fromMinute < span.untilMinute && untilMinute > span.fromMinute)) return { ok: false, problem: "overlap" };
    spans.push({ fromMinute, untilMinute });
  }
  return { ok: true, spans: spans.sort((a, b) => a.fromMinute - b.fromMinute) };
}

const dayMs = 86_400_000;
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const dateAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
export const mostDays = 90;

/** Reads an exception of one day or a range of days; without times it is whole days. Errors are "errors.…" keys or words of the lanes' screen. */
export function readExceptionDays(typed: Readonly<Record<"date" | "dateUntil" | "kind" | "from" | "until", string>>, today: string): { ok: true; days: DayException[] } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const { date, kind } = typed;
  const last = typed.dateUntil || date;
  if (kind !== "closed" && kind !== "open") errors.kind = "errors.field.choice";
  if (!isDate(date)) errors.date = "errors.field.date";
  else if (date < today) errors.date = "staffHelpers.lanes.problem.past";
  const count = isDate(date) && isDate(last) ? (Date.parse(last) - Date.parse(date)) / dayMs + 1 : Number.NaN;
  if (!errors.date && !(count >= 1 && count <= mostDays)) errors.dateUntil = "staffHelpers.lanes.problem.range";
  const fromMinute = typed.from ? minuteOf(typed.from) : 0;
  const untilMinute = typed.until && typed.until !== "00:00" ? minuteOf(typed.until) : 1440;
  if (fromMinute === null) errors.from = "errors.field.time";
  if (untilMinute === null) errors.until = "errors.field.time";
  if (fromMinute !== null && untilMinute !== null && fromMinute >= untilMinute) errors.until = "staffHelpers.lanes.problem.order";
  if (Object.keys(errors).length) return { ok: false, errors };
  return { ok: true, days: Array.from({ length: count }, (_, i) => ({ date: dateAfter(date, i), kind: kind as DayException["kind"], fromMinute: fromMinute ?? 0, untilMinute: untilMinute ?? 1440 })) };
}
