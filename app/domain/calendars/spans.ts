import type { BusySpan } from "./calendars.ts";

/** Spans in order that do not touch. */
export function merge(spans: readonly BusySpan[]): BusySpan[] {
  const merged: BusySpan[] = [];
  for (const { fromAt, untilAt } of [...spans].sort((a, b) => a.fromAt - b.fromAt)) {
    const last = merged[merged.length - 1];
    if (last && fromAt <= last.untilAt) last.untilAt = Math.max(last.untilAt, untilAt);
    else merged.push({ fromAt, untilAt });
  }
  return merged;
}
