import { type Actor, hasRole, type StaffRole } from "../kernel/actor.ts";

/** Invitations, roles and the end of a staff account are the administrators'; the command line acts as the system. */
export const mayManageStaff = (actor: Actor): boolean => actor.kind === "system" || hasRole(actor, "admin");

/** Profile and sessions are one's own business, staff's included. */
export const mayKeepAccount = (actor: Actor): actor is Actor & { personId: string } => actor.personId !== null;

type Standing = { personId: string; roles: readonly StaffRole[]; otherAdmins: number };

/** Why roles cannot become these, or null: somebody must always be able to let others in. */
export function rolesProblem(standing: Standing, next: readonly StaffRole[]): "last-admin" | "no-role" | null {
  if (next.length === 0) return "no-role";
  if (standing.roles.includes("admin") && !next.includes("admin") && standing.otherAdmins === 0) return "last-admin";
  return null;
}

/** Why a staff account cannot end, or null. */
export function endProblem(actor: Actor, standing: Standing): "own-account" | "last-admin" | null {
  if (actor.personId === standing.personId) return "own-account";
  return standing.roles.includes("admin") && standing.otherAdmins === 0 ? "last-admin" : null;
}
