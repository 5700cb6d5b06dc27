export type { Place, Places } from "#app/domain/kernel/places.ts";

/** What a stored or imported row must hold to become a place. */
export type PlaceRow = {
  postcode: string;
  locality: string;
  municipality: string;
  canton: string;
  lat: number;
  lng: number;
  language: string;
};
