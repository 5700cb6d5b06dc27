import type { WeeklySpan } from "./availability.ts";

/** Minutes from midnight as a clock shows them; the end of the day is 24:00. */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** "8", "8:30", "08.30" or "24:00" in minutes from midnight, or null. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(clock.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && minute <= 1440 ? minute : null;
}

/** The end of a span: midnight there means the end of the day. */
export const untilMinuteOf = (clock: string): number | null => {
  const minute = minuteOf(clock);
  return minute === 0 ? 1440 : minute;
};

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
