import Database from "better-sqlite3";

const radians = Math.PI / 180;
const distance = (aLat, aLng, bLat, bLng) => {
  const h = Math.sin(((bLat - aLat) * radians) / 2) ** 2 + Math.cos(aLat * radians) * Math.cos(bLat * radians) * Math.sin(((bLng - aLng) * radians) / 2) ** 2;
  return 2 * 6_371_008 * Math.asin(Math.sqrt(h));
};

const covering = "min_service <= @service and max_service >= @service and min_lat <= @lat and max_lat >= @lat and min_lng <= @lng and max_lng >= @lng and valid_until > @now";

/** The bare statement: the nearest twenty by the same R*Tree, distance in SQL, nothing else. */
export function openNear(file) {
  const db = new Database(file, { readonly: true });
  db.pragma("cache_size = -16000");
  db.function("distance_m", { deterministic: true }, distance);
  const bare = db.prepare(`select listing_id, helper_id, lat, lng, price_minor, distance_m(@lat, @lng, lat, lng) as metres from search_area where ${covering} and distance_m(@lat, @lng, lat, lng) <= radius_m order by metres, listing_id limit 20`);
  const named = db.prepare(`select h.display_name as name, h.postcode, h.locality, s.price_minor, s.metres from (select helper_id, price_minor, distance_m(@lat, @lng, lat, lng) as metres, radius_m from search_area where ${covering}) s join helper h on h.id = s.helper_id where s.metres <= s.radius_m order by s.metres limit 20`);
  return { bare: (asked) => bare.all(asked), named: (asked) => named.all(asked), close: () => db.close() };
}

/** What the pages of the baselines are asked, from the environment. */
export const askedFromEnv = () => ({ lat: Number(process.env.BENCH_LAT), lng: Number(process.env.BENCH_LNG), service: Number(process.env.BENCH_SERVICE), now: Number(process.env.BENCH_NOW) });
