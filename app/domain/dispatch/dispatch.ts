import { Temporal } from "temporal-polyfill";
import type { Booking, BookingPolicy } from "../booking/booking.ts";
import { answerDue } from "../booking/booking.policy.ts";
import { day, minute } from "../kernel/time.ts";

/** What became of asking one helper; `beaten`: somebody else was faster, `withdrawn`: the booking ended or moved on, `returned`: said yes and fell out. */
export const askStates = ["open", "accepted", "declined", "lapsed", "beaten", "withdrawn", "returned"] as const;
export type AskState = (typeof askStates)[number];

/** One helper who was asked for one booking, as it is stored. Times are UTC milliseconds. */
export type Ask = { id: string; bookingId: string; helperId: string; listingId: string; wave: number; state: AskState; askedAt: number; answerBy: number; answeredAt: number | null };

/** Why others are asked: the one before said no, was silent, offered times that do not suit, cannot come after all, may not come, or the customer would not wait. */
export const reasons = ["declined", "silent", "otherTimes", "fellOut", "suspended", "now"] as const;
export type Reason = (typeof reasons)[number];

type WaveRules = Pick<BookingPolicy, "waveAnswerMinutes" | "waveSize" | "waves">;
/** Bookings from before the rule was a setting: three waves of three, two hours each. */
export const waveRules = ({ waveAnswerMinutes = 120, waveSize = 3, waves = 3 }: Partial<WaveRules>): WaveRules => ({ waveAnswerMinutes, waveSize, waves });

/** Nobody is expected sooner than this after a yes. */
export const comeMinutes = 60;

/** How soon a visit may be for somebody who is asked and may say no: time to answer, and time to come. */
export const askLeadMinutes = ({ answerFloorMinutes }: Pick<BookingPolicy, "answerFloorMinutes">): number => answerFloorMinutes + comeMinutes;

/** The last moment at which asking somebody still leaves the visit possible. */
export const lastAskAt = ({ startsAt, policy }: Pick<Booking, "startsAt" | "policy">): number => startsAt - askLeadMinutes(policy) * minute;

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

/** So far back counts who was asked how often. */
export const fairnessDays = 28;
export const fairnessSince = (now: number): number => now - fairnessDays * day;

/** Matches within so many points of a hundred count as equal. */
export const equalPoints = 5;
export type Standing = { listingId: string; score: number; asked: number };

/** Best match first; among equals whoever was asked least lately, then the better match, then the id: the same question has the same answer. */
export const inFairOrder = <T extends Standing>(standings: readonly T[]): T[] => {
  const level = ({ score }: Standing) => Math.round(score / equalPoints);
  return [...standings].sort((a, b) => level(b) - level(a) || a.asked - b.asked || b.score - a.score || (a.listingId < b.listingId ? -1 : 1));
};

/**
 * Gini's coefficient of some counts, 0 (all alike) to 1 − 1/n (one has all): (2 Σ i·xᵢ) / (n Σ xᵢ) − (n + 1) / n with x in rising order
 * (Gini 1912; in this form Sen, On Economic Inequality, 1973, 2.7). Null where there is nothing to share or nobody to share it.
 */
export function gini(counts: readonly number[]): number | null {
  const n = counts.length;
  const rising = [...counts].sort((a, b) => a - b);
  const total = rising.reduce((sum, x) => sum + x, 0);
  if (n === 0 || total <= 0) return null;
  const weighted = rising.reduce((sum, x, i) => sum + (i + 1) * x, 0);
  return (2 * weighted) / (n * total) - (n + 1) / n;
}
