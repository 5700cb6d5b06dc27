import type { Places } from "../kernel/places.ts";
import { distanceM } from "../search/search.ts";

export const means = ["foot", "bicycle", "car", "transit"] as const;
export type Means = (typeof means)[number];
/** Degrees WGS84; always a locality's or a public point, never an address. */
export type Point = { lat: number; lng: number };

/** From door to door: how much longer the way is than the great circle, how fast one gets along, what getting going and arriving takes. */
const ways: Record<Means, { factor: number; kmPerHour: number; extraMinutes: number }> = {
  foot: { factor: 1.25, kmPerHour: 4.8, extraMinutes: 0 },
  bicycle: { factor: 1.3, kmPerHour: 15, extraMinutes: 3 },
  car: { factor: 1.33, kmPerHour: 32, extraMinutes: 5 },
  transit: { factor: 1.4, kmPerHour: 24, extraMinutes: 10 },
};

/** Minutes from one point to another, rounded up; two visits in one locality are a few minutes apart all the same. */
export function travelMinutes(from: Point, to: Point, by: Means): number {
  const { factor, kmPerHour, extraMinutes } = ways[by];
  return Math.ceil(extraMinutes + (Math.max(distanceM(from.lat, from.lng, to.lat, to.lng), shortestM) * factor * 60) / (kmPerHour * 1000));
}

/** A locality's point stands for all its streets. */
const shortestM = 500;

/** The point of a locality, or of its postcode's largest one; null for a postcode that nobody knows. */
export function localityPoint(places: Pick<Places, "byPostcode">, { postcode, locality }: { postcode: string; locality: string }): Point | null {
  const known = places.byPostcode(postcode);
  const word = locality.trim().toLowerCase();
  const found = known.find((each) => each.locality.toLowerCase() === word) ?? known[0];
  return found ? { lat: found.lat, lng: found.lng } : null;
}
