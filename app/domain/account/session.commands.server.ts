import { and, eq, ne } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { idleOf, type Session, type SessionLevel } from "./account.ts";
import { mayKeepAccount } from "./account.policy.ts";

export type NewSession = {
  personId: string;
  level: SessionLevel;
  staff: boolean;
  device: string;
  /** The session this browser had until now; it ends, so that an id planted before sign-in is worth nothing. */
  replaces: string | null;
};

export const hashOfToken = (ctx: Pick<Context, "signing">, token: string): string => ctx.signing.digest(`session ${token}`);

/** Opens a session and answers the cookie's token, which is kept nowhere. */
export async function openSession(tx: Context, { personId, level, staff, device, replaces }: NewSession): Promise<string> {
  const { session } = tx.db.t;
  const token = Buffer.from(tx.random.bytes(32)).toString("base64url");
  if (replaces) await tx.db.delete(session).where(eq(session.id, replaces));
  await tx.db.insert(session).values({
    id: hashOfToken(tx, token),
    publicId: tx.newId(),
    personId,
    level,
    staff,
    device: device.slice(0, 80),
    createdAt: tx.realNow,
    seenAt: tx.realNow,
    expiresAt: tx.realNow + idleOf({ staff, level }),
  });
  return token;
}

const seenEvery = 5 * minute;

/** Keeps a session that is in use alive; writes at most every five minutes. */
export async function touchSession(ctx: Pick<Context, "store" | "realNow">, session: Session): Promise<void> {
  if (session.level !== "full" || ctx.realNow - session.seenAt < seenEvery) return;
  const { session: table } = ctx.store.t;
  await ctx.store.db.update(table).set({ seenAt: ctx.realNow, expiresAt: ctx.realNow + idleOf(session) }).where(eq(table.id, session.id));
}

/** Ends the session this browser holds; ending one that is gone already is fine. */
export function signOut(ctx: Context, sessionId: string | null) {
  return atomically(ctx, async (tx) => {
    const { session } = tx.db.t;
    if (!sessionId) return ok({ ended: 0 });
    const ended = await tx.db.delete(session).where(eq(session.id, sessionId)).returning({ personId: session.personId });
    for (const { personId } of ended) await record(tx, { name: "account.signed-out", subject: { kind: "person", id: personId } });
    return ok({ ended: ended.length });
  });
}

/** Ends one of my sessions by its public id; a stranger's is not found. */
export function endSession(ctx: Context, publicId: string) {
  return atomically(ctx, async (tx) => {
    if (!mayKeepAccount(tx.actor)) return refuse("signed-out");
    const { session } = tx.db.t;
    const ended = await tx.db.delete(session).where(and(eq(session.publicId, publicId), eq(session.personId, tx.actor.personId))).returning({ id: session.id });
    if (ended.length === 0) return refuse("not-found");
    await record(tx, { name: "account.session-ended", subject: { kind: "person", id: tx.actor.personId }, facts: { sessions: 1 } });
    return ok({ ended: 1 });
  });
}

/** Ends all my sessions but the one that asks. */
export function endOtherSessions(ctx: Context, currentId: string) {
  return atomically(ctx, async (tx) => {
    if (!mayKeepAccount(tx.actor)) return refuse("signed-out");
    const { session } = tx.db.t;
    const ended = await tx.db.delete(session).where(and(eq(session.personId, tx.actor.personId), ne(session.id, currentId))).returning({ id: session.id });
    if (ended.length > 0) await record(tx, { name: "account.session-ended", subject: { kind: "person", id: tx.actor.personId }, facts: { sessions: ended.length } });
    return ok({ ended: ended.length });
  });
}
