import { exonyms } from "./exonyms.ts";
import { foldName } from "./fold.ts";
import type { Place } from "./places.ts";
import { towns } from "./towns.ts";
import { letterBits } from "./typos.ts";

/** All postcodes of one locality. */
export type Group = {
  places: Place[];
  /** The postcode somebody means who names only the town. */
  main: Place;
  /** Stands in for population: thousands of inhabitants, or a fraction made of postcodes. */
  weight: number;
};

/** A way to write a group. */
export type Key = {
  key: string;
  bits: number;
  group: Group;
  /** 0 its own name, 1 another language's, 2 a later word of its name ("Fonds") or its municipality. */
  kind: 0 | 1 | 2;
};

export type PlaceIndex = {
  places: Place[];
  byPostcode: Map<string, Place[]>;
  /** All postcodes in order, for beginnings such as "40". */
  postcodes: string[];
  groupOf: Map<string, Group>;
  /** Sorted by key. */
  keys: Key[];
};

type Named<T> = { canton: string | null; value: T };

function byName<T>(entries: readonly { name: string; value: T }[]): Map<string, Named<T>[]> {
  const map = new Map<string, Named<T>[]>();
  for (const { name, value } of entries) {
    const { key, canton } = foldName(name);
    map.set(key, [...(map.get(key) ?? []), { canton, value }]);
  }
  return map;
}

const townsByName = byName(towns.map((town) => ({ name: town.name, value: town })));
const exonymsByName = byName(exonyms.map(({ name, locality }) => ({ name: locality, value: name })));

/** What a list says of a place: the name alone, or the name with the right canton behind it. */
const listed = <T>(map: Map<string, Named<T>[]>, place: Place): T[] =>
  (map.get(foldName(place.locality).key) ?? [])
    .filter(({ canton }) => canton === null || canton === place.canton)
    .map(({ value }) => value);

function toGroup(places: Place[]): Group {
  const sorted = [...places].sort((a, b) => (a.postcode < b.postcode ? -1 : 1));
  const first = sorted[0] as Place;
  const town = listed(townsByName, first).find(({ postcode }) => sorted.some((place) => place.postcode === postcode));
  const main = sorted.find((place) => place.postcode === town?.postcode) ?? first;
  const isCapital = foldName(first.municipality).key === foldName(first.locality).key;
  const weight = town?.thousands ?? Math.min(4, (isCapital ? 1 : 0.2) + (sorted.length - 1) * 0.3);
  return { places: sorted, main, weight };
}

/** The ways to write a locality: whole, both halves of "Biel/Bienne", later words, other languages. */
function keysOf(group: Group): Key[] {
  const found = new Map<string, 0 | 1 | 2>();
  const add = (key: string, kind: 0 | 1 | 2): void => {
    if (key !== "" && (found.get(key) ?? 3) > kind) found.set(key, kind);
  };
  for (const name of new Set(group.places.map((place) => place.locality))) {
    const bare = name.replace(/\s*\(.*\)$/, "");
    for (const part of new Set([name, bare, ...bare.split("/")])) {
      const { key, words } = foldName(part);
      add(key, 0);
      words.forEach((word, i) => {
        if (i > 0 && word.length > 2) add(words.slice(i).join(""), 2);
      });
    }
  }
  for (const other of listed(exonymsByName, group.main)) add(foldName(other).key, 1);
  for (const { municipality } of group.places) add(foldName(municipality).key, 2);
  return [...found].map(([key, kind]) => ({ key, bits: letterBits(key), group, kind }));
}

/** Builds the index anew: a few thousand places take some tens of milliseconds, once. */
export function indexPlaces(places: readonly Place[]): PlaceIndex {
  const groups = new Map<string, Place[]>();
  const byPostcode = new Map<string, Place[]>();
  for (const place of places) {
    const { key, canton } = foldName(place.locality);
    const name = `${key} ${canton ?? place.canton}`;
    groups.set(name, [...(groups.get(name) ?? []), place]);
    byPostcode.set(place.postcode, [...(byPostcode.get(place.postcode) ?? []), place]);
  }
  const all = [...groups.values()].map(toGroup);
  const groupOf = new Map(all.flatMap((group) => group.places.map((place) => [place.id, group] as const)));
  const weight = (place: Place): number => groupOf.get(place.id)?.weight ?? 0;
  for (const list of byPostcode.values()) list.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  return {
    places: [...places],
    byPostcode,
    postcodes: [...byPostcode.keys()].sort(),
    groupOf,
    keys: all.flatMap(keysOf).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
  };
}
