import type { Place, Places } from "#app/domain/kernel/places.ts";
import { distanceM } from "#app/domain/search/search.ts";
import { towns } from "#app/gateways/places/towns.ts";
import type { Chance } from "./chance.ts";

export type Weighted = { places: Place[]; upTo: number[]; total: number };

/** Places weighted by inhabitants: towns by their thousands, each other locality as a village. */
export function weighPlaces(gazetteer: Places, all: readonly Place[], near?: { lat: number; lng: number; km: number }): Weighted {
  const thousands = new Map(towns.flatMap((town) => gazetteer.byPostcode(town.postcode).slice(0, 1).map((place) => [place.locality, town.thousands] as const)));
  const counted = new Map<string, number>();
  for (const place of all) counted.set(place.locality, (counted.get(place.locality) ?? 0) + 1);
  const places = near ? all.filter((place) => distanceM(near.lat, near.lng, place.lat, place.lng) <= near.km * 1000) : [...all];
  let total = 0;
  const upTo = places.map((place) => {
    total += (thousands.get(place.locality) ?? 1.2) / (counted.get(place.locality) ?? 1);
    return total;
  });
  return { places, upTo, total };
}

/** One place by its weight. */
export function pickPlace({ places, upTo, total }: Weighted, chance: Chance): Place {
  const drawn = chance.next() * total;
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) > drawn) high = middle;
    else low = middle + 1;
  }
  const place = places[low];
  if (!place) throw new Error("No place to pick from");
  return place;
}
