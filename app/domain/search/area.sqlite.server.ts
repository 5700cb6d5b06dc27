import { sql } from "drizzle-orm";
import { type Areas, boxOf } from "./area.ts";

/** The R*Tree: boxes are service areas, the service type's small number is the third dimension (measured best to 100,000 helpers). */
export const sqliteAreas: Areas = {
  async insert(db, rows) {
    for (const r of rows) {
      const b = boxOf(r);
      await db.rows(sql`insert into search_area (id, min_lat, max_lat, min_lng, max_lng, min_service, max_service, listing_id, helper_id, lat, lng, radius_m, price_minor, solved_lower, stars, answer_minutes, next_free_at, valid_until, instant, languages)
        values (${r.id}, ${b.south}, ${b.north}, ${b.west}, ${b.east}, ${r.service}, ${r.service}, ${r.listingId}, ${r.helperId}, ${r.lat}, ${r.lng}, ${r.radiusM}, ${r.priceMinor}, ${r.solvedLower}, ${r.stars}, ${r.answerMinutes}, ${r.nextFreeAt}, ${r.validUntil}, ${r.instant ? 1 : 0}, ${r.languages})`);
    }
  },
  async remove(db, ids) {
    for (const id of ids) await db.rows(sql`delete from search_area where id = ${id}`);
  },
  async setNextFree(db, ids, nextFreeAt) {
    for (const id of ids) await db.rows(sql`update search_area set next_free_at = ${nextFreeAt} where id = ${id}`);
  },
  async covering(db, { lat, lng }, service, now) {
    const rows = await db.tuples<AreaTuple>(sql`select listing_id, helper_id, lat, lng, radius_m, price_minor, solved_lower, stars, answer_minutes, next_free_at, valid_until, instant, languages
      from search_area where min_service <= ${service} and max_service >= ${service} and min_lat <= ${lat} and max_lat >= ${lat} and min_lng <= ${lng} and max_lng >= ${lng} and valid_until > ${now}`);
    return rows.map(([listingId, helperId, ofLat, ofLng, radiusM, priceMinor, solvedLower, stars, answerMinutes, nextFreeAt, validUntil, instant, languages]) => ({ listingId, helperId, lat: ofLat, lng: ofLng, radiusM, priceMinor, solvedLower, stars, answerMinutes, nextFreeAt, validUntil, instant: instant === 1, languages }));
  },
};

/** The columns in the order of the statement above: thousands of rows may come, and objects by name cost more than the search. */
type AreaTuple = [string, string, number, number, number, number, number | null, number | null, number | null, number | null, number, number, string];
