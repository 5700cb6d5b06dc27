import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles } from "../booking/booking.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { lastAskAt, waveRules } from "./dispatch.ts";

/** Support runs the board; quality and finance have no part in who is asked. */
export const maySeeDispatch = (actor: Actor): boolean => hasRole(actor, ...bookingRoles);

/** Several helpers are asked at once, or will be in the morning: the booking is nobody's yet. */
export const isShared = ({ provider, state, helperId }: Pick<Booking, "provider" | "state" | "helperId">): boolean => provider === "helper" && state === "requested" && helperId === null;

/**
 * Can the customer say that somebody else may come at the same time? Only for a request: what is booked at once, and the professional service,
 * is promised already. The visits of a series belong to one helper, and who makes an earlier visit good was chosen for that.
 */
export const mayBeReplaced = ({ provider, instant, seriesId, followsBookingId }: Pick<Booking, "provider" | "instant" | "seriesId" | "followsBookingId">): boolean =>
  provider === "helper" && !instant && seriesId === null && followsBookingId === null;

/** Can anybody else still be asked by the rules the booking was made under? Whether somebody is free is another question. */
export const mayGoOn = (booking: Booking, now: number): boolean => booking.provider === "helper" && booking.seriesId === null && booking.followsBookingId === null && booking.wave < waveRules(booking.policy).waves && now <= lastAskAt(booking);

export type AskNowRefusal = "not-found" | "not-allowed" | "wrong-state" | "too-late";

/** Why this actor may not have others asked now, beside the helper who has not answered yet; null when they may. */
export function whyNotAskNow(booking: Booking, actor: Actor, now: number): AskNowRefusal | null {
  const part = partOf(actor, booking);
  if (!part) return "not-found";
  if (part !== "customer" && !(part === "staff" && hasRole(actor, ...bookingRoles))) return "not-allowed";
  if (booking.provider !== "helper" || booking.state !== "requested" || booking.helperId === null) return "wrong-state";
  return mayGoOn(booking, now) ? null : "too-late";
}
