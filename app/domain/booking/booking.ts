import type { StaffRole } from "../kernel/actor.ts";
import type { Locale } from "../kernel/words.ts";
import { agreedMinor } from "./hourly.ts";

export const bookingStates = [
  "draft", "paying", "requested", "accepted", "underway", "started", "finished", "reported", "signed_off", "closed",
  "abandoned", "declined", "lapsed", "cancelled",
] as const;
export type BookingState = (typeof bookingStates)[number];

/** The rules a booking was made under and keeps (product.md 5); minutes, hours, days, basis points, minor units as named. */
export type BookingPolicy = {
  version: string;
  commissionBp: number;
  vatBp: number;
  stepMinutes: number;
  leadMinutes: number;
  instantLeadMinutes: number;
  horizonDays: number;
  bufferMinutes: number;
  visitsPerDay: number;
  visitsPerWeek: number;
  /** From the first visit's start to the last one's end on one day, the ways between them included. */
  longestDayMinutes: number;
  holdMinutes: number;
  /** From the first hold on, so long another time may be chosen in its place. */
  rechooseMinutes: number;
  checkoutMinutes: number;
  answerMinutes: number;
  answerFromMinute: number;
  answerUntilMinute: number;
  answerFloorMinutes: number;
  reserveUpToDays: number;
  captureMarginHours: number;
  graceMinutes: number;
  freeUntilHours: number;
  lateShareBp: number;
  veryLateHours: number;
  veryLateShareBp: number;
  compensationCapMinor: number;
  /** How often in a calendar year a customer cancels late for illness without cost. */
  illnessPerYear: number;
  /** How many rounds of other times one booking sees, whoever proposes. */
  rescheduleLimit: number;
  /** A customer who moves a visit later than this before it starts keeps what cancelling cost by then. */
  rescheduleNoticeHours: number;
  /** How long a customer has to answer proposed times, counted in the same hours of the day as a helper's answer. */
  rescheduleAnswerMinutes: number;
  signOffHours: number;
  stillAfterDays: number;
  payoutAfterDays: number;
  probationVisits: number;
  redoDays: number;
  reviewPublishDays: number;
  /** What a helper earns in a calendar year before they are told about social insurance. */
  earningsWarningMinor: number;
  /** How long each helper of a later wave has to answer, in the same hours of the day. */
  waveAnswerMinutes: number;
  /** How many helpers one wave asks, and how many waves there are. */
  waveSize: number;
  waves: number;
  /** Both sides confirm this long before the visit; who has not is reminded once after the second time. */
  confirmHours: number;
  confirmRemindHours: number;
  /** All extra work and material of one visit together: more is a new booking. */
  extraCapMinor: number;
  /** So long before the end of a cap more time may be proposed: the customer answers before the work goes on. */
  extraTimeMinutes: number;
  absenceMinutes: number;
  /** Credit for a customer whose helper did not come. */
  absentCreditMinor: number;
  /** What one case may take from the rescue budget without review. */
  rescueCaseMinor: number;
  /** The rescue budget of a calendar year; the promise holds when it is spent, and staff are alarmed. */
  rescueYearMinor: number;
  seriesMost: number;
};

/** Who books and is written to. */
export type Contact = { name: string; email: string; mobile: string };
/** Who is visited; may be somebody else. With an address of mail they get a word of their own, in their language. */
export type PersonVisited = { name: string; telephone: string; email?: string; locale?: Locale };
export type ReportedChecklist = { code: string; done: boolean; value?: string }[];

/** In which part somebody acts on a booking; staff act as support or admin. */
export type Part = "customer" | "helper" | "staff" | "system" | "watcher" | "visited";
/** The sides of a booking, as which everybody acts in the end: who watches or is visited stands on the customer's. */
export type Side = Exclude<Part, "watcher" | "visited">;
export const sideOf = (part: Part): Side => (part === "watcher" || part === "visited" ? "customer" : part);

export type Move = {
  readonly from: readonly BookingState[];
  readonly to: BookingState;
  readonly by: readonly Part[];
  /** The business rule about time, in words; the policy computes it. */
  readonly when?: string;
  /** What is queued in the same transaction. */
  readonly effects: readonly string[];
  /** Changes what a calendar shows: raises the booking's sequence. */
  readonly calendar?: true;
};

