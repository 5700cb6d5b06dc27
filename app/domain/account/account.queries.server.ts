import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import type { StaffRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { Locale } from "../kernel/words.ts";
import { mayManageStaff } from "./account.policy.ts";

export type MyProfile = { email: string | null; name: string; mobile: string | null; locale: Locale };

/** The reader's own profile, or null for a visitor. */
export async function myProfile(ctx: Context): Promise<MyProfile | null> {
  if (!ctx.actor.personId) return null;
  const { person } = ctx.db.t;
  const [row] = await ctx.db.select({ email: person.email, name: person.name, mobile: person.mobile, locale: person.locale }).from(person).where(eq(person.id, ctx.actor.personId));
  return row ?? null;
}

export type StaffRow = { personId: string; name: string; email: string | null; roles: StaffRole[]; state: "invited" | "active" | "ended"; createdAt: number };

/** Every staff account, for administrators; nobody else sees one. */
export async function staffList(ctx: Context): Promise<StaffRow[]> {
  if (!mayManageStaff(ctx.actor)) return [];
  const { staffMember, person } = ctx.db.t;
  const rows = await ctx.db
    .select({ personId: person.id, name: person.name, email: person.email, roles: staffMember.roles, state: staffMember.state, createdAt: staffMember.createdAt })
    .from(staffMember)
    .innerJoin(person, eq(person.id, staffMember.personId))
    .orderBy(asc(person.name), asc(person.id));
  return rows.map((row) => ({ ...row, roles: row.roles as StaffRole[] }));
}

export type StaffInvitation = { id: string; name: string; email: string; roles: StaffRole[]; by: string | null; createdAt: number; expiresAt: number };

/** Invitations to the team that still hold (real time), the newest first, with who wrote them (null: the command line); administrators only. */
export async function openStaffInvitations(ctx: Context): Promise<StaffInvitation[]> {
  if (!mayManageStaff(ctx.actor)) return [];
  const { invitation, person } = ctx.db.t;
  const rows = await ctx.db
    .select({ id: invitation.id, name: invitation.name, email: invitation.email, roles: invitation.roles, by: person.name, createdAt: invitation.createdAt, expiresAt: invitation.expiresAt })
    .from(invitation)
    .leftJoin(person, eq(person.id, invitation.createdBy))
    .where(and(eq(invitation.kind, "staff"), isNull(invitation.acceptedAt), gt(invitation.expiresAt, ctx.realNow)))
    .orderBy(desc(invitation.createdAt), desc(invitation.id));
  return rows.map((row) => ({ ...row, roles: row.roles as StaffRole[] }));
}

/** How many of their recovery codes the reader has left; null for whoever is not staff. */
export async function recoveryCodesLeft(ctx: Context): Promise<number | null> {
  if (ctx.actor.kind !== "staff" || !ctx.actor.personId) return null;
  const { staffMember } = ctx.db.t;
  const [row] = await ctx.db.select({ hashes: staffMember.recoveryHashes }).from(staffMember).where(eq(staffMember.personId, ctx.actor.personId));
  return row ? row.hashes.length : null;
}
