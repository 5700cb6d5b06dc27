import { minute as minuteMs } from "../kernel/time.ts";
import { type Day, daysFrom, minuteOf } from "./days.ts";
import type { SlotRules } from "./rules.ts";
import { joined, without } from "./spans.ts";
import { type Point, travelMinutes } from "./travel.ts";
import { visitsByDay } from "./visits.ts";

/** Hours of every week; ISO weekday (1 is Monday, 7 Sunday), minutes from midnight, `untilMinute` up to 1440. */
export type WeeklySpan = { weekday: number; fromMinute: number; untilMinute: number };
/** One date that differs: hours taken away or added. */
export type DayException = { date: string; kind: "closed" | "open"; fromMinute: number; untilMinute: number };
/** Whole dates without visits, both included. */
export type Holiday = { fromDate: string; untilDate: string };
/**
 * Time that is taken, its buffers included; UTC milliseconds, end excluded. With `visit` (its own time, without buffers) it counts
 * for the limits of a day and a week; with `at` the way from and to it is kept free.
 */
export type Taken = { fromAt: number; untilAt: number; visit?: { fromAt: number; untilAt: number } | null; at?: Point | null };

export type SlotQuestion = {
  weekly: readonly WeeklySpan[];
  exceptions: readonly DayException[];
  holidays?: readonly Holiday[];
  /** Visits, holds, blocks and imported busy times. */
  occupied: readonly Taken[];
  durationMinutes: number;
  rules: SlotRules;
  now: number;
  /** Any moment of the first day asked for; today when absent. */
  from?: number;
  /** How many days; up to the horizon when absent. */
  days?: number;
  instant: boolean;
  zone: string;
  /** Where the visit would be; null when no way is to be counted. */
  at?: Point | null;
  /** Nothing starts from this moment on. */
  endsAt?: number | null;
};

/** Every start that can be booked, in order, UTC milliseconds. */
export const slotsOf = (question: SlotQuestion): number[] => slotsByDay(question).flatMap(({ slots }) => slots);

/** The first start that can be booked, or null; `days` may be fewer than `horizon`, by which visits find their dates. */
export function firstSlot(question: SlotQuestion, days: readonly Day[] = daysAsked(question), horizon: readonly Day[] = days, isAsked: (at: number) => boolean = () => true): number | null {
  const ask = prepare(question, horizon);
  for (const day of days) {
    const first = ask(day).find(isAsked);
    if (first !== undefined) return first;
  }
  return null;
}

/** The same by day, days without a slot included. */
export function slotsByDay(question: SlotQuestion, days: readonly Day[] = daysAsked(question)): { day: string; slots: number[] }[] {
  const ask = prepare(question, days);
  return days.map((day) => ({ day: day.date, slots: ask(day) }));
}

/** The days a question is about: never before today, never past the horizon. */
export function daysAsked({ zone, now, from, days, rules }: Pick<SlotQuestion, "zone" | "now" | "from" | "days"> & { rules: Pick<SlotRules, "horizonDays"> }): Day[] {
  const horizon = daysFrom(zone, now, rules.horizonDays);
  const first = from === undefined ? 0 : horizon.findIndex(({ endAt }) => endAt > from);
  return first < 0 ? [] : horizon.slice(first, first + (days ?? horizon.length));
}

/** The range that a visit takes in a calendar: itself and both buffers. */
export const rangeOf = (startsAt: number, endsAt: number, { bufferBeforeMinutes, bufferAfterMinutes }: Pick<SlotRules, "bufferBeforeMinutes" | "bufferAfterMinutes">): { fromAt: number; untilAt: number } => ({
  fromAt: startsAt - bufferBeforeMinutes * minuteMs,
  untilAt: endsAt + bufferAfterMinutes * minuteMs,
});

/** Milliseconds of way that lie between two points; nothing where one of them is not known. */
export const wayMs = (rules: Pick<SlotRules, "means">, from: Point | null | undefined, to: Point | null | undefined): number => (rules.means && from && to ? travelMinutes(from, to, rules.means) * minuteMs : 0);

type Blocked = { from: number; until: number };

/** Starts that something taken forbids, both ends allowed: its range, our buffers, our length and the way on either side. In order, not overlapping. */
function blockedStarts({ occupied, durationMinutes, rules, at }: SlotQuestion): Blocked[] {
  const [before, after] = [rules.bufferBeforeMinutes * minuteMs, (rules.bufferAfterMinutes + durationMinutes) * minuteMs];
  const all = occupied
    .map((taken): Blocked => {
      const way = wayMs(rules, taken.at, at);
      return { from: taken.fromAt - way - after, until: taken.untilAt + way + before };
    })
    .sort((a, b) => a.from - b.from);
  const merged: Blocked[] = [];
  for (const each of all) {
    const last = merged[merged.length - 1];
    if (last && each.from < last.until) last.until = Math.max(last.until, each.until);
    else merged.push(each);
  }
  return merged;
}

function prepare(question: SlotQuestion, horizon: readonly Day[]): (day: Day) => number[] {
  const { weekly, exceptions, holidays = [], durationMinutes, rules, now, instant, endsAt } = question;
  const earliest = now + (instant ? rules.instantLeadMinutes : rules.leadMinutes) * minuteMs;
  const [length, step] = [durationMinutes * minuteMs, rules.stepMinutes * minuteMs];
  const blocked = blockedStarts(question);
  const room = visitsByDay(question, horizon);
  return (day) => {
    const slots: number[] = [];
    const span = day.endAt <= earliest ? null : room(day, length);
    if (!span) return slots;
    const least = Math.max(earliest, span.from);
    let next = 0;
    for (const [fromMinute, untilMinute] of openMinutes(day, weekly, exceptions, holidays)) {
      const last = Math.min(minuteOf(day, untilMinute) - length, span.until, (endsAt ?? Number.POSITIVE_INFINITY) - 1);
      let at = minuteOf(day, Math.ceil(fromMinute / rules.stepMinutes) * rules.stepMinutes);
      if (at < least) at += Math.ceil((least - at) / step) * step;
      while (at <= last) {
        let here = blocked[next];
        while (here && here.until <= at) here = blocked[++next];
        const isBlocked = here !== undefined && here.from < at;
        if (!isBlocked) slots.push(at);
        at += here && isBlocked ? Math.ceil((here.until - at) / step) * step : step;
      }
    }
    return slots;
  };
}

/** The open minutes of one day as spans that do not touch: weekly hours and added hours, without the hours taken away; none on a holiday. */
export function openMinutes(day: Pick<Day, "date" | "weekday">, weekly: readonly WeeklySpan[], exceptions: readonly DayException[], holidays: readonly Holiday[] = []): [number, number][] {
  if (holidays.some(({ fromDate, untilDate }) => fromDate <= day.date && day.date <= untilDate)) return [];
  const today = exceptions.filter(({ date }) => date === day.date);
  const open = [...weekly.filter(({ weekday }) => weekday === day.weekday), ...today.filter(({ kind }) => kind === "open")];
  return today.filter(({ kind }) => kind === "closed").reduce((spans, { fromMinute, untilMinute }) => without(spans, fromMinute, untilMinute), joined(open));
}