/** The whole life of a booking: screens, policy, jobs, tests and the README's diagram read this table. */
export const bookingMoves = {
  submit: { from: ["draft"], to: "paying", by: ["customer", "staff"], when: "while the hold lasts", effects: ["open-checkout"] },
  abandon: { from: ["draft", "paying"], to: "abandoned", by: ["customer", "staff", "system"], when: "when the hold or the checkout ends", effects: ["expire-checkout", "return-credit", "free-slot", "leave-others"] },
  pay: { from: ["paying"], to: "requested", by: ["system"], when: "when the money is reserved or debited, at once where nothing is left to pay", effects: ["use-credit", "ask-chosen", "tell-customer", "tell-helper"] },
  accept: { from: ["requested"], to: "accepted", by: ["helper", "staff", "system"], when: "until the answer is due; of several who are asked the first", effects: ["settle-asks", "tell-customer"], calendar: true },
  decline: { from: ["requested"], to: "declined", by: ["helper", "staff", "system"], when: "until the answer is due; by time when other times that were offered do not suit", effects: ["give-money-back", "free-slot", "settle-asks", "tell-customer"], calendar: true },
  lapse: { from: ["requested"], to: "lapsed", by: ["system"], when: "when the answer is overdue", effects: ["give-money-back", "free-slot", "settle-asks", "tell-customer", "tell-helper"], calendar: true },
  askOthers: { from: ["requested"], to: "requested", by: ["customer", "helper", "staff", "system"], when: "when whoever was asked says no or is silent, and the customer takes somebody else at the same time", effects: [] },
  handBack: { from: ["accepted", "underway"], to: "requested", by: ["helper", "staff", "system"], when: "when the helper falls out, and the customer takes somebody else at the same time", effects: ["stop-waiting", "lapse-extras", "give-extras-back"], calendar: true },
  cancel: { from: ["requested", "accepted", "underway"], to: "cancelled", by: ["customer", "visited", "helper", "staff"], when: "until the visit starts", effects: ["stop-waiting", "lapse-extras", "give-money-back", "free-slot", "settle-asks", "tell-customer", "tell-helper"], calendar: true },
  takeOffer: { from: ["requested"], to: "accepted", by: ["customer", "staff"], when: "while other times offered in place of a yes stand open", effects: ["settle-asks", "capture-early", "tell-customer", "tell-helper"], calendar: true },
  reschedule: { from: ["accepted"], to: "accepted", by: ["customer", "helper", "staff"], when: "when the side that was asked takes one of the times, until the visit starts", effects: ["capture-early", "tell-customer", "tell-helper"], calendar: true },
  setOff: { from: ["accepted"], to: "underway", by: ["helper", "staff"], when: "on the day of the visit", effects: ["tell-customer"] },
  arrive: { from: ["accepted", "underway"], to: "underway", by: ["helper", "staff"], when: "on the day of the visit", effects: ["stop-waiting"] },
  missCustomer: { from: ["accepted", "underway"], to: "cancelled", by: ["helper", "staff"], when: "after a quarter of an hour of waiting and two calls", effects: ["lapse-extras", "give-money-back", "free-slot", "tell-customer", "tell-helper"], calendar: true },
  missHelper: { from: ["accepted", "underway"], to: "cancelled", by: ["customer", "staff"], when: "after a quarter of an hour of waiting and two calls", effects: ["lapse-extras", "give-money-back", "free-slot", "tell-customer", "tell-helper"], calendar: true },
  cannotCome: { from: ["accepted", "underway"], to: "cancelled", by: ["helper"], when: "when the helper says after the beginning that they cannot come, until they have arrived", effects: ["stop-waiting", "lapse-extras", "give-money-back", "free-slot", "tell-customer", "tell-helper"], calendar: true },
  start: { from: ["accepted", "underway"], to: "started", by: ["helper", "staff"], when: "on the day of the visit", effects: ["stop-waiting"] },
  finish: { from: ["started"], to: "finished", by: ["helper", "staff"], effects: [] },
  report: { from: ["finished"], to: "reported", by: ["helper", "staff"], effects: ["lapse-extras", "capture", "ask-customer"] },
  giveUp: { from: ["accepted", "underway", "started", "finished"], to: "cancelled", by: ["staff", "system"], when: "when no report came for a week after the visit", effects: ["stop-waiting", "lapse-extras", "give-money-back", "free-slot", "tell-customer", "tell-helper"], calendar: true },
  signOff: { from: ["reported"], to: "signed_off", by: ["customer", "staff", "system"], when: "by the customer, or by time 72 h after the report", effects: ["plan-payout", "tell-helper"] },
  close: { from: ["signed_off"], to: "closed", by: ["system"], when: "when the payout is sent, or nothing is to be paid out", effects: [] },
} as const satisfies Record<string, Move>;
export type BookingMove = keyof typeof bookingMoves;

/**
 * What the customer pays for a booking, in money and credit together; minor units. Where the company covers a part of a visit that is paid by
 * the hour, less work is less for both: the customer never pays more than the share that was agreed for the whole cap.
 */
