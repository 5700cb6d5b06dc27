import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { payableOf } from "../booking/booking.ts";
import { maySeeHelpers } from "./helper.policy.ts";

export type HelperEvent = { id: string; name: string; at: number; actorKind: string; actorName: string | null; facts: Record<string, unknown>; reason: string | null };
const eventsShown = 100;

/** What happened to one helper, the newest first: their own doings, certificates and measures with their reasons. Empty for whoever may not see helpers. */
export async function storyOfHelper(ctx: Context, helperId: string): Promise<HelperEvent[]> {
  if (!maySeeHelpers(ctx.actor)) return [];
  const { journalEntry: entry, journalPersonal: personal, person } = ctx.db.t;
  const rows = await ctx.db
    .select({ entry, actorName: person.name, values: personal.values })
    .from(entry)
    .leftJoin(person, eq(person.id, entry.actorId))
    .leftJoin(personal, eq(personal.entryId, entry.id))
    .where(and(eq(entry.subjectId, helperId), or(eq(entry.subjectKind, "helper"), eq(entry.subjectKind, "calendar"))))
    .orderBy(desc(entry.at), desc(entry.id))
    .limit(eventsShown);
  return rows.map(({ entry: { id, name, at, actorKind, facts }, actorName, values }) => ({ id, name, at, actorKind, actorName, facts, reason: typeof values?.reason === "string" && values.reason ? values.reason : null }));
}

export type OpenInvitation = { id: string; name: string; email: string; createdAt: number; expiresAt: number };

/** Invitations to helpers that nobody has taken up and that still hold, the newest first (real time). */
export async function openHelperInvitations(ctx: Context): Promise<OpenInvitation[]> {
  if (!maySeeHelpers(ctx.actor)) return [];
  const { invitation } = ctx.db.t;
  const rows = await ctx.db.select().from(invitation).where(and(eq(invitation.kind, "helper"), isNull(invitation.acceptedAt))).orderBy(desc(invitation.createdAt), desc(invitation.id)).limit(eventsShown);
  return rows.filter(({ expiresAt }) => expiresAt > ctx.realNow).map(({ id, name, email, createdAt, expiresAt }) => ({ id, name: name.replace("\n", " "), email, createdAt, expiresAt }));
}

/** The mail address and the telephone of a helper, for staff. */
export async function contactOfHelper(ctx: Context, personId: string): Promise<{ email: string | null; mobile: string | null } | null> {
  if (!maySeeHelpers(ctx.actor)) return null;
  const { person } = ctx.db.t;
  const [row] = await ctx.db.select({ email: person.email, mobile: person.mobile }).from(person).where(eq(person.id, personId));
  return row ?? null;
}

export type OpenVisits = { requested: number; accepted: number; started: number; refundMinor: number };

/** What a suspension would give back: visits that are asked for or promised, and those already begun that it leaves alone. */
export async function openVisitsOf(ctx: Context, helperId: string): Promise<OpenVisits> {
  const sums: OpenVisits = { requested: 0, accepted: 0, started: 0, refundMinor: 0 };
  if (!maySeeHelpers(ctx.actor)) return sums;
  const { booking } = ctx.db.t;
  const rows = await ctx.db
    .select({ state: booking.state, priceMinor: booking.priceMinor, payableMinor: booking.payableMinor, hourlyMinor: booking.hourlyMinor, capMinutes: booking.capMinutes })
    .from(booking)
    .where(and(eq(booking.helperId, helperId), inArray(booking.state, ["requested", "accepted", "underway", "started", "finished"])))
    .orderBy(asc(booking.startsAt));
  for (const { state, ...paid } of rows) {
    if (state === "requested" || state === "accepted" || state === "underway") {
      sums[state === "requested" ? "requested" : "accepted"] += 1;
      sums.refundMinor += payableOf(paid);
    } else sums.started += 1;
  }
  return sums;
}
