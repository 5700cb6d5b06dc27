import type { Booking, BookingState } from "../booking/booking.ts";

/** A visit comes back every one to four weeks, on the same weekday at the same time of the wall clock. */
export const rhythms = [1, 2, 3, 4] as const;
export type Rhythm = (typeof rhythms)[number];
/** `times` counts all visits, the first one included. */
export type SeriesWish = { everyWeeks: Rhythm; times: number };

/** Fewer are no series. */
export const fewestVisits = 2;

/** Reads a wish of an address or a form, or null when it is none; `most` is the policy's `seriesMost`. */
export function readWish(everyWeeks: unknown, times: unknown, most: number): SeriesWish | null {
  const rhythm = rhythms.find((weeks) => String(weeks) === String(everyWeeks));
  const count = Number(times);
  return rhythm !== undefined && Number.isInteger(count) && count >= fewestVisits && count <= most ? { everyWeeks: rhythm, times: count } : null;
}

const alternatives = 4;

/** The free times of a day nearest to the wished one, in the order of the clock. */
export const nearestTo = (wished: number, slots: readonly number[]): number[] =>
  [...slots].sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b).slice(0, alternatives).sort((a, b) => a - b);

/** One date of a plan: `free` at the wished time, else the nearest times of that day. UTC milliseconds. */
export type PlannedVisit = { nth: number; startsAt: number; endsAt: number; free: boolean; instead: number[] };

/** Visits that no money has arrived for. */
export const isUnpaid = ({ state }: Pick<Booking, "state">): boolean => state === "draft" || state === "paying";

/** What a visit of a series is called in a list, whoever reads it. */
export const seriesWords = ["open", "waiting", "agreed", "now", "done", "off", "refused"] as const;
export type SeriesWord = (typeof seriesWords)[number];
const words: Record<BookingState, SeriesWord> = {
  draft: "open", paying: "open", requested: "waiting", accepted: "agreed", underway: "now", started: "now", finished: "done", reported: "done", signed_off: "done", closed: "done",
  abandoned: "off", declined: "refused", lapsed: "refused", cancelled: "off",
};
export const seriesWord = (state: BookingState): SeriesWord => words[state];

/** The rows of a list with each series once, where its first row stands. */
export const eachSeriesOnce = <T extends { seriesId: string | null }>(rows: readonly T[]): T[] =>
  rows.filter((row, i) => row.seriesId === null || rows.findIndex(({ seriesId }) => seriesId === row.seriesId) === i);
