import { and, asc, eq, inArray, lte, ne } from "drizzle-orm";
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

export type ImportedShown = { fromAt: number; untilAt: number; source: string };

/** What the actor's other calendars take in a span of time, for their own calendar screen. */
export async function myImported(ctx: Context, from: number, until: number): Promise<ImportedShown[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const sources = new Map((await mySources(ctx)).map(({ id, name }) => [id, name]));
  if (sources.size === 0) return [];
  const { calendarBusy } = ctx.db.t;
  const rows = await ctx.db.select().from(calendarBusy).where(inArray(calendarBusy.sourceId, [...sources.keys()])).orderBy(asc(calendarBusy.fromAt));
  return rows.filter(({ fromAt, untilAt }) => fromAt < until && untilAt > from).map(({ fromAt, untilAt, sourceId }) => ({ fromAt, untilAt, source: sources.get(sourceId) ?? "" }));
}
