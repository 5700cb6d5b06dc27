import { slug } from "./fold.ts";
import type { PlaceRow } from "./places.ts";
import { metresBetween } from "./position.ts";
import type { RegisterRow } from "./register.ts";
import { towns } from "./towns.ts";

/** What the built-in source lacks and the official register knows; kept as a small committed file. */
export type Derived = {
  source: string;
  /** `4051-basel` → municipality, where it is not the locality itself. */
  municipality: Record<string, string>;
  /** Language → postcodes that differ from their canton's usual language. */
  language: Record<string, string[]>;
  /** Postcodes without an area (post boxes, large customers) → the postcode that delivers there. */
  boxes: Record<string, string>;
};

export const usualLanguage = (canton: string): string =>
  ["GE", "VD", "NE", "JU", "FR", "VS"].includes(canton) ? "fr" : canton === "TI" ? "it" : "de";

/** Compares the built-in rows with the register: by postcode and name, else by the closest of the postcode. */
export function deriveFrom(rows: readonly PlaceRow[], register: readonly RegisterRow[]): Derived {
  const byPostcode = new Map<string, RegisterRow[]>();
  for (const row of [...register].sort((a, b) => b.share - a.share))
    byPostcode.set(row.postcode, [...(byPostcode.get(row.postcode) ?? []), row]);
  const derived: Derived = {
    source: "Official register of localities © swisstopo",
    municipality: {},
    language: {},
    boxes: {},
  };
  const closest = (row: PlaceRow, among: readonly RegisterRow[]): RegisterRow | undefined =>
    among.reduce<RegisterRow | undefined>((best, other) => {
      const away = (to: RegisterRow): number => metresBetween(row.lat, row.lng, to.lat, to.lng);
      return !best || away(other) < away(best) ? other : best;
    }, undefined);
  const languages = new Map<string, Set<string>>();
  for (const row of rows) {
    const listed = byPostcode.get(row.postcode);
    if (!listed) {
      const town = register.filter((other) => other.locality === row.locality);
      const centre = towns.find((listedTown) => listedTown.name === row.locality)?.postcode;
      const near = centre ?? closest(row, town.length > 0 ? town : register)?.postcode;
      if (near) derived.boxes[row.postcode] = near;
      continue;
    }
    const same = listed.find((other) => other.locality === row.locality) ?? closest(row, listed);
    if (!same) continue;
    if (same.municipality !== row.locality) derived.municipality[`${row.postcode}-${slug(row.locality)}`] = same.municipality;
    const language = same.language === "rm" ? "de" : same.language;
    if (["de", "fr", "it"].includes(language) && language !== usualLanguage(row.canton))
      languages.set(language, (languages.get(language) ?? new Set()).add(row.postcode));
  }
  derived.language = Object.fromEntries([...languages].map(([code, codes]) => [code, [...codes].sort()]));
  return derived;
}
