import { type Actor, hasRole } from "../kernel/actor.ts";

/** A helper keeps their own hours; support keeps the professional service's lanes. */
export const mayKeepHours = (actor: Actor, calendar: { id: string; kind: "helper" | "lane" }): boolean =>
  actor.kind === "system" || (calendar.kind === "helper" ? actor.helperId === calendar.id : hasRole(actor, "support"));
/** Support makes, names and ends the lanes. */
export const mayKeepLanes = (actor: Actor): boolean => actor.kind === "system" || hasRole(actor, "support");
