import { type Actor, hasRole } from "../kernel/actor.ts";
import { bookingRoles } from "./booking.ts";

/** Who reads bookings at all; certifiers have no business with them. */
export const maySeeBookings = (actor: Actor): boolean => hasRole(actor, "support", "quality", "finance");
/** Addresses, telephones and mail addresses are for those who talk to these people. */
export const maySeePeople = (actor: Actor): boolean => hasRole(actor, "support");
/** Payments, the calls to the provider, postings and payouts. */
export const maySeeMoney = (actor: Actor): boolean => hasRole(actor, "finance", "support");
/** Booking for somebody on the telephone is acting on a booking. */
export const mayBookForCallers = (actor: Actor): boolean => hasRole(actor, ...bookingRoles);
