import { type Actor, hasRole } from "../kernel/actor.ts";
import { day } from "../kernel/time.ts";
import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles } from "../booking/booking.ts";
import { type Rescue, type RescueReason, type RescueWay, rescueWays } from "./rescue.ts";

export type RescueRefusal = "not-found" | "not-allowed" | "wrong-state" | "too-late" | "already-open" | "not-offered";

/** Until when a customer may say that a visit did not help, from its report on. */
export const redoUntil = ({ reportedAt, policy }: Pick<Booking, "reportedAt" | "policy">): number | null => (reportedAt === null ? null : reportedAt + policy.redoDays * day);

const made: readonly Booking["state"][] = ["reported", "signed_off", "closed"];

/** Why this actor may not have a visit made good now; null when they may. `open` says that it is already being made good. */
export function whyNotRescue(booking: Booking, actor: Actor, now: number, open: boolean): RescueRefusal | null {
  const part = partOf(actor, booking);
  if (!part) return "not-found";
  if (part === "helper" || (part === "staff" && !hasRole(actor, ...bookingRoles))) return "not-allowed";
  if (booking.blurredAt !== null) return "too-late";
  if (open) return "already-open";
  // Support may also make good what the company's side cancelled, where nobody offered it by itself.
  if (part === "staff" && booking.state === "cancelled" && booking.acceptedAt !== null && booking.cancelledBy !== "customer") return null;
  const until = redoUntil(booking);
  if (until === null || !made.includes(booking.state)) return "wrong-state";
  // Staff decide for themselves after the guarantee has ended.
  return part === "customer" && now >= until ? "too-late" : null;
}

/** Why a visit is made good, as its own story says. */
export const reasonOf = (booking: Pick<Booking, "state">, solved: "yes" | "no" | "unknown" | null): RescueReason =>
  booking.state === "cancelled" ? "helper_cancelled" : solved === "no" ? "not_solved" : "broke_again";

/** Which new visits of one story were asked for so far, and how each ended. */
export type Tried = { follows: RescueWay | null; state: Booking["state"]; cancelledBy: Booking["cancelledBy"] };

/**
 * The ways that are open: the same helper once in a story, unless they said no or did not come; the next helper and the professional
 * service always. Where everything went back, the same helper is no answer.
 */
export function waysFor({ reason }: Pick<Rescue, "reason">, tried: readonly Tried[]): RescueWay[] {
  const again = (reason === "broke_again" || reason === "not_solved") && !tried.some(({ follows, state, cancelledBy }) => follows === "redo" && !(state === "abandoned" || (state === "cancelled" && cancelledBy === "customer")));
  return rescueWays.filter((way) => way !== "redo" || again);
}
