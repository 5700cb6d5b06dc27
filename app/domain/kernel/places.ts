import type { Locale } from "./words.ts";

/** A locality with its postcode: what a person means by "where". Positions are WGS84 degrees. */
export type Place = {
  /** `4051-basel`: stable for a postcode and locality, whatever the source. */
  id: string;
  postcode: string;
  locality: string;
  municipality: string;
  /** Two letters; `FL` for Liechtenstein. */
  canton: string;
  lat: number;
  lng: number;
  /** The language of the place among the product's own; Romansh counts as German. */
  language: Locale;
};

/** Where places are looked up; every call answers from memory in under 5 ms. */
export interface Places {
  /** Suggestions while typing, best first; empty for an empty query. `limit` is 8 unless told. */
  suggest(query: string, locale: Locale, limit?: number): Place[];
  /** The one place a text means: "4051", "4051 Basel", "Genf", "Hauptstrasse 3, 4051 Basel"; null when unclear. */
  find(text: string): Place | null;
  /** All localities of exactly this postcode, the largest first. */
  byPostcode(postcode: string): Place[];
  /** The place closest to a position, null when none is within 25 km. */
  nearest(lat: number, lng: number): Place | null;
  count(): number;
  /** Takes these places instead of the present ones; an empty list is refused with an exception. */
  replace(places: Place[]): void;
}
