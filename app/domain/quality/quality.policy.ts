import { type Actor, hasRole } from "../kernel/actor.ts";

/** Who works on quality: the figures of everybody, unresolved visits, the company's own checks. */
export const mayWorkOnQuality = (actor: Actor): boolean => hasRole(actor, "quality");
/** Whoever certifies reads the same table of figures as quality does. */
export const maySeeQuality = (actor: Actor): boolean => hasRole(actor, "quality", "certifier");
/** A helper reads their own figures, quality and certifiers everybody's. */
export const maySeeFigures = (actor: Actor, helperId: string): boolean => actor.kind === "system" || actor.helperId === helperId || hasRole(actor, "quality", "certifier", "support");
