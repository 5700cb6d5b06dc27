import { Temporal } from "temporal-polyfill";
import type { Booking, BookingPolicy } from "../booking/booking.ts";
import { answerDue } from "../booking/booking.policy.ts";
import { minute } from "../kernel/time.ts";
import { comeMinutes, waveRules } from "./dispatch.ts";

type Hours = Pick<BookingPolicy, "answerFromMinute" | "answerUntilMinute">;

/** A moment of a day where the visit is; 1440 is the midnight that ends it. */
const clock = (date: Temporal.PlainDate, minutes: number, zone: string): number =>
  date.add({ days: Math.floor(minutes / 1440) }).toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 } }).epochMilliseconds;

const dateOf = (at: number, zone: string): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** Is it outside the hours in which helpers are asked? */
export function isQuiet(at: number, { answerFromMinute, answerUntilMinute }: Hours, zone: string): boolean {
  const date = dateOf(at, zone);
  return at < clock(date, answerFromMinute, zone) || at >= clock(date, answerUntilMinute, zone);
}

/** When the hours begin the next time; later than `at`. */
export function nextMorning(at: number, { answerFromMinute }: Hours, zone: string): number {
  const date = dateOf(at, zone);
  const today = clock(date, answerFromMinute, zone);
  return today > at ? today : clock(date.add({ days: 1 }), answerFromMinute, zone);
}

/** Would an answer that is due then have to be given in the quiet hours? Their very beginning still counts as the evening. */
const isDueQuiet = (due: number, hours: Hours, zone: string): boolean => isQuiet(due - 1, hours, zone);

/** An answer that would be due in the quiet hours is due when they begin, where that leaves the floor to answer; otherwise as it was. */
export function beforeNight(due: number, now: number, policy: Hours & Pick<BookingPolicy, "answerFloorMinutes">, zone: string): number {
  if (!isDueQuiet(due, policy, zone)) return due;
  const date = dateOf(due, zone);
  const tonight = clock(date, policy.answerUntilMinute, zone);
  const evening = tonight < due ? tonight : clock(date.subtract({ days: 1 }), policy.answerUntilMinute, zone);
  return evening >= now + policy.answerFloorMinutes * minute ? evening : due;
}

/**
 * When a question reaches a helper who does not wish to be asked tonight: now by day, in the night when the hours begin. Where the answer is due
 * so soon that the morning leaves no time for it, the visit has no hour by day before it and the question goes out at once.
 */
export function asksFrom(now: number, due: number, policy: Hours & Pick<BookingPolicy, "answerFloorMinutes">, zone: string): number {
  if (!isQuiet(now, policy, zone)) return now;
  const morning = nextMorning(now, policy, zone);
  return morning + policy.answerFloorMinutes * minute <= due ? morning : now;
}

type Asked = Pick<Booking, "startsAt" | "policy" | "zone">;

function dueWith(now: number, { startsAt, policy, zone }: Asked, hours: Partial<Hours>): number {
  const within = { ...policy, ...hours, answerMinutes: waveRules(policy).waveAnswerMinutes };
  const due = Math.min(answerDue(now, startsAt, within, zone), startsAt - comeMinutes * minute);
  const floor = Math.floor((now + policy.answerFloorMinutes * minute) / minute) * minute;
  return Math.max(beforeNight(due, now, within, zone), floor);
}

/** Can only those be asked now who take questions in the night: because it is night, or because the visit leaves no time by day to answer? */
export const isForTheNight = (now: number, booking: Asked): boolean => isQuiet(now, booking.policy, booking.zone) || isDueQuiet(dueWith(now, booking, {}), booking.policy, booking.zone);

/**
 * Until when the helpers of a later wave answer: the policy's window counted in the hours of the day, or half of the hours left if that is sooner,
 * never under the floor, and always early enough to come. Whoever asked to be asked tonight answers in the night: there the window runs straight on.
 */
export const waveDue = (now: number, booking: Asked): number => dueWith(now, booking, isForTheNight(now, booking) ? { answerFromMinute: 0, answerUntilMinute: 1440 } : {});
