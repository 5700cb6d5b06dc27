import { type Locale, isLocale } from "#app/domain/kernel/words.ts";
import { slug } from "./fold.ts";
import type { Place, PlaceRow } from "./places.ts";

const toLocale = (code: string): Locale => (isLocale(code) ? code : "de");

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Whether a row can be a place at all: four digits, a name, a position near Switzerland. */
const isUsable = (row: PlaceRow): boolean =>
  /^\d{4}$/.test(row.postcode) &&
  row.locality.trim() !== "" &&
  row.lat > 45 &&
  row.lat < 48.5 &&
  row.lng > 5 &&
  row.lng < 11.5;

/**
 * Places of stored or imported rows, in the order of postcodes. Unusable rows are left out; of rows that
 * repeat a postcode and locality the first stays.
 */
export function placesFrom(rows: readonly PlaceRow[]): Place[] {
  const places = new Map<string, Place>();
  for (const row of rows) {
    if (!isUsable(row)) continue;
    const id = `${row.postcode}-${slug(row.locality)}`;
    if (places.has(id)) continue;
    places.set(id, {
      id,
      postcode: row.postcode,
      locality: row.locality.trim(),
      municipality: row.municipality.trim() || row.locality.trim(),
      canton: row.canton.trim().toUpperCase() || "FL",
      lat: round(row.lat),
      lng: round(row.lng),
      language: toLocale(row.language),
    });
  }
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
