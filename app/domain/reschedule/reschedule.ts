import { answerDue, cancellationRate } from "../booking/booking.policy.ts";
import type { Booking, BookingPolicy } from "../booking/booking.ts";
import { beforeNight } from "../dispatch/hours.ts";
import { hour, minute } from "../kernel/time.ts";

/** The two sides of a visit; the helper's side of the professional service is the company's staff. */
export const sides = ["customer", "helper"] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === "customer" ? "helper" : "customer");

export type ProposalState = "open" | "taken" | "refused" | "withdrawn" | "lapsed";

/** One round of other times, as it is stored. Times are UTC milliseconds. */
export type Proposal = {
  id: string;
  bookingId: string;
  by: Side | "staff";
  /** Whose answer it waits for. */
  asks: Side;
  slots: number[];
  state: ProposalState;
  answerBy: number;
  at: number;
  answeredAt: number | null;
  chosen: number | null;
  /** The start that the visit had when it was proposed. */
  startsAt: number;
};

/** So many times fit into one proposal. */
export const mostSlots = 3;
/** Nobody is expected sooner than this after a yes. */
export const takeLeadMinutes = 60;

type Rules = Pick<BookingPolicy, "rescheduleLimit" | "rescheduleNoticeHours" | "rescheduleAnswerMinutes">;
/** Bookings from before the rule was a setting: three rounds, a day's notice, one waking day to answer. */
export const rescheduleRules = ({ rescheduleLimit = 3, rescheduleNoticeHours = 24, rescheduleAnswerMinutes = 14 * 60 }: Partial<Rules>): Rules => ({ rescheduleLimit, rescheduleNoticeHours, rescheduleAnswerMinutes });

/** After this moment there is no time left to ask and to answer before the visit that is agreed. */
export const lastCall = ({ startsAt, policy }: Pick<Booking, "startsAt" | "policy">): number => startsAt - (takeLeadMinutes + policy.answerFloorMinutes) * minute;

/**
 * Until when an answer counts: a helper has the window of a request, a customer about a waking day, both counted in the hours of the policy;
 * in any case an hour before the visit as it stands and before the last of the proposed times. Where that hour lies in the night, the evening
 * before ends it.
 */
export function proposalDue(booking: Pick<Booking, "state" | "startsAt" | "policy" | "zone">, slots: readonly number[], asks: Side, now: number): number {
  const { policy, zone, startsAt, state } = booking;
  const counted = answerDue(now, Number.MAX_SAFE_INTEGER, asks === "helper" ? policy : { ...policy, answerMinutes: rescheduleRules(policy).rescheduleAnswerMinutes }, zone);
  const ends = [Math.max(...slots), ...(state === "accepted" ? [startsAt] : [])];
  return beforeNight(Math.min(counted, ...ends.map((end) => end - takeLeadMinutes * minute)), now, policy, zone);
}

/** Was it asked so late that the visit as it stood should be kept? */
export const isShortNotice = ({ startsAt, policy }: Pick<Booking, "startsAt" | "policy">, at: number): boolean => startsAt - at < rescheduleRules(policy).rescheduleNoticeHours * hour;

/** The round that began it: other times in answer to a round go on with it, so that an answer neither frees whoever asked first nor binds who was asked. */
export function beganWith<R extends Pick<Proposal, "id" | "asks" | "at" | "state" | "answeredAt">>(round: R, rounds: readonly R[]): R {
  const answered = rounds.find(({ id, asks, state, answeredAt }) => state === "refused" && answeredAt === round.at && asks === otherSide(round.asks) && id < round.id);
  return answered ? beganWith(answered, rounds) : round;
}

/**
 * The least share of the price that cancelling costs once these times are taken. Who asks for another time inside the notice keeps what cancelling
 * cost at that moment, so that nobody moves a visit to escape the rule; what the other side asks for costs nobody anything. Of several rounds that
 * answer one another the first counts (`beganWith`).
 */
export function lateMoveBp(booking: Pick<Booking, "state" | "startsAt" | "requestedAt" | "policy" | "lateMoveBp">, { asks, at }: Pick<Proposal, "asks" | "at">): number | null {
  if (booking.state !== "accepted" || asks === "customer" || !isShortNotice(booking, at)) return booking.lateMoveBp;
  return Math.max(booking.lateMoveBp ?? 0, cancellationRate(booking, at)) || null;
}
