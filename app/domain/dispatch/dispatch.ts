import type { Booking, BookingPolicy } from "../booking/booking.ts";
import { day, hour, minute } from "../kernel/time.ts";

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

/** Why somebody at the desk should look at an open request, the worst first. */
export const troubles = ["overdue", "near", "last"] as const;
export type Trouble = (typeof troubles)[number];

type Open = { startsAt: number; answerBy: number | null; nextWaveAt: number | null; goesOn: boolean };

/**
 * `overdue`: nothing happened when it should have; `near`: the visit begins within 12 hours and nobody has said yes;
 * `last`: nobody else will be asked after these, and their time ends within two hours.
 */
export function troubleOf({ startsAt, answerBy, nextWaveAt, goesOn }: Open, now: number): Trouble | null {
  const due = Math.min(answerBy ?? Number.POSITIVE_INFINITY, nextWaveAt ?? Number.POSITIVE_INFINITY);
  if (due < now - 5 * minute) return "overdue";
  if (startsAt - now < 12 * hour) return "near";
  return !goesOn && due - now < 2 * hour ? "last" : null;
}

/** What is in trouble first, then whatever is due soonest. */
export const byTrouble = <T extends { trouble: Trouble | null; answerBy: number | null; nextWaveAt: number | null; startsAt: number }>(rows: readonly T[]): T[] => {
  const rank = ({ trouble }: T) => (trouble === null ? troubles.length : troubles.indexOf(trouble));
  const due = ({ answerBy, nextWaveAt, startsAt }: T) => answerBy ?? nextWaveAt ?? startsAt;
  return [...rows].sort((a, b) => rank(a) - rank(b) || due(a) - due(b));
};
