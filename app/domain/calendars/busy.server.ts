import type { BusySpan, ReadingFailure, ReadingNote } from "./calendars.ts";
import { calendarLimits } from "./calendars.ts";
import { entriesOf } from "./entries.server.ts";
import { spansOf } from "./expand.ts";
import { partsNamed, partsOf, property, textOf } from "./lines.server.ts";
import type { Budget } from "./rule.ts";
import { merge } from "./spans.ts";
import { momentOf, offsetOf, ruleOf } from "./values.ts";
import { clockFor, type Observance } from "./zones.ts";

export type Window = {
  /** UTC milliseconds; busy times that touch the window are given whole. */
  from: number;
  until: number;
  /** Where floating times and whole days are. */
  zone: string;
  /** Entries that are ours and came back: they take no time. */
  isOwn?: (uid: string) => boolean;
};
export type Read = { ok: true; spans: BusySpan[]; notes: ReadingNote[] } | { ok: false; problem: ReadingFailure };

/**
 * The busy times of an iCalendar text (RFC 5545) within a window: merged, in order, without titles.
 * Cancelled, transparent and free entries take no time, tentative ones do. What cannot be understood is counted in `notes`, never guessed silently;
 * the work is limited, so that no text can keep the house busy.
 */
export function busyFrom(text: string, { from, until, zone, isOwn = () => false }: Window): Read {
  if (Buffer.byteLength(text) > calendarLimits.bytes) return { ok: false, problem: "too-large" };
  const calendars = partsOf(text);
  if (!calendars) return { ok: false, problem: "not-a-calendar" };
  const budget: Budget = { steps: calendarLimits.steps };
  const counts = new Map<ReadingNote["code"], number>();
  const note = (code: ReadingNote["code"], count = 1) => void (count > 0 && counts.set(code, (counts.get(code) ?? 0) + count));
  const found: BusySpan[] = [];
  for (const calendar of calendars) {
    if (textOf(calendar, "METHOD").toUpperCase() === "CANCEL") continue;
    const clock = clockFor(zone, ownZones(calendar.parts), budget);
    const { entries, notes } = entriesOf(calendar.parts, clock, isOwn);
    for (const [code, count] of notes) note(code, count);
    const { spans, isSpent } = spansOf(entries, clock, { from, until }, budget);
    for (const span of spans) found.push(span);
    if (isSpent) note("too-many");
    note("zone", clock.unknown());
  }
  const merged = merge(found);
  if (merged.length > calendarLimits.spans) note("too-many", merged.length - calendarLimits.spans);
  return { ok: true, spans: merged.slice(0, calendarLimits.spans), notes: [...counts].map(([code, count]) => ({ code, count })) };
}

/** Zones that the file describes itself, for instance Outlook's "Customized Time Zone". */
function ownZones(parts: Parameters<typeof partsNamed>[0]): Map<string, Observance[]> {
  const zones = new Map<string, Observance[]>();
  for (const part of partsNamed(parts, "VTIMEZONE").slice(0, 50)) {
    const observances = part.parts.slice(0, 50).flatMap((half): Observance[] => {
      const start = momentOf(property(half, "DTSTART")?.values[0], undefined);
      const [fromMs, toMs] = [offsetOf(property(half, "TZOFFSETFROM")?.values[0]), offsetOf(property(half, "TZOFFSETTO")?.values[0])];
      if (!start || fromMs === null || toMs === null || half.isBroken) return [];
      const repeats = ruleOf(property(half, "RRULE")?.values[0]);
      return [{ day: start.day, ms: start.ms, fromMs, toMs, rule: repeats?.rule ?? null, until: repeats?.until ? (momentOf(repeats.until, undefined)?.day ?? null) : null }];
    });
    if (observances.length) zones.set(textOf(part, "TZID"), observances);
  }
  return zones;
}
