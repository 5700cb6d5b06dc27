import { sql } from "drizzle-orm";
import { type Areas, boxOf, candidateOf, type StoredArea } from "./area.ts";

/** A gist index over service number and area box. */
export const postgresAreas: Areas = {
  async insert(db, rows) {
    for (const r of rows) {
      const b = boxOf(r);
      await db.rows(sql`insert into search_area (id, service, area, listing_id, helper_id, lat, lng, radius_m, price_minor, solved_lower, stars, answer_minutes, next_free_at, valid_until, instant, languages)
        values (${r.id}, ${r.service}, box(point(${b.west}, ${b.south}), point(${b.east}, ${b.north})), ${r.listingId}, ${r.helperId}, ${r.lat}, ${r.lng}, ${r.radiusM}, ${r.priceMinor}, ${r.solvedLower}, ${r.stars}, ${r.answerMinutes}, ${r.nextFreeAt}, ${r.validUntil}, ${r.instant ? 1 : 0}, ${r.languages})`);
    }
  },
  async remove(db, ids) {
    for (const id of ids) await db.rows(sql`delete from search_area where id = ${id}`);
  },
  async setNextFree(db, ids, nextFreeAt) {
    for (const id of ids) await db.rows(sql`update search_area set next_free_at = ${nextFreeAt} where id = ${id}`);
  },
  async covering(db, { lat, lng }, service, now) {
    const rows = await db.rows<StoredArea>(sql`select listing_id, helper_id, lat, lng, radius_m, price_minor, solved_lower, stars, answer_minutes, next_free_at, valid_until, instant, languages
      from search_area where service = ${service} and area @> point(${lng}, ${lat}) and valid_until > ${now}`);
    return rows.map(candidateOf);
  },
};
