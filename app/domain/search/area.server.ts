import { and, eq, inArray, sql } from "drizzle-orm";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";
import type { AreaRow } from "./area.ts";
import { areasOf } from "./area.rows.server.ts";
import { wilsonLower } from "./wilson.ts";

/**
 * Lays down a helper's findable listings afresh in the same transaction as what changed them: only somebody who serves,
 * is not paused, has a public point and holds a valid certificate for the service is in the index.
 */
export async function refreshSearchArea(tx: Context, helperId: string): Promise<void> {
  const { searchEntry } = tx.db.t;
  const areas = areasOf(tx.db);
  const old = await tx.db.delete(searchEntry).where(eq(searchEntry.helperId, helperId)).returning({ id: searchEntry.id });
  await areas.remove(tx.db, old.map(({ id }) => id));
  const rows = await findableListings(tx, helperId);
  if (rows.length === 0) return;
  const entries = await tx.db.insert(searchEntry).values(rows.map(({ listingId }) => ({ listingId, helperId }))).returning({ id: searchEntry.id, listingId: searchEntry.listingId });
  const idOf = new Map(entries.map(({ id, listingId }) => [listingId, id]));
  await areas.insert(tx.db, rows.map((row) => ({ ...row, id: idOf.get(row.listingId) ?? 0 })));
}

/** Keeps only the lower bound of the next free slot, without laying the areas down again. */
export async function refreshNextFreeInArea(tx: Context, helperId: string, nextFreeAt: number | null): Promise<void> {
  const { searchEntry } = tx.db.t;
  const entries = await tx.db.select({ id: searchEntry.id }).from(searchEntry).where(eq(searchEntry.helperId, helperId));
  await areasOf(tx.db).setNextFree(tx.db, entries.map(({ id }) => id), nextFreeAt);
}

async function findableListings(tx: Context, helperId: string): Promise<Omit<AreaRow, "id">[]> {
  const { helper, listing, serviceType, certificate, helperFigures } = tx.db.t;
  const [who] = await tx.db.select().from(helper).where(eq(helper.id, helperId));
  if (!who || !servingStates.includes(who.state) || who.pausedAt !== null || who.publicLat === null || who.publicLng === null) return [];
  const { publicLat: lat, publicLng: lng } = who;
  const offers = await tx.db
    .select({ listing, number: serviceType.number, validUntil: sql<number>`max(${certificate.validUntil})`.mapWith(Number) })
    .from(listing)
    .innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId))
    .innerJoin(certificate, and(eq(certificate.helperId, listing.helperId), eq(certificate.programmeCode, serviceType.programmeCode)))
    .where(and(eq(listing.helperId, helperId), eq(listing.state, "live"), eq(serviceType.state, "active"), inArray(serviceType.riskClass, ["advice", "standard"]), sql`${certificate.endedAt} is null and ${certificate.validUntil} > ${tx.now}`))
    .groupBy(listing.id, serviceType.number);
  const figures = new Map((await tx.db.select().from(helperFigures).where(eq(helperFigures.helperId, helperId))).map((row) => [row.serviceTypeId, row]));
  return offers.map(({ listing: offer, number, validUntil }) => {
    const known = figures.get(offer.serviceTypeId);
    return {
      service: number,
      listingId: offer.id,
      helperId,
      lat,
      lng,
      radiusM: who.radiusKm * 1000,
      priceMinor: offer.priceMinor,
      solvedLower: known && known.answered > 0 ? wilsonLower(known.solved, known.answered) : null,
      stars: known && known.reviews > 0 ? known.starsSum / known.reviews : null,
      answerMinutes: who.answerMinutes,
      nextFreeAt: who.nextFreeAt,
      validUntil,
      instant: offer.instant,
      languages: who.languages.join(","),
    };
  });
}
