import { type Actor, hasRole } from "../kernel/actor.ts";

/** The archive of what was sent: for those who answer replies. */
export const mayReadMails = (actor: Actor): boolean => hasRole(actor, "support");
