import { and, eq, gt, isNull } from "drizzle-orm";
import type { StaffRole } from "../kernel/actor.ts";
import { acceptHelperInvitation } from "../helper/invitation.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import type { Locale } from "../kernel/words.ts";
import { lifetimes, normalEmail } from "./account.ts";
import { openSession } from "./session.commands.server.ts";

export type Invitee = { email: string; name: string; locale: Locale };
export type Invitation = Invitee & { id: string; kind: "staff" | "helper"; roles: StaffRole[] };

/** Writes a staff invitation of 14 days and its mail; an earlier open one ends. Inside a command that has asked its policy. */
export async function writeInvitation(tx: Context, invited: Invitee & { roles: readonly StaffRole[] }): Promise<{ invitationId: string; link: string }> {
  const { invitation } = tx.db.t;
  const email = normalEmail(invited.email);
  const token = Buffer.from(tx.random.bytes(24)).toString("base64url");
  const invitationId = tx.newId();
  const link = `${tx.origin}/${invited.locale}/invitation/${token}`;
  await tx.db.update(invitation).set({ expiresAt: tx.realNow }).where(and(eq(invitation.email, email), eq(invitation.kind, "staff"), isNull(invitation.acceptedAt), gt(invitation.expiresAt, tx.realNow)));
  await tx.db.insert(invitation).values({
    id: invitationId,
    kind: "staff",
    email,
    name: invited.name.trim(),
    roles: [...invited.roles],
    locale: invited.locale,
    tokenHash: tx.signing.digest(token),
    createdBy: tx.actor.personId,
    createdAt: tx.realNow,
    expiresAt: tx.realNow + lifetimes.invitation,
  });
  await record(tx, { name: "staff.invited", subject: { kind: "invitation", id: invitationId }, facts: { roles: invited.roles } });
  await later(tx, "mail", { kind: "staff.invitation", email, locale: invited.locale, data: { name: invited.name.trim(), link, days: lifetimes.invitation / day } });
  return { invitationId, link };
}

/** The open invitation under a link's token, or null. */
export async function invitationUnder(ctx: Context, token: string): Promise<Invitation | null> {
  const { invitation } = ctx.db.t;
  const [row] = await ctx.db
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, ctx.signing.digest(token)), isNull(invitation.acceptedAt), gt(invitation.expiresAt, ctx.realNow)));
  return row ? { id: row.id, kind: row.kind, email: row.email, name: row.name.replace("\n", " ").trim(), roles: row.roles as StaffRole[], locale: row.locale as Locale } : null;
}

/** A helper takes the invitation: the helper module makes the helper, and the person who followed the mail is signed in. */
export function acceptAsHelper(ctx: Context, { token, device, replaces }: { token: string; device: string; replaces: string | null }) {
  return atomically(ctx, async (tx) => {
    const joined = await acceptHelperInvitation(tx, token);
    if (!joined.ok) return joined;
    const { personId, helperId } = joined.value;
    const session = await openSession(tx, { personId, level: "full", staff: false, device, replaces });
    await record(tx, { name: "account.signed-in", subject: { kind: "person", id: personId }, facts: { way: "invitation" } });
    return ok({ token: session, personId, helperId });
  });
}
