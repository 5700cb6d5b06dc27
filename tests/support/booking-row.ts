import type { Booking } from "#app/domain/booking/booking.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";

/** A booking as it would be read, without a database around it: "b1" of the customer "anna" with the helper "h1". */
export const aBookingRow = (more: Partial<Booking> = {}): Booking => ({
  id: "b1", reference: "Q222-2222", accessKeyHash: "", state: "accepted", stateSince: 0, provider: "helper", helperId: "h1", laneId: null, calendarId: "h1", customerId: "anna", serviceTypeId: "s1", serviceTypeVersion: 1,
  startsAt: 0, endsAt: 0, zone: "Europe/Zurich", priceMinor: 4900, currency: "CHF", contract: "helper", policy: defaultSettings.policy, locale: "de", contact: null, visited: null, street: null, postcode: "4051", locality: "Basel", intake: {}, concern: "",
  holdUntil: null, holdProlonged: false, firstHeldAt: null, answerBy: null, requestedAt: null, acceptedAt: null, setOffAt: null, startedAt: null, finishedAt: null, reportedAt: null, signedOffAt: null, signedOffBy: null, closedAt: null, cancelledBy: null, cancelReason: null, compensationMinor: 0, bookedByStaffId: null, replacesBookingId: null, blurredAt: null, createdAt: 0, contactEmail: null, listingId: null, instant: false, answeredAt: null, remindedAt: null, stillAskedAt: null, sequence: 0, lateMoveBp: null, substitution: "ask", wave: 0, nextWaveAt: null, customerConfirmedAt: null, helperConfirmedAt: null, confirmRemindedAt: null, arrivalFromAt: null, arrivalUntilAt: null, arrivedAt: null, codeTries: 0, codeWrong: null, codeMatchedAt: null, followsBookingId: null, follows: null, payableMinor: null, seriesId: null, seriesNth: null, hourlyMinor: null, capMinutes: null, workedMinutes: null,
  ...more,
});
