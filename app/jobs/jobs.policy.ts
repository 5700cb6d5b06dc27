import { type Actor, hasRole } from "#app/domain/kernel/actor.ts";

/** Who sees what waits and what failed, and may have it tried again. */
export const mayRunJobs = (actor: Actor): boolean => hasRole(actor, "support");

/** The clock moves for everybody, but only in a demo. */
export const mayMoveClock = (actor: Actor, mode: "demo" | "production"): boolean => mode === "demo" && actor.kind === "staff";
