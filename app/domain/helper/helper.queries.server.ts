import { and, asc, desc, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { maySeeHelpers } from "./helper.policy.ts";
import { missingSteps, type ProfileStep, servingStates } from "./helper.ts";

export type HelperRow = Context["db"]["t"]["helper"]["$inferSelect"];

/** The helper behind the actor, or null. */
export async function myHelper(ctx: Context): Promise<HelperRow | null> {
  if (!ctx.actor.helperId) return null;
  const { helper } = ctx.db.t;
  const [row] = await ctx.db.select().from(helper).where(eq(helper.id, ctx.actor.helperId));
  return row ?? null;
}

/** One helper, for staff or for the helper themselves; a stranger's id is null. */
export async function helperById(ctx: Context, id: string): Promise<HelperRow | null> {
  if (!(maySeeHelpers(ctx.actor) || ctx.actor.helperId === id || ctx.actor.kind === "system")) return null;
  const { helper } = ctx.db.t;
  const [row] = await ctx.db.select().from(helper).where(eq(helper.id, id));
  return row ?? null;
}

/** Staff's list: search by name, place or mail address, filter by state, page by page; with the certificates that are valid and the listings that are live. */
export async function helperList(ctx: Context, ask: { search?: string; state?: HelperRow["state"]; page?: number; perPage?: number }): Promise<{ rows: (HelperRow & { email: string | null; certificates: number; listings: number })[]; total: number }> {
  if (!maySeeHelpers(ctx.actor)) return { rows: [], total: 0 };
  const { helper, person, certificate, listing } = ctx.db.t;
  const words = `%${(ask.search ?? "").trim().toLowerCase().replace(/[%_]/g, "")}%`;
  const found = ask.search?.trim()
    ? or(like(sql`lower(${helper.displayName} || ' ' || ${helper.familyName})`, words), like(sql`lower(coalesce(${helper.locality}, ''))`, words), like(sql`coalesce(${helper.postcode}, '')`, words), like(sql`lower(coalesce(${person.email}, ''))`, words))
    : undefined;
  const where = and(found, ask.state ? eq(helper.state, ask.state) : undefined);
  const perPage = ask.perPage ?? 50;
  const from = () => ctx.db.select({ helper, email: person.email }).from(helper).innerJoin(person, eq(person.id, helper.personId)).where(where);
  const [rows, totals] = [
    await from().orderBy(asc(helper.familyName), asc(helper.givenName), asc(helper.id)).limit(perPage).offset(((ask.page ?? 1) - 1) * perPage),
    await ctx.db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(helper).innerJoin(person, eq(person.id, helper.personId)).where(where),
  ];
  const ids = rows.map((row) => row.helper.id);
  const counted = async (table: typeof certificate | typeof listing, which: SQL | undefined) =>
    new Map(ids.length ? (await ctx.db.select({ id: table.helperId, n: sql<number>`count(*)`.mapWith(Number) }).from(table).where(and(inArray(table.helperId, ids), which)).groupBy(table.helperId)).map((row) => [row.id, row.n] as const) : []);
  const certificates = await counted(certificate, sql`${certificate.endedAt} is null and ${certificate.validUntil} > ${ctx.now}`);
  const listings = await counted(listing, eq(listing.state, "live"));
  return { rows: rows.map(({ helper: row, email }) => ({ ...row, email, certificates: certificates.get(row.id) ?? 0, listings: listings.get(row.id) ?? 0 })), total: totals[0]?.n ?? 0 };
}

/** What is missing before the helper's listings go live. */
export async function missingFor(ctx: Context, row: HelperRow): Promise<ProfileStep[]> {
  const { weeklySpan, certificate, listing } = ctx.db.t;
  return missingSteps({
    ...row,
    hours: await ctx.db.$count(weeklySpan, eq(weeklySpan.calendarId, row.id)),
    certificates: await ctx.db.$count(certificate, and(eq(certificate.helperId, row.id), sql`${certificate.endedAt} is null and ${certificate.validUntil} > ${ctx.now}`)),
    listings: await ctx.db.$count(listing, eq(listing.helperId, row.id)),
  });
}

/** A helper's public page: only somebody who serves, only public facts; the position is the public point. */
export async function publicHelper(ctx: Context, id: string) {
  const { helper, certificate, listing, helperFigures, review, serviceType } = ctx.db.t;
  const [row] = await ctx.db.select().from(helper).where(and(eq(helper.id, id), inArray(helper.state, [...servingStates])));
  if (!row || row.publicLat === null || row.publicLng === null || row.pausedAt !== null) return null;
  const certificates = await ctx.db.select().from(certificate).where(and(eq(certificate.helperId, id), sql`${certificate.endedAt} is null and ${certificate.validUntil} > ${ctx.now}`)).orderBy(asc(certificate.issuedAt));
  const programmes = new Set(certificates.map(({ programmeCode }) => programmeCode));
  const listings = (await ctx.db.select({ listing, type: serviceType }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId)).where(and(eq(listing.helperId, id), eq(listing.state, "live"), eq(serviceType.state, "active"))).orderBy(asc(serviceType.number)))
    .filter(({ type }) => type.programmeCode !== null && programmes.has(type.programmeCode));
  if (listings.length === 0) return null;
  const figures = await ctx.db.select().from(helperFigures).where(eq(helperFigures.helperId, id));
  const reviews = await ctx.db.select().from(review).where(and(eq(review.helperId, id), sql`${review.publishedAt} is not null and ${review.publishedAt} <= ${ctx.now}`)).orderBy(desc(review.publishedAt)).limit(30);
  return {
    id: row.id,
    name: row.displayName,
    biography: row.biography,
    languages: row.languages,
    photoFileId: row.photoFileId,
    locality: row.locality ?? "",
    postcode: row.postcode ?? "",
    canton: row.canton ?? "",
    lat: row.publicLat,
    lng: row.publicLng,
    radiusKm: row.radiusKm,
    searchOptIn: row.searchOptIn,
    answerMinutes: row.answerMinutes,
    visitsClosed: row.visitsClosed,
    since: row.createdAt,
    certificates: certificates.map(({ number, programmeCode, issuedAt, validUntil }) => ({ number, programmeCode, issuedAt, validUntil })),
    listings: listings.map(({ listing: offer, type }) => ({ id: offer.id, priceMinor: offer.priceMinor, words: offer.words, instant: offer.instant, serviceTypeId: type.id, code: type.code, content: type.content })),
    figures,
    reviews: reviews.map(({ id: reviewId, stars, aspects, words, author, locality, publishedAt }) => ({ id: reviewId, stars, aspects, words, author, locality, publishedAt })),
  };
}

/** The helper's own telephone number, as their profile shows it. */
export async function mobileOf(ctx: Context, personId: string): Promise<string | null> {
  const { person } = ctx.db.t;
  const [row] = await ctx.db.select({ mobile: person.mobile }).from(person).where(eq(person.id, personId));
  return row?.mobile ?? null;
}
