import { and, asc, eq, lte, ne } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { hostOf, type ReadingNote } from "./calendars.ts";

export type SourceRow = Context["db"]["t"]["calendarSource"]["$inferSelect"];
/** A source as its owner sees it; of its address only the host. Times are business time. */
export type SourceShown = Pick<SourceRow, "id" | "kind" | "name" | "state" | "problem" | "spans" | "lastTriedAt" | "lastFetchedAt" | "expandedUntil"> & { host: string; notes: ReadingNote[]; nextAt: number | null };

/** The actor's own sources, the oldest first. */
export async function mySources(ctx: Context): Promise<SourceShown[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { calendarSource } = ctx.db.t;
  const rows = await ctx.db.select().from(calendarSource).where(eq(calendarSource.calendarId, helperId)).orderBy(asc(calendarSource.createdAt), asc(calendarSource.id));
  return rows.map(({ id, kind, name, state, problem, spans, lastTriedAt, lastFetchedAt, expandedUntil, notes, url, nextAt }) => ({
    id, kind, name, state, problem, spans, lastTriedAt, lastFetchedAt, expandedUntil, notes, host: url ? hostOf(url) : "", nextAt: nextAt === null ? null : nextAt - ctx.realNow + ctx.now,
  }));
}

/** One source of the actor's, or any for the system; a stranger's is null. */
export async function ownSource(ctx: Context, id: string): Promise<SourceRow | null> {
  const { calendarSource } = ctx.db.t;
  const [row] = await ctx.db.select().from(calendarSource).where(eq(calendarSource.id, id));
  return row && (ctx.actor.kind === "system" || row.calendarId === ctx.actor.helperId) ? row : null;
}

/** Sources whose next look is due, real time; those of people who have left are looked at no more. */
export async function dueSources(ctx: Context, atMost: number): Promise<{ id: string; nextAt: number | null }[]> {
  const { calendarSource, helper } = ctx.db.t;
  return ctx.db
    .select({ id: calendarSource.id, nextAt: calendarSource.nextAt })
    .from(calendarSource)
    .innerJoin(helper, eq(helper.id, calendarSource.calendarId))
    .where(and(lte(calendarSource.nextAt, ctx.realNow), ne(helper.state, "ended")))
    .orderBy(asc(calendarSource.nextAt), asc(calendarSource.id))
    .limit(atMost);
}
