import { and, desc, eq, gt } from "drizzle-orm";
import type { Db } from "#db/store.ts";
import { type Actor, person, type StaffRole, staff, visitor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { Session } from "./account.ts";

/** The living session under a token's hash and who it makes the reader; before the second factor staff are nobody. */
export async function sessionUnder(db: Db, hash: string, realNow: number, provenBookings: readonly string[]): Promise<{ session: Session; actor: Actor } | null> {
  const { session, staffMember, helper } = db.t;
  const [row] = await db
    .select({ session, roles: staffMember.roles, state: staffMember.state, helperId: helper.id })
    .from(session)
    .leftJoin(staffMember, eq(staffMember.personId, session.personId))
    .leftJoin(helper, eq(helper.personId, session.personId))
    .where(and(eq(session.id, hash), gt(session.expiresAt, realNow)));
  if (!row) return null;
  const found: Session = row.session;
  if (found.level !== "full") return { session: found, actor: visitor(provenBookings) };
  if (!found.staff) return { session: found, actor: person(found.personId, row.helperId, provenBookings) };
  if (row.state !== "active") return { session: found, actor: visitor(provenBookings) };
  return { session: found, actor: { ...staff(found.personId, (row.roles ?? []) as StaffRole[]), provenBookings } };
}

export type ListedSession = { publicId: string; device: string; createdAt: number; seenAt: number; staff: boolean; current: boolean };

/** My living sessions, the latest used first. */
export async function mySessions(ctx: Context, currentId: string | null): Promise<ListedSession[]> {
  if (!ctx.actor.personId) return [];
  const { session } = ctx.db.t;
  const rows = await ctx.db
    .select({ id: session.id, publicId: session.publicId, device: session.device, createdAt: session.createdAt, seenAt: session.seenAt, staff: session.staff })
    .from(session)
    .where(and(eq(session.personId, ctx.actor.personId), gt(session.expiresAt, ctx.realNow), eq(session.level, "full")))
    .orderBy(desc(session.seenAt), session.publicId);
  return rows.map(({ id, ...row }) => ({ ...row, current: id === currentId }));
}
