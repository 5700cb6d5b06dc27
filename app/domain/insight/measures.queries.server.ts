import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { readCatalogue } from "../catalogue/catalogue.queries.server.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { Words } from "../kernel/words.ts";

export type MeasureSum = { code: string; words: Words; unit: string; visits: number; count: number; kwhPerYear: number | null };
export type MeasureLine = { at: number; reference: string; postcode: string; service: string; code: string; count: number; before: number | null; after: number | null; evidence: string };

const may = (ctx: Context): boolean => hasRole(ctx.actor, "quality", "finance");

/** What was done on energy visits in a period, by measure; the yearly saving is the catalogue's estimate times the count. */
export async function measureSums(ctx: Context, period: { from: number; until: number }): Promise<MeasureSum[]> {
  if (!may(ctx)) return [];
  const { measureTaken } = ctx.db.t;
  const kinds = new Map((await readCatalogue(ctx)).measureKinds.map((kind) => [kind.code, kind]));
  const rows = await ctx.db
    .select({ code: measureTaken.code, visits: sql<number>`count(distinct ${measureTaken.bookingId})`.mapWith(Number), count: sql<number>`sum(${measureTaken.count})`.mapWith(Number) })
    .from(measureTaken)
    .where(and(gte(measureTaken.at, period.from), lt(measureTaken.at, period.until)))
    .groupBy(measureTaken.code);
  return rows
    .flatMap((row) => {
      const kind = kinds.get(row.code);
      return kind ? [{ ...row, words: kind.words, unit: kind.unit, kwhPerYear: kind.kwhPerUnitYear === null ? null : kind.kwhPerUnitYear * row.count }] : [];
    })
    .sort((a, b) => (b.kwhPerYear ?? 0) - (a.kwhPerYear ?? 0) || (a.code < b.code ? -1 : 1));
}

/** Every measure as a row, for the proof that suppliers owe; the postcode, no name and no street. */
export async function measureLines(ctx: Context, period: { from: number; until: number }): Promise<MeasureLine[]> {
  if (!may(ctx)) return [];
  const { measureTaken, booking, serviceType } = ctx.db.t;
  return ctx.db
    .select({ at: measureTaken.at, reference: booking.reference, postcode: booking.postcode, service: serviceType.code, code: measureTaken.code, count: measureTaken.count, before: measureTaken.before, after: measureTaken.after, evidence: measureTaken.evidence })
    .from(measureTaken)
    .innerJoin(booking, eq(booking.id, measureTaken.bookingId))
    .innerJoin(serviceType, eq(serviceType.id, booking.serviceTypeId))
    .where(and(gte(measureTaken.at, period.from), lt(measureTaken.at, period.until)))
    .orderBy(desc(measureTaken.at), desc(measureTaken.id));
}
