import { Temporal } from "temporal-polyfill";
import { minute } from "../kernel/time.ts";
import type { Booking, BookingMove, Part } from "./booking.ts";

const hour = 60 * minute;
const day = 24 * hour;

/** Midnight before the visit, where the visit is. */
export const dayOfVisit = ({ startsAt, zone }: Pick<Booking, "startsAt" | "zone">): number =>
  Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;

/** A week after the visit without a report the company gives up (bookingMoves.giveUp). */
export const givesUpAt = ({ endsAt }: Pick<Booking, "endsAt">): number => endsAt + 7 * day;
export const signsOffAt = ({ reportedAt, policy }: Pick<Booking, "reportedAt" | "policy">): number => (reportedAt ?? 0) + policy.signOffHours * hour;

/** The moments of one booking by which the clock allows or refuses a move, UTC milliseconds, with their words for the README. */
export const moments = {
  // Nobody books a visit that has begun, however long its form is open.
  holdEnds: { words: "the hold ends", at: ({ holdUntil, startsAt }) => Math.min(holdUntil ?? 0, startsAt) },
  answerDue: { words: "the answer is due", at: ({ answerBy }) => answerBy ?? 0 },
  // Other times that were offered may wait longer than the time that was asked for lasts.
  yesDue: { words: "the answer is due, at latest when the visit begins", at: ({ answerBy, startsAt }) => Math.min(answerBy ?? 0, startsAt) },
  dayBegins: { words: "the day of the visit begins", at: dayOfVisit },
  begins: { words: "the visit begins", at: ({ startsAt }) => startsAt },
  givesUp: { words: "a week has passed after its end", at: givesUpAt },
  signsOff: { words: "nobody has answered the report for as long as the policy says", at: signsOffAt },
} as const satisfies Record<string, { words: string; at: (booking: Booking) => number }>;
export type MomentName = keyof typeof moments;

/** `before` a moment, afterwards `too-late`; `from` a moment on, before it `too-early`. Without `by` it binds everybody who may make the move. */
export type TimeRule = ({ readonly before: MomentName } | { readonly from: MomentName }) & { readonly by?: readonly Part[] };

/** The clock's part of every move of `bookingMoves`: the policy, the README's table and the tests read it. None: at any time. */
export const bookingTimes: Record<BookingMove, readonly TimeRule[]> = {
  submit: [{ before: "holdEnds" }],
  abandon: [{ from: "holdEnds", by: ["system"] }],
  pay: [{ before: "begins" }],
  accept: [{ before: "yesDue", by: ["customer", "helper", "staff"] }],
  decline: [{ before: "answerDue", by: ["customer", "helper", "staff"] }],
  lapse: [{ from: "answerDue" }],
  askOthers: [{ before: "begins" }],
  handBack: [{ before: "begins" }],
  cancel: [{ before: "begins", by: ["customer", "visited", "helper"] }],
  takeOffer: [{ before: "answerDue" }],
  reschedule: [{ before: "begins" }],
  setOff: [{ from: "dayBegins" }],
  arrive: [{ from: "dayBegins" }],
  missCustomer: [{ from: "begins" }],
  missHelper: [{ from: "begins" }],
  cannotCome: [{ from: "begins" }],
  start: [{ from: "dayBegins" }],
  finish: [],
  report: [],
  giveUp: [{ from: "begins", by: ["staff"] }, { from: "givesUp", by: ["system"] }],
  signOff: [{ from: "signsOff", by: ["system"] }],
  close: [],
};

/** Which rules of time bind somebody in this part. */
export const timeRules = (move: BookingMove, part: Part): readonly TimeRule[] => bookingTimes[move].filter(({ by }) => by === undefined || by.includes(part));
