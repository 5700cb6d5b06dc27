/** Minutes from midnight, `untilMinute` up to 1440. This file is small on purpose: the calendar's screen carries it. */
export type Minutes = { fromMinute: number; untilMinute: number };

/** Spans in order, as few as possible: what touches is one. */
export function joined(spans: readonly Minutes[]): [number, number][] {
  const all: [number, number][] = [];
  for (const { fromMinute, untilMinute } of [...spans].sort((a, b) => a.fromMinute - b.fromMinute)) {
    const last = all[all.length - 1];
    if (last && fromMinute <= last[1]) last[1] = Math.max(last[1], untilMinute);
    else all.push([fromMinute, untilMinute]);
  }
  return all;
}

/** Spans with some minutes taken out. */
export const without = (spans: readonly [number, number][], fromMinute: number, untilMinute: number): [number, number][] =>
  spans.flatMap(([from, until]): [number, number][] => [[from, Math.min(until, fromMinute)], [Math.max(from, untilMinute), until]]).filter(([from, until]) => until > from);

export const asMinutes = (spans: readonly [number, number][]): Minutes[] => spans.map(([fromMinute, untilMinute]) => ({ fromMinute, untilMinute }));

/** Spans with some minutes painted free or taken out: what a finger on the calendar does. */
export const painted = (spans: readonly Minutes[], { fromMinute, untilMinute }: Minutes, isFree: boolean): Minutes[] =>
  asMinutes(isFree ? joined([...spans, { fromMinute, untilMinute }]) : without(joined(spans), fromMinute, untilMinute));
