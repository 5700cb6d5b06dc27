import { day as dayMs } from "../kernel/time.ts";
import type { BusySpan } from "./calendars.ts";
import { type Budget, occurrences, type Rule } from "./rule.ts";
import type { Length, Moment } from "./values.ts";
import type { Clock } from "./zones.ts";

/** When an entry takes time. A date stands for its whole day. */
export type Times = { start: Moment; length: Length };
/** A changed occurrence of a repeated entry; `andFuture` changes those after it as well. */
export type Changed = Times & { recurrence: Moment; andFuture: boolean; isBusy: boolean };
export type Entry = Times & {
  isBusy: boolean;
  repeats: { rule: Rule; until: Moment | null } | null;
  extra: readonly Times[];
  skipped: readonly Moment[];
  changed: readonly Changed[];
};

/** All stretches that entries take within a window; `isSpent` when the work they ask for is more than they may. */
export function spansOf(entries: readonly Entry[], clock: Clock, window: { from: number; until: number }, budget: Budget): { spans: BusySpan[]; isSpent: boolean } {
  const spans: BusySpan[] = [];
  let isSpent = false;
  for (const entry of entries) {
    const starts = startsOf(entry, clock, window, budget);
    if (!starts) isSpent = true;
    for (const times of occurrencesOf(entry, starts ?? [entry.start], clock)) {
      const span = spanOf(times, clock);
      if (span.untilAt > span.fromAt && span.fromAt < window.until && span.untilAt > window.from) spans.push(span);
    }
  }
  return { spans, isSpent };
}

export function spanOf({ start, length }: Times, clock: Clock): BusySpan {
  const fromAt = clock.instantOf(start);
  const untilAt = (length.days ? clock.instantOf({ ...start, day: start.day + length.days }) : fromAt) + length.ms;
  return { fromAt, untilAt };
}

/** The starts that the rule gives, the first included; null when they are too many. */
function startsOf({ start, repeats, length }: Entry, clock: Clock, { from, until }: { from: number; until: number }, budget: Budget): Moment[] | null {
  if (!repeats) return [start];
  const reach = length.days + Math.ceil(length.ms / dayMs) + 2;
  // A changed occurrence may have moved by weeks, so the rule is followed a little further than the window.
  const [firstDay, lastDay] = [Math.floor(from / dayMs) - reach - 40, Math.ceil(until / dayMs) + 40];
  const days = occurrences(repeats.rule, start.day, firstDay, lastDay, budget);
  if (!days) return null;
  const end = repeats.until;
  const isOver = (moment: Moment): boolean => end !== null && (end.isDate || start.isDate ? moment.day > end.day : clock.instantOf(moment) > clock.instantOf(end.zone === null ? { ...end, zone: start.zone } : end));
  return days.map((day): Moment => ({ ...start, day })).filter((moment) => moment.day === start.day || !isOver(moment));
}

/** What takes place: without what is skipped, with what is changed in its place. */
function occurrencesOf(entry: Entry, starts: readonly Moment[], clock: Clock): Times[] {
  const { skipped, changed, length, extra, isBusy } = entry;
  if (skipped.length === 0 && changed.length === 0) return isBusy ? [...starts.map((start) => ({ start, length })), ...extra] : [];
  const key = (moment: Moment): string => (moment.isDate ? `d${moment.day}` : `t${clock.instantOf(moment)}`);
  const gone = new Set([...skipped, ...changed.map(({ recurrence }) => recurrence)].map(key));
  const future = changed.filter(({ andFuture }) => andFuture).sort((a, b) => clock.instantOf(a.recurrence) - clock.instantOf(b.recurrence));
  const kept: Times[] = changed.filter((each) => each.isBusy);
  for (const times of [...starts.map((start): Times => ({ start, length })), ...extra]) {
    const { start } = times;
    // A skipped date takes an occurrence of that day, whatever its time.
    if (gone.has(key(start)) || gone.has(`d${start.day}`)) continue;
    const ruling = future.filter(({ recurrence }) => clock.instantOf(recurrence) <= clock.instantOf(start)).at(-1);
    if (!ruling) {
      if (isBusy) kept.push(times);
    } else if (ruling.isBusy) kept.push({ start: { ...ruling.start, day: start.day + ruling.start.day - ruling.recurrence.day }, length: ruling.length });
  }
  return kept;
}
