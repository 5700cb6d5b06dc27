import type { Booking, BookingState } from "../booking/booking.ts";
import { day } from "../kernel/time.ts";

/** What a feed shows: asked for and not yet answered, or promised and whatever came of it. */
const asked: BookingState = "requested";
const kept: readonly BookingState[] = ["accepted", "underway", "started", "finished", "reported", "signed_off", "closed"];
export const feedStates: readonly BookingState[] = [asked, ...kept];
/** How far a feed looks back and ahead. */
export const feedReach = { back: 60 * day, ahead: 400 * day } as const;
/** How long before a visit its calendar entry names who and where. */
const namedBefore = day;

type Facts = Pick<Booking, "state" | "stateSince" | "acceptedAt" | "answerBy" | "startsAt" | "endsAt" | "street" | "postcode" | "locality" | "visited" | "contact" | "blurredAt">;
export type Told = {
  isTentative: boolean;
  /** The person visited, while the entry may name them. */
  name: string | null;
  /** The whole address while it may, the locality otherwise. */
  place: string;
  /** UTC milliseconds; a change in what is told counts as a change. */
  changedAt: number;
};

/**
 * What the feed tells of one booking at a moment; null when nothing. The name and the address are told from 24 hours before a promised visit
 * until its end: a feed is copied to servers that we do not know.
 */
export function toldAt(booking: Facts, now: number): Told | null {
  const { state, stateSince, acceptedAt, answerBy, startsAt, endsAt, street, postcode, locality, visited, contact, blurredAt } = booking;
  const town = `${postcode} ${locality}`;
  if (state === asked) return answerBy !== null && answerBy <= now ? null : { isTentative: true, name: null, place: town, changedAt: stateSince };
  if (!kept.includes(state) || acceptedAt === null) return null;
  const isNamed = now >= startsAt - namedBefore && now < endsAt && blurredAt === null;
  const changes = [stateSince, startsAt - namedBefore, endsAt].filter((at) => at <= now);
  return { isTentative: false, name: isNamed ? visited?.name || contact?.name || null : null, place: isNamed ? [street, town].filter(Boolean).join(", ") : town, changedAt: Math.max(...changes, acceptedAt) };
}
