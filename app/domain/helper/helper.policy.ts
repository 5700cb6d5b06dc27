import { type Actor, hasRole } from "../kernel/actor.ts";
import type { HelperState } from "./helper.ts";

/** The helper for themselves; staff who certify or administer for anybody. */
export const mayEditProfile = (actor: Actor, helperId: string): boolean => actor.kind === "system" || actor.helperId === helperId || hasRole(actor, "certifier", "support");
export const mayInvite = (actor: Actor): boolean => actor.kind === "system" || hasRole(actor, "certifier");
export const maySeeHelpers = (actor: Actor): boolean => hasRole(actor, "certifier", "quality", "support", "finance");
export const maySuspend = (actor: Actor): boolean => actor.kind === "system" || hasRole(actor, "certifier", "quality", "support");

/** Which change of state follows which, and why not. */
export function whyNotChange(to: HelperState, from: HelperState): "wrong-state" | null {
  const allowed: Record<HelperState, readonly HelperState[]> = { invited: [], active: ["invited", "suspended", "notice"], suspended: ["active", "notice"], notice: ["active", "suspended"], ended: ["notice", "suspended", "active", "invited"] };
  return allowed[to].includes(from) ? null : "wrong-state";
}
