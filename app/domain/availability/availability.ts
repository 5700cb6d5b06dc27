import type { BookingPolicy } from "../booking/booking.ts";
import { type Day, daysFrom, minuteOf } from "./days.ts";
import { minute as minuteMs } from "../kernel/time.ts";

/** Hours of every week; ISO weekday (1 is Monday, 7 Sunday), minutes from midnight, `untilMinute` up to 1440. */
export type WeeklySpan = { weekday: number; fromMinute: number; untilMinute: number };
/** One date that differs: hours taken away or added. */
export type DayException = { date: string; kind: "closed" | "open"; fromMinute: number; untilMinute: number };
/** Time that is taken, both buffers included. UTC milliseconds, end excluded. */
export type Taken = { fromAt: number; untilAt: number };
export type SlotPolicy = Pick<BookingPolicy, "stepMinutes" | "leadMinutes" | "instantLeadMinutes" | "horizonDays" | "bufferMinutes" | "visitsPerDay">;

export type SlotQuestion = {
  weekly: readonly WeeklySpan[];
  exceptions: readonly DayException[];
  occupied: readonly Taken[];
  /** Visits and holds by date, for the limit of visits a day. */
  bookedPerDay: Readonly<Record<string, number>>;
  durationMinutes: number;
  policy: SlotPolicy;
  now: number;
  /** Any moment of the first day asked for; today when absent. */
  from?: number;
  /** How many days; up to the horizon when absent. */
  days?: number;
  instant: boolean;
  zone: string;
};

/** Every start that can be booked, in order, UTC milliseconds. */
export const slotsOf = (question: SlotQuestion): number[] => slotsByDay(question).flatMap(({ slots }) => slots);

/** The first start that can be booked, or null. */
export function firstSlot(question: SlotQuestion, days: readonly Day[] = daysAsked(question)): number | null {
  const ask = prepare(question);
  for (const day of days) {
    const [first] = ask(day);
    if (first !== undefined) return first;
  }
  return null;
}

/** The same by day, days without a slot included. */
export function slotsByDay(question: SlotQuestion, days: readonly Day[] = daysAsked(question)): { day: string; slots: number[] }[] {
  const ask = prepare(question);
  return days.map((day) => ({ day: day.date, slots: ask(day) }));
}

/** The days a question is about: never before today, never past the horizon. */
export function daysAsked({ zone, now, from, days, policy }: Pick<SlotQuestion, "zone" | "now" | "from" | "days" | "policy">): Day[] {
  const horizon = daysFrom(zone, now, policy.horizonDays);
  const first = from === undefined ? 0 : horizon.findIndex(({ endAt }) => endAt > from);
  return first < 0 ? [] : horizon.slice(first, first + (days ?? horizon.length));
}

/** The range that a visit takes in a calendar: itself and both buffers. */
export const rangeOf = (startsAt: number, endsAt: number, bufferMinutes: number): Taken => ({ fromAt: startsAt - bufferMinutes * minuteMs, untilAt: endsAt + bufferMinutes * minuteMs });

function prepare({ weekly, exceptions, occupied, bookedPerDay, durationMinutes, policy, now, instant }: SlotQuestion): (day: Day) => number[] {
  const earliest = now + (instant ? policy.instantLeadMinutes : policy.leadMinutes) * minuteMs;
  const taken = [...occupied].sort((a, b) => a.fromAt - b.fromAt);
  const length = durationMinutes * minuteMs;
  const buffer = policy.bufferMinutes * minuteMs;
  const step = policy.stepMinutes * minuteMs;
  return (day) => {
    if (day.endAt <= earliest || (bookedPerDay[day.date] ?? 0) >= policy.visitsPerDay) return [];
    const slots: number[] = [];
    for (const [fromMinute, untilMinute] of openMinutes(day, weekly, exceptions)) {
      const until = minuteOf(day, untilMinute);
      let at = minuteOf(day, Math.ceil(fromMinute / policy.stepMinutes) * policy.stepMinutes);
      if (at < earliest) at += Math.ceil((earliest - at) / step) * step;
      while (at + length <= until) {
        const [fromAt, untilAt] = [at - buffer, at + length + buffer];
        const blocked = taken.find((each) => each.fromAt < untilAt && each.untilAt > fromAt);
        if (!blocked) slots.push(at);
        at += blocked ? Math.max(1, Math.ceil((blocked.untilAt + buffer - at) / step)) * step : step;
      }
    }
    return slots;
  };
}

/** The open minutes of one day as spans that do not touch: weekly hours and added hours, without the hours taken away. */
export function openMinutes(day: Pick<Day, "date" | "weekday">, weekly: readonly WeeklySpan[], exceptions: readonly DayException[]): [number, number][] {
  const today = exceptions.filter(({ date }) => date === day.date);
  const open = [...weekly.filter(({ weekday }) => weekday === day.weekday), ...today.filter(({ kind }) => kind === "open")]
    .map(({ fromMinute, untilMinute }): [number, number] => [fromMinute, untilMinute])
    .sort((a, b) => a[0] - b[0]);
  let spans: [number, number][] = [];
  for (const [from, until] of open) {
    const last = spans[spans.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else spans.push([from, until]);
  }
  for (const { fromMinute, untilMinute } of today.filter(({ kind }) => kind === "closed"))
    spans = spans.flatMap(([from, until]): [number, number][] => [[from, Math.min(until, fromMinute)], [Math.max(from, untilMinute), until]]);
  return spans.filter(([from, until]) => until > from);
}
