import type { Booking } from "#app/domain/booking/booking.ts";
import { cancellationTerms } from "#app/domain/booking/booking.policy.ts";
import { illnessPerYear } from "#app/domain/booking/illness.ts";
import type { CancellationShown } from "./cancellation.tsx";
import { hour } from "#app/domain/kernel/time.ts";

/** The cancellation rule of one booking in exact times and amounts: what a customer would pay in each span once the visit is accepted. */
export function cancellationShown(booking: Pick<Booking, "state" | "startsAt" | "requestedAt" | "priceMinor" | "payableMinor" | "hourlyMinor" | "capMinutes" | "policy"> & Partial<Pick<Booking, "lateMoveBp">>, now: number): CancellationShown {
  const { policy, startsAt } = booking;
  // Before the request is sent, the grace counts from now: a minute more or less changes no words.
  const accepted = { ...booking, state: "accepted" as const, requestedAt: booking.requestedAt ?? now };
  const { freeUntil } = cancellationTerms(accepted, "customer", now);
  const veryLateFrom = startsAt - policy.veryLateHours * hour;
  const at = (ms: number) => cancellationTerms(accepted, "customer", ms).compensationMinor;
  return {
    // Nearer visits are free for the minutes of grace only, and that is said in minutes.
    // A visit that was moved inside the notice is not free again.
    freeUntil: !booking.lateMoveBp && startsAt - policy.freeUntilHours * hour > now ? freeUntil : null,
    graceMinutes: policy.graceMinutes,
    lateMinor: freeUntil < veryLateFrom ? at(veryLateFrom - 1) : null,
    veryLateFrom: Math.max(veryLateFrom, freeUntil),
    veryLateMinor: at(Math.max(startsAt, freeUntil + 1)),
    illnessPerYear: illnessPerYear(policy),
  };
}
