import type { Place, Places } from "#app/domain/kernel/places.ts";
import { distanceM } from "#app/domain/search/search.ts";
import { towns } from "#app/gateways/places/towns.ts";
import { thousandsOf } from "./cantons.ts";
import type { Chance } from "./chance.ts";

export type Weighted = { places: Place[]; upTo: number[]; total: number };

/** A locality by its name within its canton: names repeat across the country. */
const nameOf = ({ canton, locality }: Place): string => `${canton} ${locality}`;

/**
 * Places weighted by inhabitants: towns by their thousands, each other locality with an even share of what its canton
 * has left, and the whole canton scaled to its population. `near` keeps the places of a circle, with their weights.
 */
export function weighPlaces(gazetteer: Places, all: readonly Place[], near?: { lat: number; lng: number; km: number }): Weighted {
  const thousands = new Map(towns.flatMap((town) => gazetteer.byPostcode(town.postcode).slice(0, 1).map((place) => [nameOf(place), town.thousands] as const)));
  const postcodes = new Map<string, number>();
  for (const place of all) postcodes.set(nameOf(place), (postcodes.get(nameOf(place)) ?? 0) + 1);
  const cantons = cantonsOf(all, thousands);
  const weightOf = (place: Place): number => {
    const { village, scale } = cantons.get(place.canton) ?? { village: 0, scale: 0 };
    return ((thousands.get(nameOf(place)) ?? village) * scale) / (postcodes.get(nameOf(place)) ?? 1);
  };
  const places = near ? all.filter((place) => distanceM(near.lat, near.lng, place.lat, place.lng) <= near.km * 1000) : [...all];
  let total = 0;
  const upTo = places.map((place) => {
    total += weightOf(place);
    return total;
  });
  return { places, upTo, total };
}

/** No village is smaller than this (in thousands), however much the towns of its canton have taken. */
const smallest = 0.3;

/** For each canton what a village weighs, and by how much everything is scaled so that the sum is the population. */
function cantonsOf(all: readonly Place[], thousands: ReadonlyMap<string, number>): Map<string, { village: number; scale: number }> {
  const names = new Map<string, Set<string>>();
  for (const place of all) names.set(place.canton, (names.get(place.canton) ?? new Set()).add(nameOf(place)));
  return new Map(
    [...names].map(([canton, localities]) => {
      const listed = [...localities].flatMap((name) => thousands.get(name) ?? []);
      const inTowns = listed.reduce((sum, each) => sum + each, 0);
      const villages = localities.size - listed.length;
      const population = thousandsOf[canton] ?? inTowns + villages;
      const village = villages > 0 ? Math.max(smallest, (population - inTowns) / villages) : 0;
      return [canton, { village, scale: population / (inTowns + village * villages) }];
    }),
  );
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
