import { type Actor, hasRole } from "../kernel/actor.ts";
import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles } from "../booking/booking.ts";
import type { Author } from "./messaging.ts";

/** As whom an actor may write about a booking now; null when they may not. People write from the request on, until the data is blurred. */
export function authorOf(actor: Actor, booking: Booking): Author | null {
  const part = partOf(actor, booking);
  if (booking.requestedAt === null || booking.blurredAt !== null) return null;
  if (part === "staff") return hasRole(actor, ...bookingRoles) ? "staff" : null;
  // While several are asked there is nobody to write to yet: the conversation is with whoever comes.
  if (booking.state === "requested" && booking.provider === "helper" && (booking.helperId === null || (part === "helper" && booking.wave > 0))) return null;
  if (part === "helper" && (booking.state === "declined" || booking.state === "lapsed")) return null;
  return part === "customer" || part === "helper" ? part : null;
}
