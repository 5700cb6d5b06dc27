import { Temporal } from "temporal-polyfill";
import type { Booking, BookingMove, BookingPolicy, Part } from "../booking/booking.ts";
import { beforeNight, isQuiet } from "../dispatch/hours.ts";
import { hour, minute } from "../kernel/time.ts";

/** The two sides at the door; the helper's side of the professional service is the company's staff. */
export const visitSides = ["customer", "helper"] as const;
export type VisitSide = (typeof visitSides)[number];
export const across = (side: VisitSide): VisitSide => (side === "customer" ? "helper" : "customer");

type Rules = Pick<BookingPolicy, "confirmHours" | "confirmRemindHours" | "extraCapMinor" | "extraTimeMinutes" | "absenceMinutes" | "absentCreditMinor">;
/** The rules around a visit; bookings from before they were settings have the defaults of product.md 5. */
export const visitRules = ({ confirmHours = 24, confirmRemindHours = 6, extraCapMinor = 10_000, extraTimeMinutes = 15, absenceMinutes = 15, absentCreditMinor = 2000 }: Partial<Rules>): Rules => ({ confirmHours, confirmRemindHours, extraCapMinor, extraTimeMinutes, absenceMinutes, absentCreditMinor });

// Confirmation

type Confirming = Pick<Booking, "startsAt" | "policy">;
/** From then on both sides are asked whether the visit stands. */
export const confirmsFrom = ({ startsAt, policy }: Confirming): number => startsAt - visitRules(policy).confirmHours * hour;
/** Then the side that has not said so is asked a second time; a moment of the night is the evening before. */
export function remindsAt({ startsAt, policy, zone }: Confirming & Pick<Booking, "zone">): number {
  const at = startsAt - visitRules(policy).confirmRemindHours * hour;
  return isQuiet(at, policy, zone) ? beforeNight(at, confirmsFrom({ startsAt, policy }), policy, zone) : at;
}

/** The professional service keeps its own calendar: nobody confirms in its name. */
export const confirmers = ({ provider }: Pick<Booking, "provider">): readonly VisitSide[] => (provider === "professional" ? ["customer"] : visitSides);
export const confirmedAt = (booking: Pick<Booking, "customerConfirmedAt" | "helperConfirmedAt">, side: VisitSide): number | null => (side === "customer" ? booking.customerConfirmedAt : booking.helperConfirmedAt);
/** Who has not confirmed yet. */
export const unconfirmed = (booking: Pick<Booking, "provider" | "customerConfirmedAt" | "helperConfirmedAt">): VisitSide[] => confirmers(booking).filter((side) => confirmedAt(booking, side) === null);

type Reset = Pick<Booking, "customerConfirmedAt" | "helperConfirmedAt" | "confirmRemindedAt">;
const nobody: Reset = { customerConfirmedAt: null, helperConfirmedAt: null, confirmRemindedAt: null };

/**
 * What a move changes about the confirmations. A visit at another time, with another helper or asked anew is confirmed by nobody;
 * whoever acted inside the window (booked, said yes, took a time) has just said that it stands and is not asked again.
 */
export function confirmationsAfter(move: BookingMove, booking: Pick<Booking, "startsAt" | "policy" | "requestedAt">, part: Part | null, now: number): Partial<Booking> {
  if (move !== "accept" && move !== "takeOffer" && move !== "reschedule") return {};
  const from = confirmsFrom(booking);
  if (now < from) return nobody;
  const customer = move === "takeOffer" || (move === "reschedule" && part === "customer") ? now : move === "accept" && (booking.requestedAt ?? 0) >= from ? booking.requestedAt : null;
  return { ...nobody, customerConfirmedAt: customer, helperConfirmedAt: part === "helper" ? now : null };
}

/** A booking that goes back to be asked of others has no visit any more that anybody has confirmed or is on the way to. */
export const visitUndone = { ...nobody, setOffAt: null, arrivalFromAt: null, arrivalUntilAt: null, arrivedAt: null, codeMatchedAt: null } as const satisfies Partial<Booking>;

// Codes

/** Wrong codes that the helper may type; then the company is called. */
export const codeTriesMost = 5;
/** So many extras can be agreed to by a code that is read out; each code counts once. */
export const consentCodes = 3;

