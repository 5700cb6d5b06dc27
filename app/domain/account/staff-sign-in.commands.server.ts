import { and, eq, isNull, lt, or } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { allow } from "../kernel/limit.server.ts";
import { ok, refuse } from "../kernel/result.ts";
import { limits, normalEmail, type Session } from "./account.ts";
import { passwordFits } from "./passwords.server.ts";
import { looksLikeRecovery, newRecoveryCodes, recoveryHash, totpStep } from "./second-factor.server.ts";
import { openSession } from "./session.commands.server.ts";
import { type From, networkKey } from "./sign-in.commands.server.ts";

/** The first half: a session that sees nothing until the second factor is shown. */
export async function signInWithPassword(ctx: Context, { email, password, from }: { email: string; password: string; from: From }) {
  const address = normalEmail(email);
  const withinNetwork = await allow(ctx, networkKey(ctx, "password", from.network), limits.passwordNetwork);
  if (!withinNetwork || !(await allow(ctx, `password:account:${ctx.signing.mac("account", address)}`, limits.passwordAccount))) return refuse("too-many");
  const { person, staffMember } = ctx.db.t;
  const [found] = await ctx.db
    .select({ personId: person.id, state: staffMember.state, passwordHash: staffMember.passwordHash })
    .from(person)
    .innerJoin(staffMember, eq(staffMember.personId, person.id))
    .where(eq(person.email, address));
  const fits = await passwordFits(found && found.state !== "ended" ? found.passwordHash : null, password);
  if (!found || !fits) return refuse("wrong-password");
  return atomically(ctx, async (tx) => {
    const token = await openSession(tx, { personId: found.personId, level: "password_only", staff: true, device: from.device, replaces: from.replaces });
    await record(tx, { name: "staff.password-given", subject: { kind: "person", id: found.personId } });
    return ok({ token, next: found.state === "active" ? ("second-factor" as const) : ("enrol" as const) });
  });
}

/** The second half: a code of the authenticator, each step good once, or a recovery code; a new session id either way. */
export async function proveSecondFactor(ctx: Context, { session, code, device }: { session: Session; code: string; device: string }) {
  const { personId } = session;
  if (session.level !== "password_only") return refuse("not-allowed");
  if (!(await allow(ctx, `second-factor:${personId}`, limits.secondFactor))) return refuse("too-many");
  return atomically(ctx, async (tx) => {
    const proof = looksLikeRecovery(code) ? await spendRecovery(tx, personId, code) : await spendTotp(tx, personId, code.replace(/\s/g, ""));
    if (!proof.ok) return proof;
    const token = await openSession(tx, { personId, level: "full", staff: true, device, replaces: session.id });
    await record(tx, { name: "staff.signed-in", subject: { kind: "person", id: personId }, facts: proof.value });
    return ok({ token });
  });
}

async function spendTotp(tx: Context, personId: string, code: string) {
  const { staffMember } = tx.db.t;
  const [member] = await tx.db.select({ secret: staffMember.totpSecret, state: staffMember.state }).from(staffMember).where(eq(staffMember.personId, personId));
  const step = member?.secret && member.state === "active" ? totpStep(member.secret, code, tx.realNow) : null;
  if (step === null) return refuse("wrong-code");
  return (await takeStep(tx, personId, step)) ? ok({ way: "totp" }) : refuse("code-replayed");
}

/** Marks a step as used; false when it, or a later one, was used already. */
export async function takeStep(tx: Context, personId: string, step: number): Promise<boolean> {
  const { staffMember } = tx.db.t;
  const taken = await tx.db
    .update(staffMember)
    .set({ totpLastStep: step })
    .where(and(eq(staffMember.personId, personId), or(isNull(staffMember.totpLastStep), lt(staffMember.totpLastStep, step))))
    .returning({ personId: staffMember.personId });
  return taken.length > 0;
}

async function spendRecovery(tx: Context, personId: string, code: string) {
  const { staffMember } = tx.db.t;
  const [member] = await tx.db.select({ hashes: staffMember.recoveryHashes, state: staffMember.state }).from(staffMember).where(eq(staffMember.personId, personId));
  const hash = recoveryHash(tx, personId, code);
  if (member?.state !== "active" || !member.hashes.includes(hash)) return refuse("wrong-code");
  const left = member.hashes.filter((one) => one !== hash);
  await tx.db.update(staffMember).set({ recoveryHashes: left }).where(eq(staffMember.personId, personId));
  return ok({ way: "recovery", left: left.length });
}

/** New recovery codes in place of the old ones, shown once. */
export function renewRecoveryCodes(ctx: Context) {
  return atomically(ctx, async (tx) => {
    const { personId } = tx.actor;
    if (tx.actor.kind !== "staff" || !personId) return refuse("not-found");
    const codes = await writeRecoveryCodes(tx, personId);
    await record(tx, { name: "staff.recovery-renewed", subject: { kind: "person", id: personId } });
    return ok({ codes });
  });
}

export async function writeRecoveryCodes(tx: Context, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes(tx);
  const { staffMember } = tx.db.t;
  await tx.db.update(staffMember).set({ recoveryHashes: codes.map((code) => recoveryHash(tx, personId, code)) }).where(eq(staffMember.personId, personId));
  return codes;
}
