import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { foldName } from "#app/gateways/places/fold.ts";
import type { Place } from "#app/gateways/places/places.ts";
import { towns } from "#app/gateways/places/towns.ts";
import { short } from "./pack.ts";

type Label = [name: string, lat: number, lng: number];

const places = builtinPlaces();
const byId = new Map(places.map((place) => [`${place.postcode} ${foldName(place.locality).key}`, place]));

/** Towns with thousands of inhabitants, the largest first: the drawing decides by that number and the zoom. */
export function townLabels(): [...Label, number][] {
  const seen = new Set<string>();
  return [...towns]
    .sort((a, b) => b.thousands - a.thousands)
    .flatMap((town): [...Label, number][] => {
      const place = byId.get(`${town.postcode} ${foldName(town.name).key}`);
      if (!place || seen.has(place.id)) return [];
      seen.add(place.id);
      return [[place.locality, short(place.lat), short(place.lng), town.thousands]];
    });
}

const isTown = (place: Place): boolean =>
  towns.some((town) => town.postcode === place.postcode && foldName(town.name).key === foldName(place.locality).key);

/** One name for each municipality, where its own village lies; [name, lat, lng, number of localities]. */
export function municipalityLabels(): [...Label, number][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.municipality} ${place.canton}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const townNames = new Set(places.filter(isTown).map((place) => `${place.municipality} ${place.canton}`));
  return [...groups].flatMap(([key, list]): [...Label, number][] => {
    const [first] = list;
    if (!first || townNames.has(key)) return [];
    const own = list.find((place) => foldName(place.locality).key === foldName(first.municipality).key);
    const mean = (of: (place: Place) => number): number => list.reduce((sum, place) => sum + of(place), 0) / list.length;
    const at = own ?? { lat: mean((place) => place.lat), lng: mean((place) => place.lng) };
    return [[first.municipality.replace(/ \([A-Z]{2}\)$/, ""), short(at.lat), short(at.lng), list.length]];
  });
}

/** Postcode and locality for the nearest zooms; [postcode, lat, lng, locality unless the municipality's own]. */
export function postcodeLabels(): [...Label, string][] {
  return places.map((place) => {
    const isOwn = foldName(place.locality).key === foldName(place.municipality).key || isTown(place);
    return [place.postcode, short(place.lat), short(place.lng), isOwn ? "" : place.locality];
  });
}