export type VisitCodes = {
  /** What each side says at the door. */
  customer: string;
  helper: string;
  /** What somebody without a device reads out to agree to the first, second … extra. */
  consent: readonly string[];
};

// Arrival

/** "In so many minutes": what the helper picks on the way. */
export const arrivalChoices = [10, 20, 30, 45] as const;
const five = 5 * minute;
/** Nobody is announced for later than this. */
export const arrivalMostHours = 4;

export type Window = { fromAt: number; untilAt: number };
/** The quarter of an hour or so in which somebody arrives who means to arrive then, on whole five minutes and never before now. */
export function arrivalWindow(at: number, now: number): Window {
  const fromAt = Math.max(Math.floor((at - five) / five), Math.ceil(now / five)) * five;
  return { fromAt, untilAt: Math.max(Math.ceil((at + 2 * five) / five) * five, fromAt + 2 * five) };
}

/** The moment that a clock time of today means where the visit is; null for what is no time, is over or is too far away. */
export function clockTime(typed: string, now: number, zone: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).withPlainTime({ hour: Number(hours), minute: Number(minutes) }).epochMilliseconds;
  return at < now - five || at > now + arrivalMostHours * hour ? null : at;
}

/** Told again only when it moves by so much: a form sent twice tells once. */
export const movesMuch = (was: number | null, untilAt: number): boolean => was === null || Math.abs(was - untilAt) >= 2 * five;

// Extras

export const extraKinds = ["work", "time", "material"] as const;
export type ExtraKind = (typeof extraKinds)[number];
export type ExtraState = "proposed" | "accepted" | "refused" | "withdrawn" | "lapsed";
export const extraWordsMost = 200;

/** Extra work, time or material of one visit, as it is stored. */
export type Extra = {
  id: string;
  bookingId: string;
  kind: ExtraKind;
  words: string;
  amountMinor: number;
  state: ExtraState;
  proposedAt: number;
  answeredAt: number | null;
  consent: "device" | "code" | null;
  codeTries: number;
  codeWrong: string | null;
  paidAt: number | null;
};

export const sumOf = (extras: readonly Pick<Extra, "state" | "amountMinor">[], ...states: ExtraState[]): number => extras.reduce((sum, { state, amountMinor }) => (states.includes(state) ? sum + amountMinor : sum), 0);
/** What can still be proposed under the cap; what waits for an answer counts as taken. */
export const extraLeftMinor = (extras: readonly Extra[], policy: BookingPolicy): number => Math.max(0, visitRules(policy).extraCapMinor - sumOf(extras, "proposed", "accepted"));

/**
 * Under a cap the agreed time comes first: more of it may be proposed from shortly before the cap is reached, counted from the start of the work.
 * Null where more time may be proposed at any moment, because the visit has one price.
 */
export function extraTimeFrom({ hourlyMinor, capMinutes, startedAt, policy }: Pick<Booking, "hourlyMinor" | "capMinutes" | "startedAt" | "policy">): { /** Null until the work has begun. */ at: number | null } | null {
  if (hourlyMinor === null || capMinutes === null) return null;
  return { at: startedAt === null ? null : startedAt + Math.max(0, capMinutes - visitRules(policy).extraTimeMinutes) * minute };
}

// Absence

export const secondCallAfter = 5 * minute;

export type Absence = {
  id: string;
  bookingId: string;
  absent: VisitSide;
  notedBy: VisitSide | "staff";
  waitingSince: number;
  firstCallAt: number | null;
  secondCallAt: number | null;
  state: "waiting" | "ended" | "withdrawn";
  endedAt: number | null;
};

/** From then on the side that waits may end the visit; null while a call is missing. */
export const absenceEndsFrom = ({ waitingSince, secondCallAt }: Pick<Absence, "waitingSince" | "secondCallAt">, policy: BookingPolicy): number | null =>
  secondCallAt === null ? null : Math.max(secondCallAt, waitingSince + visitRules(policy).absenceMinutes * minute);

/** Why the visit ended because somebody was not there, in codes. */
export const absenceReasons = { customer: "customer_absent", helper: "helper_absent" } as const satisfies Record<VisitSide, string>;
