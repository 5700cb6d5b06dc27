import { and, eq, gt, isNull, ne } from "drizzle-orm";
import type { StaffRole } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse } from "../kernel/result.ts";
import { normalEmail } from "./account.ts";
import { endProblem, mayManageStaff, rolesProblem } from "./account.policy.ts";
import { type Invitee, writeInvitation } from "./invitation.commands.server.ts";

async function memberWithEmail(tx: Context, email: string) {
  const { person, staffMember } = tx.db.t;
  const [row] = await tx.db.select({ state: staffMember.state }).from(person).innerJoin(staffMember, eq(staffMember.personId, person.id)).where(eq(person.email, normalEmail(email)));
  return row ?? null;
}

/** Invites a colleague by mail with the roles they will have; the link comes back too, for the command line. */
export function inviteStaff(ctx: Context, invited: Invitee & { roles: readonly StaffRole[] }) {
  return atomically(ctx, async (tx) => {
    if (!mayManageStaff(tx.actor)) return refuse("not-allowed");
    if (invited.roles.length === 0) return refuse("no-role");
    if ((await memberWithEmail(tx, invited.email))?.state === "active") return refuse("already-staff");
    return ok(await writeInvitation(tx, invited));
  });
}

/** Takes back an invitation that is still open: the link leads nowhere, and whoever had got as far as a password is out. */
export function withdrawStaffInvitation(ctx: Context, invitationId: string) {
  return atomically(ctx, async (tx) => {
    if (!mayManageStaff(tx.actor)) return refuse("not-allowed");
    const { invitation, staffMember, session } = tx.db.t;
    const [row] = await tx.db
      .update(invitation)
      .set({ expiresAt: tx.realNow })
      .where(and(eq(invitation.id, invitationId), eq(invitation.kind, "staff"), isNull(invitation.acceptedAt), gt(invitation.expiresAt, tx.realNow)))
      .returning({ personId: invitation.personId });
    if (!row) return refuse("not-found");
    if (row.personId) {
      const [halfway] = await tx.db
        .update(staffMember)
        .set({ state: "ended", passwordHash: null, totpSecret: null, recoveryHashes: [] })
        .where(and(eq(staffMember.personId, row.personId), eq(staffMember.state, "invited")))
        .returning({ personId: staffMember.personId });
      if (halfway) await tx.db.delete(session).where(and(eq(session.personId, row.personId), eq(session.staff, true)));
    }
    await record(tx, { name: "staff.invitation-withdrawn", subject: { kind: "invitation", id: invitationId } });
    return ok({ invitationId });
  });
}

async function standingOf(tx: Context, personId: string) {
  const { staffMember } = tx.db.t;
  const [member] = await tx.db.select({ roles: staffMember.roles, state: staffMember.state }).from(staffMember).where(and(eq(staffMember.personId, personId), ne(staffMember.state, "ended")));
  if (!member) return null;
  const others = await tx.db.select({ roles: staffMember.roles }).from(staffMember).where(and(eq(staffMember.state, "active"), ne(staffMember.personId, personId)));
  return { personId, roles: member.roles as StaffRole[], otherAdmins: others.filter(({ roles }) => roles.includes("admin")).length };
}

/** Sets the roles of a staff account; they count from the next request on. */
export function setRoles(ctx: Context, { personId, roles }: { personId: string; roles: readonly StaffRole[] }) {
  return atomically(ctx, async (tx) => {
    if (!mayManageStaff(tx.actor)) return refuse("not-allowed");
    const standing = await standingOf(tx, personId);
    if (!standing) return refuse("not-found");
    const problem = rolesProblem(standing, roles);
    if (problem) return refuse(problem);
    const { staffMember } = tx.db.t;
    await tx.db.update(staffMember).set({ roles: [...roles] }).where(eq(staffMember.personId, personId));
    await record(tx, { name: "staff.roles-set", subject: { kind: "person", id: personId }, facts: { before: standing.roles, after: roles } });
    return ok({ roles });
  });
}

/** Ends a staff account at once: no password, no second factor, no session left. */
export function endStaff(ctx: Context, personId: string) {
  return atomically(ctx, async (tx) => {
    if (!mayManageStaff(tx.actor)) return refuse("not-allowed");
    const standing = await standingOf(tx, personId);
    if (!standing) return refuse("not-found");
    const problem = endProblem(tx.actor, standing);
    if (problem) return refuse(problem);
    const { staffMember, session } = tx.db.t;
    await tx.db.update(staffMember).set({ state: "ended", passwordHash: null, totpSecret: null, recoveryHashes: [] }).where(eq(staffMember.personId, personId));
    await tx.db.delete(session).where(and(eq(session.personId, personId), eq(session.staff, true)));
    await record(tx, { name: "staff.ended", subject: { kind: "person", id: personId }, facts: { roles: standing.roles } });
    return ok({ personId });
  });
}
