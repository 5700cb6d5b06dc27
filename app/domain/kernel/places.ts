import type { Locale } from "./words.ts";

/** A locality with its postcode; positions in WGS84 degrees. */
export type Place = {
  id: string;
  postcode: string;
  locality: string;
  municipality: string;
  canton: string;
  lat: number;
  lng: number;
  language: Locale;
};

/** The gazetteer, whatever its source (npm dependency or the official register). */
export interface Places {
  /** Up to `limit` places for a forgiving, possibly unfinished query, best first. */
  suggest(query: string, locale: Locale, limit?: number): Place[];
  /** The one place that a person most likely means, or null. */
  find(text: string): Place | null;
  byPostcode(postcode: string): Place[];
  nearest(lat: number, lng: number): Place | null;
  count(): number;
  replace(places: Place[]): void;
}
