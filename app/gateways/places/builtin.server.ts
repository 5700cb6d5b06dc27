import { createRequire } from "node:module";
import derivedFile from "./derived.json";
import { type Derived, usualLanguage } from "./derive.ts";
import { slug } from "./fold.ts";
import type { Place, PlaceRow } from "./places.ts";
import { placesFrom } from "./rows.ts";

type PackageRow = { name: string; canton: string; latitude: string; longitude: string };

const derived: Derived = derivedFile;

/** Rows of the npm package as they are, without municipality and with the canton's usual language. */
export function packageRows(): PlaceRow[] {
  const load = createRequire(import.meta.url);
  const file: Record<string, PackageRow[]> = load("switzerland-postal-codes/dist/postal-codes-full.json");
  return Object.entries(file).flatMap(([postcode, rows]) =>
    rows.map((row) => ({
      postcode,
      locality: row.name,
      municipality: "",
      canton: row.canton,
      lat: Number(row.latitude),
      lng: Number(row.longitude),
      language: usualLanguage(row.canton),
    })),
  );
}

/** The places that are there without any import (README: sources, how exact). */
export function builtinPlaces(): Place[] {
  const languageOf = new Map(Object.entries(derived.language).flatMap(([code, list]) => list.map((at) => [at, code])));
  return placesFrom(
    packageRows()
      .filter((row) => derived.boxes[row.postcode] === undefined)
      .map((row) => ({
        ...row,
        municipality: derived.municipality[`${row.postcode}-${slug(row.locality)}`] ?? row.locality,
        language: languageOf.get(row.postcode) ?? row.language,
      })),
  );
}

/** The delivering postcode of a post box's one ("4000" → "4051"), undefined for all others. */
export const townOfBox = (postcode: string): string | undefined => derived.boxes[postcode];
