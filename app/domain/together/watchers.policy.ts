import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles, endedStates } from "../booking/booking.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";

/** Only the customer, or support on their word, says who is let in; whoever was let in themselves never does. */
export function managesWatchers(actor: Actor, booking: Booking): boolean {
  const part = partOf(actor, booking);
  return (part === "customer" && !booking.watching) || part === "system" || (part === "staff" && hasRole(actor, ...bookingRoles));
}

/** Somebody can be let in from the request on, until the data is blurred. */
export const mayBeWatched = ({ state, requestedAt, blurredAt }: Pick<Booking, "state" | "requestedAt" | "blurredAt">): boolean => requestedAt !== null && blurredAt === null && (state === "closed" || !endedStates.includes(state));