export function payableOf({ priceMinor, payableMinor, hourlyMinor, capMinutes }: Pick<Booking, "priceMinor" | "payableMinor" | "hourlyMinor" | "capMinutes">): number {
  const agreed = agreedMinor({ priceMinor, hourlyMinor, capMinutes });
  return payableMinor === null ? priceMinor : priceMinor < agreed ? Math.floor((payableMinor * priceMinor) / agreed) : Math.min(payableMinor, priceMinor);
}

/** Which roles of the staff act on a booking. */
export const bookingRoles: readonly StaffRole[] = ["support"];

export const endedStates: readonly BookingState[] = ["closed", "abandoned", "declined", "lapsed", "cancelled"];

/** The way a booking takes when all goes well, in order: who is further along has passed a state already. */
export const goodWay: readonly BookingState[] = ["draft", "paying", "requested", "accepted", "underway", "started", "finished", "reported", "signed_off", "closed"];

/** Why a visit was cancelled, in codes; the words are texts. */
export const cancelReasons = ["ill", "no_longer_needed", "solved_meanwhile", "other_time", "cannot_come", "too_far", "not_my_field", "unsafe", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why a helper says after the beginning that they cannot come, in codes; the customer reads none of them. */
export const lateCauses = ["breakdown", "ill", "emergency", "unsafe", "other"] as const;
export type LateCause = (typeof lateCauses)[number];

/** One booking, as it is stored. Times are UTC milliseconds, money minor units. */
export type Booking = {
  id: string;
  reference: string;
  accessKeyHash: string;
  state: BookingState;
  stateSince: number;
  provider: "helper" | "professional";
  helperId: string | null;
  laneId: string | null;
  calendarId: string;
  customerId: string | null;
  serviceTypeId: string;
  serviceTypeVersion: number;
  startsAt: number;
  endsAt: number;
  zone: string;
  priceMinor: number;
  currency: string;
  contract: "helper" | "company";
  policy: BookingPolicy;
  locale: Locale;
  contact: Contact | null;
  visited: PersonVisited | null;
  street: string | null;
  postcode: string;
  locality: string;
  intake: Record<string, string>;
  concern: string;
  holdUntil: number | null;
  holdProlonged: boolean;
  firstHeldAt: number | null;
  answerBy: number | null;
  requestedAt: number | null;
  acceptedAt: number | null;
  setOffAt: number | null;
  startedAt: number | null;
  finishedAt: number | null;
  reportedAt: number | null;
  signedOffAt: number | null;
  signedOffBy: "customer" | "time" | "staff" | null;
  closedAt: number | null;
  cancelledBy: Side | null;
  cancelReason: string | null;
  /** What the customer pays for a late cancellation; what the company pays in their place is kept as `illnessWaiver`. */
  compensationMinor: number;
  bookedByStaffId: string | null;
  replacesBookingId: string | null;
  blurredAt: number | null;
  createdAt: number;
  contactEmail: string | null;
  listingId: string | null;
  instant: boolean;
  answeredAt: number | null;
  remindedAt: number | null;
  stillAskedAt: number | null;
  /** The SEQUENCE of its calendar files: raised by every move that changes what a calendar shows. */
  sequence: number;
  /** The least share of the price that a cancellation costs since the visit was moved inside the notice; null when it was not. */
  lateMoveBp: number | null;
  /** What happens when the helper who was chosen says no, is silent or falls out: the customer is asked first, or others are asked for the same time. */
  substitution: "ask" | "same_time";
  /** Which wave of others is being asked; 0 while the chosen helper is. */
  wave: number;
  /** When the next wave starts, where the night lies between. */
  nextWaveAt: number | null;
  customerConfirmedAt: number | null;
  helperConfirmedAt: number | null;
  confirmRemindedAt: number | null;
  arrivalFromAt: number | null;
  arrivalUntilAt: number | null;
  arrivedAt: number | null;
  codeTries: number;
  codeWrong: string | null;
  codeMatchedAt: number | null;
  /** The booking that this one makes good, and how. */
  followsBookingId: string | null;
  follows: "redo" | "next_helper" | "professional" | null;
  /** What the customer pays, where a rescue makes the price of the work higher; null is the whole price. */
  payableMinor: number | null;
  seriesId: string | null;
  seriesNth: number | null;
  /** Paid by the hour (hourly.ts): `priceMinor` is the cap's price until the report states the time worked, and that time's price from then on. */
  hourlyMinor: number | null;
  capMinutes: number | null;
  workedMinutes: number | null;
  /** Through whom its reader sees it, where it is not their own (app/domain/together); never stored here. */
  watching?: { id: string; right: "see" | "act" | "visited"; name: string };
};
