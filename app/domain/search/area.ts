import type { Db } from "#db/store.ts";
import type { Candidate } from "./search.ts";

export type AreaRow = Candidate & { id: number; service: number };

/** The index of service areas, written per database. */
export type Areas = {
  insert(db: Db, rows: AreaRow[]): Promise<void>;
  remove(db: Db, ids: number[]): Promise<void>;
  setNextFree(db: Db, ids: number[], nextFreeAt: number | null): Promise<void>;
  /** Every area of one service that covers the point and is valid at `now`, in no order. */
  covering(db: Db, at: { lat: number; lng: number }, service: number, now: number): Promise<Candidate[]>;
};

/** A row of `search_area` as either database returns it. */
export type StoredArea = {
  listing_id: string;
  helper_id: string;
  lat: number;
  lng: number;
  radius_m: number;
  price_minor: number;
  solved_lower: number | null;
  stars: number | null;
  answer_minutes: number | null;
  next_free_at: number | null;
  valid_until: number;
  instant: number;
  languages: string;
};

export const candidateOf = (row: StoredArea): Candidate => ({
  listingId: row.listing_id,
  helperId: row.helper_id,
  lat: row.lat,
  lng: row.lng,
  radiusM: row.radius_m,
  priceMinor: row.price_minor,
  solvedLower: row.solved_lower,
  stars: row.stars,
  answerMinutes: row.answer_minutes,
  nextFreeAt: row.next_free_at,
  validUntil: row.valid_until,
  instant: row.instant === 1,
  languages: row.languages,
});

const metresPerDegree = 111_195;

/** The box around a service area, in degrees. */
export function boxOf({ lat, lng, radiusM }: { lat: number; lng: number; radiusM: number }): { south: number; north: number; west: number; east: number } {
  const dLat = radiusM / metresPerDegree;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  return { south: lat - dLat, north: lat + dLat, west: lng - dLng, east: lng + dLng };
}
