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

/**
 * Until when the helpers of a later wave answer: the policy's window counted in the hours of the day, or half of the time left if that is sooner,
 * never under the floor, and always early enough to come. Whoever asked to be asked tonight answers in the night: there the window runs straight on.
 */
export function waveDue(now: number, { startsAt, policy, zone }: Pick<Booking, "startsAt" | "policy" | "zone">): number {
  const { waveAnswerMinutes } = waveRules(policy);
  const hours = isQuiet(now, policy, zone) ? { answerFromMinute: 0, answerUntilMinute: 1440 } : {};
  const due = answerDue(now, startsAt, { ...policy, ...hours, answerMinutes: waveAnswerMinutes }, zone);
  const floor = Math.floor((now + policy.answerFloorMinutes * minute) / minute) * minute;
  return Math.max(Math.min(due, startsAt - comeMinutes * minute), floor);
}
