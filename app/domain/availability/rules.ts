import type { BookingPolicy } from "../booking/booking.ts";
import type { Means } from "./travel.ts";

/** What a helper may set for their own calendar; null is "as the company's policy says". */
export type OwnRules = {
  bufferBeforeMinutes: number | null;
  bufferAfterMinutes: number | null;
  visitsPerDay: number | null;
  visitsPerWeek: number | null;
  /** From the first visit's start to the last one's end on one day; the ways between are in it, the way from and to home is not, because nobody's home is part of a slot. */
  longestDayMinutes: number | null;
  leadMinutes: number | null;
  horizonDays: number | null;
  stepMinutes: number | null;
  means: Means | null;
};

/** The rules that one calendar's slots follow, all of them known. */
export type SlotRules = {
  stepMinutes: number;
  leadMinutes: number;
  instantLeadMinutes: number;
  horizonDays: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  visitsPerDay: number;
  visitsPerWeek: number;
  longestDayMinutes: number;
  /** Null where no way is counted. */
  means: Means | null;
};

export const noOwnRules: OwnRules = { bufferBeforeMinutes: null, bufferAfterMinutes: null, visitsPerDay: null, visitsPerWeek: null, longestDayMinutes: null, leadMinutes: null, horizonDays: null, stepMinutes: null, means: null };

const presetMeans: Means = "car";

export type RulePolicy = Pick<BookingPolicy, "stepMinutes" | "leadMinutes" | "instantLeadMinutes" | "horizonDays" | "bufferMinutes" | "visitsPerDay" | "visitsPerWeek" | "longestDayMinutes">;

/**
 * A helper's own rules over the company's policy. The policy's buffer is the time between two visits beside the way, half of it on either side.
 * Nobody is bookable farther ahead than the company allows; an own lead time holds for instant bookings too.
 */
export function rulesOf(policy: RulePolicy, own: OwnRules = noOwnRules): SlotRules {
  const half = Math.floor(policy.bufferMinutes / 2);
  return {
    stepMinutes: own.stepMinutes ?? policy.stepMinutes,
    leadMinutes: own.leadMinutes ?? policy.leadMinutes,
    instantLeadMinutes: own.leadMinutes ?? policy.instantLeadMinutes,
    horizonDays: Math.min(own.horizonDays ?? policy.horizonDays, policy.horizonDays),
    bufferBeforeMinutes: own.bufferBeforeMinutes ?? half,
    bufferAfterMinutes: own.bufferAfterMinutes ?? policy.bufferMinutes - half,
    visitsPerDay: own.visitsPerDay ?? policy.visitsPerDay,
    visitsPerWeek: own.visitsPerWeek ?? policy.visitsPerWeek,
    longestDayMinutes: own.longestDayMinutes ?? policy.longestDayMinutes,
    means: own.means ?? presetMeans,
  };
}

/** A lane of the professional service: its lead time is its wait, it counts no visits, and the company plans its ways within a whole buffer on either side. */
export const laneRules = (policy: RulePolicy, waitDays: number): SlotRules => ({
  ...rulesOf(policy),
  bufferBeforeMinutes: policy.bufferMinutes,
  bufferAfterMinutes: policy.bufferMinutes,
  means: null,
  leadMinutes: waitDays * 1440,
  instantLeadMinutes: waitDays * 1440,
  visitsPerDay: Number.POSITIVE_INFINITY,
  visitsPerWeek: Number.POSITIVE_INFINITY,
  longestDayMinutes: Number.POSITIVE_INFINITY,
});

export type RuleField = Exclude<keyof OwnRules, "means">;
/** What each number may be; the choices that the form offers lie within. */
export const ruleLimits: Record<RuleField, readonly [least: number, most: number]> = {
  bufferBeforeMinutes: [0, 240],
  bufferAfterMinutes: [0, 240],
  visitsPerDay: [1, 12],
  visitsPerWeek: [1, 84],
  longestDayMinutes: [60, 1440],
  leadMinutes: [0, 20_160],
  horizonDays: [1, 60],
  stepMinutes: [15, 120],
};
/** Rasters that divide an hour or are whole hours: others would drift over a day. */
export const rasters = [15, 30, 60, 120] as const;
