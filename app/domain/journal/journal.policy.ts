import { type Actor, hasRole } from "../kernel/actor.ts";

/** The journal tells what everybody did: for those who watch over quality and for administrators. */
export const mayReadJournal = (actor: Actor): boolean => hasRole(actor, "quality");
