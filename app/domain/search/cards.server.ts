import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { keptQuery } from "#db/kept-query.ts";
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
  const ids = rows.map(({ helperId }) => helperId);
  const people = new Map((await peopleAmong(ctx.db, { ids })).map((row) => [row.id, row]));
  const held = await certificatesOf(ctx.db, { ids, programme: type.programmeCode ?? "", now: ctx.now });
  const figures = new Map((await figuresOf(ctx.db, { ids, serviceTypeId: type.id })).map((row) => [row.helperId, row]));
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

type Person = { id: string; name: string; photoFileId: string | null; postcode: string | null; locality: string | null; languages: string[]; answerMinutes: number | null; since: number };
const peopleAmong = keptQuery<{ ids: readonly string[] }, Person>((db, value) => {
  const { helper } = db.t;
  return db
    .select({ id: helper.id, name: helper.displayName, photoFileId: helper.photoFileId, postcode: helper.postcode, locality: helper.locality, languages: helper.languages, answerMinutes: helper.answerMinutes, since: helper.createdAt })
    .from(helper)
    .where(db.among(helper.id, value("ids")));
});

const certificatesOf = keptQuery<{ ids: readonly string[]; programme: string; now: number }, { helperId: string; number: string; validUntil: number }>((db, value) => {
  const { certificate } = db.t;
  return db
    .select({ helperId: certificate.helperId, number: certificate.number, validUntil: certificate.validUntil })
    .from(certificate)
    .where(and(db.among(certificate.helperId, value("ids")), eq(certificate.programmeCode, value("programme")), isNull(certificate.endedAt), gt(certificate.validUntil, value("now"))))
    .orderBy(asc(certificate.issuedAt));
});

const figuresOf = keptQuery<{ ids: readonly string[]; serviceTypeId: string }, { helperId: string; reviews: number; starsSum: number; solved: number; answered: number }>((db, value) => {
  const { helperFigures } = db.t;
  return db
    .select({ helperId: helperFigures.helperId, reviews: helperFigures.reviews, starsSum: helperFigures.starsSum, solved: helperFigures.solved, answered: helperFigures.answered })
    .from(helperFigures)
    .where(and(db.among(helperFigures.helperId, value("ids")), eq(helperFigures.serviceTypeId, value("serviceTypeId"))));
});
