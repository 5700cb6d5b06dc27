import { and, asc, eq, sql } from "drizzle-orm";
import type { ServiceType } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { type Ranked, roundedKm } from "./search.ts";
import { wilsonRange } from "./wilson.ts";

/** A share with what it rests on; both ends at 95 %. */
export type Rate = { share: number; n: number; low: number; high: number };
export type Stars = { mean: number; n: number };

export const rateOf = (successes: number, n: number): Rate | null => (n > 0 ? { share: successes / n, n, ...wilsonRange(successes, n) } : null);

/** Everything a result shows of a helper, nothing more; the position is the public point. */
export type CardFacts = {
  listingId: string;
  helperId: string;
  name: string;
  photoFileId: string | null;
  postcode: string;
  locality: string;
  lat: number;
  lng: number;
  roundedKm: number;
  priceMinor: number;
  instant: boolean;
  languages: string[];
  certificates: { number: string; validUntil: number }[];
  /** For exactly this service; null says that nobody has said anything yet. */
  stars: Stars | null;
  solved: Rate | null;
  /** A slot that can truly be booked. */
  nextFreeAt: number | null;
  answerMinutes: number | null;
  since: number;
};

/** The cards of one page in the order given, in three queries however many there are. */
export async function cardsOf(ctx: Context, type: ServiceType, rows: readonly Ranked[], free: ReadonlyMap<string, number | null>): Promise<CardFacts[]> {
  if (rows.length === 0) return [];
  const { helper, certificate, helperFigures } = ctx.db.t;
  const ids = rows.map(({ helperId }) => helperId);
  const people = new Map(
    (
      await ctx.db
        .select({ id: helper.id, name: helper.displayName, photoFileId: helper.photoFileId, postcode: helper.postcode, locality: helper.locality, languages: helper.languages, answerMinutes: helper.answerMinutes, since: helper.createdAt })
        .from(helper)
        .where(ctx.db.among(helper.id, ids))
    ).map((row) => [row.id, row]),
  );
  const held = await ctx.db
    .select({ helperId: certificate.helperId, number: certificate.number, validUntil: certificate.validUntil })
    .from(certificate)
    .where(and(ctx.db.among(certificate.helperId, ids), eq(certificate.programmeCode, type.programmeCode ?? ""), sql`${certificate.endedAt} is null and ${certificate.validUntil} > ${ctx.now}`))
    .orderBy(asc(certificate.issuedAt));
  const figures = new Map((await ctx.db.select().from(helperFigures).where(and(ctx.db.among(helperFigures.helperId, ids), eq(helperFigures.serviceTypeId, type.id)))).map((row) => [row.helperId, row]));
  return rows.flatMap((row) => {
    const who = people.get(row.helperId);
    if (!who) return [];
    const known = figures.get(row.helperId);
    return {
      listingId: row.listingId,
      helperId: row.helperId,
      name: who.name,
      photoFileId: who.photoFileId,
      postcode: who.postcode ?? "",
      locality: who.locality ?? "",
      lat: row.lat,
      lng: row.lng,
      roundedKm: roundedKm(row.distanceM),
      priceMinor: row.priceMinor,
      instant: row.instant,
      languages: who.languages,
      certificates: held.filter(({ helperId }) => helperId === row.helperId).map(({ number, validUntil }) => ({ number, validUntil })),
      stars: known && known.reviews > 0 ? { mean: known.starsSum / known.reviews, n: known.reviews } : null,
      solved: known ? rateOf(known.solved, known.answered) : null,
      nextFreeAt: free.get(row.helperId) ?? null,
      answerMinutes: who.answerMinutes,
      since: who.since,
    };
  });
}
