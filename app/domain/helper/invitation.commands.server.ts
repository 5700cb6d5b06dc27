import { and, eq, isNull } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import { mayInvite } from "./helper.policy.ts";
import type { InviteInput } from "./helper.schema.ts";
import { publicName } from "./helper.ts";

const fortnight = 14 * day;

/** Invites a person by mail to become a helper; the link holds for 14 days of real time. */
export const inviteHelper = (ctx: Context, input: InviteInput): Promise<Result<{ invitationId: string; token: string }, "not-allowed" | "already-helper">> =>
  atomically(ctx, async (tx) => {
    if (!mayInvite(tx.actor)) return refuse("not-allowed");
    const { person, helper, invitation } = tx.db.t;
    const [known] = await tx.db.select({ id: helper.id }).from(helper).innerJoin(person, eq(person.id, helper.personId)).where(eq(person.email, input.email));
    if (known) return refuse("already-helper");
    const token = Buffer.from(tx.random.bytes(32)).toString("base64url");
    const id = tx.newId();
    await tx.db.insert(invitation).values({
      id, kind: "helper", email: input.email, name: `${input.givenName}\n${input.familyName}`, roles: [], locale: input.locale,
      tokenHash: tx.signing.digest(token), createdBy: tx.actor.personId, createdAt: tx.realNow, expiresAt: tx.realNow + fortnight,
    });
    await record(tx, { name: "helper.invited", subject: { kind: "invitation", id }, facts: { locale: input.locale } });
    await later(tx, "mail", { kind: "helper.invitation", email: input.email, locale: input.locale, data: { token, name: input.givenName } });
    return ok({ invitationId: id, token });
  });

/** The invited person takes it up: a person (theirs, or a new one) becomes a helper whose listings are not yet live. */
export const acceptHelperInvitation = (ctx: Context, token: string): Promise<Result<{ personId: string; helperId: string }, "not-found" | "already-helper">> =>
  atomically(ctx, async (tx) => {
    const { invitation, person, helper } = tx.db.t;
    const [row] = await tx.db.select().from(invitation).where(and(eq(invitation.tokenHash, tx.signing.digest(token)), eq(invitation.kind, "helper"), isNull(invitation.acceptedAt)));
    if (!row || row.expiresAt <= tx.realNow) return refuse("not-found");
    const [given = "", family = ""] = row.name.split("\n");
    const [known] = await tx.db.select().from(person).where(eq(person.email, row.email));
    const personId = known?.id ?? tx.newId();
    const locale = row.locale as "de" | "fr" | "it" | "en";
    if (!known) await tx.db.insert(person).values({ id: personId, email: row.email, name: `${given} ${family}`.trim(), locale, createdAt: tx.now });
    const [already] = await tx.db.select({ id: helper.id }).from(helper).where(eq(helper.personId, personId));
    if (already) return refuse("already-helper");
    const helperId = tx.newId();
    await tx.db.insert(helper).values({
      id: helperId, personId, state: "active", stateSince: tx.now, givenName: given, familyName: family, displayName: publicName(given, family),
      languages: [locale], createdAt: tx.now,
    });
    await tx.db.update(invitation).set({ acceptedAt: tx.realNow, personId }).where(eq(invitation.id, row.id));
    await record(tx, { name: "helper.joined", subject: { kind: "helper", id: helperId }, facts: { invitationId: row.id } });
    return ok({ personId, helperId });
  });
