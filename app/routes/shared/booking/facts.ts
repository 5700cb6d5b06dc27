import { type Booking, payableOf } from "#app/domain/booking/booking.ts";

const keys = [
  "id", "reference", "state", "stateSince", "provider", "startsAt", "endsAt", "priceMinor", "payableMinor", "follows", "contract", "street", "postcode", "locality", "createdAt",
  "requestedAt", "acceptedAt", "setOffAt", "startedAt", "finishedAt", "reportedAt", "signedOffAt", "signedOffBy", "closedAt",
  "answerBy", "holdUntil", "holdProlonged", "instant", "cancelledBy", "cancelReason", "compensationMinor", "hourlyMinor", "capMinutes", "workedMinutes",
] as const satisfies readonly (keyof Booking)[];

/** What screens show of a booking itself: no contact, no keys, no calendar. */
export type BookingFacts = Pick<Booking, (typeof keys)[number]>;

export const factsOf = (booking: Booking): BookingFacts => ({ ...(Object.fromEntries(keys.map((key) => [key, booking[key]])) as BookingFacts), payableMinor: booking.payableMinor === null ? null : payableOf(booking) });
