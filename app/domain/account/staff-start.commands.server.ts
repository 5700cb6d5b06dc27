import { and, eq, isNull } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { allow } from "../kernel/limit.server.ts";
import { ok, refuse } from "../kernel/result.ts";
import { limits, type Session } from "./account.ts";
import { invitationUnder } from "./invitation.commands.server.ts";
import { hashPassword, passwordProblem } from "./passwords.server.ts";
import { personWithEmail } from "./person.commands.server.ts";
import { newTotpSecret, stepSeconds, totpCode, totpStep, totpUri } from "./second-factor.server.ts";
import { openSession } from "./session.commands.server.ts";
import { takeStep, writeRecoveryCodes } from "./staff-sign-in.commands.server.ts";

/** First half of an invitation: the password. The link stays good until the second factor is set up. */
export async function acceptAsStaff(ctx: Context, { token, password, device, replaces }: { token: string; password: string; device: string; replaces: string | null }) {
  const invited = await invitationUnder(ctx, token);
  if (invited?.kind !== "staff") return refuse("not-found");
  const problem = passwordProblem(password, [invited.name, invited.email.split("@")[0] ?? "", ctx.settings.brand.name]);
  if (problem) return refuse("weak-password", { problem });
  const passwordHash = await hashPassword(password);
  return atomically(ctx, async (tx) => {
    if ((await invitationUnder(tx, token))?.id !== invited.id) return refuse("not-found");
    const { staffMember, invitation } = tx.db.t;
    const { personId } = await personWithEmail(tx, invited);
    const [member] = await tx.db.select({ state: staffMember.state }).from(staffMember).where(eq(staffMember.personId, personId));
    if (member?.state === "active") return refuse("already-staff");
    const fresh = { roles: [...invited.roles], state: "invited" as const, passwordHash, totpSecret: newTotpSecret(tx), totpLastStep: null, recoveryHashes: [] };
    await tx.db.insert(staffMember).values({ personId, ...fresh, createdAt: tx.now }).onConflictDoUpdate({ target: staffMember.personId, set: fresh });
    await tx.db.update(invitation).set({ personId }).where(eq(invitation.id, invited.id));
    const session = await openSession(tx, { personId, level: "password_only", staff: true, device, replaces });
    await record(tx, { name: "staff.password-set", subject: { kind: "person", id: personId }, facts: { invitationId: invited.id } });
    return ok({ token: session, personId });
  });
}

/** What the page that sets up the second factor shows, or null when there is nothing to set up. */
export async function enrolmentOf(ctx: Context, session: Session | null): Promise<{ secret: string; uri: string } | null> {
  if (session?.level !== "password_only") return null;
  const { staffMember, person } = ctx.db.t;
  const [row] = await ctx.db
    .select({ secret: staffMember.totpSecret, email: person.email })
    .from(staffMember)
    .innerJoin(person, eq(person.id, staffMember.personId))
    .where(and(eq(staffMember.personId, session.personId), eq(staffMember.state, "invited")));
  return row?.secret ? { secret: row.secret, uri: totpUri(row.secret, row.email ?? "", ctx.settings.brand.name) } : null;
}

/** Second half: a first code proves the authenticator, the account becomes active, recovery codes are shown once. */
export async function finishEnrolment(ctx: Context, { session, code, device }: { session: Session; code: string; device: string }) {
  const { personId } = session;
  if (!(await allow(ctx, `second-factor:${personId}`, limits.secondFactor))) return refuse("too-many");
  return atomically(ctx, async (tx) => {
    const enrolment = await enrolmentOf(tx, session);
    if (!enrolment) return refuse("not-found");
    const step = totpStep(enrolment.secret, code.replace(/\s/g, ""), tx.realNow);
    if (step === null) return refuse("wrong-code");
    const { staffMember, invitation } = tx.db.t;
    await takeStep(tx, personId, step);
    await tx.db.update(staffMember).set({ state: "active" }).where(eq(staffMember.personId, personId));
    await tx.db.update(invitation).set({ acceptedAt: tx.realNow }).where(and(eq(invitation.personId, personId), eq(invitation.kind, "staff"), isNull(invitation.acceptedAt)));
    const recoveryCodes = await writeRecoveryCodes(tx, personId);
    const token = await openSession(tx, { personId, level: "full", staff: true, device, replaces: session.id });
    await record(tx, { name: "staff.started", subject: { kind: "person", id: personId } });
    return ok({ token, recoveryCodes });
  });
}

/** The code that the waiting account's authenticator shows: only the demo's pages ask. A step used already is skipped. */
export async function waitingCode(ctx: Context, session: Session | null): Promise<string | null> {
  if (session?.level !== "password_only") return null;
  const { staffMember } = ctx.db.t;
  const [row] = await ctx.db.select({ secret: staffMember.totpSecret, lastStep: staffMember.totpLastStep }).from(staffMember).where(eq(staffMember.personId, session.personId));
  if (!row?.secret) return null;
  return totpCode(row.secret, Math.max(ctx.realNow, ((row.lastStep ?? 0) + 1) * stepSeconds * 1000));
}
