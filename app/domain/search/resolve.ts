import { matchScore } from "../catalogue/match.ts";
import type { ServiceTypeContent } from "../catalogue/catalogue.ts";
import type { Place, Places } from "../kernel/places.ts";
import type { Locale } from "../kernel/words.ts";

/** What typed words turned out to mean: one thing, several to choose from, or nothing we know. */
export type Meant<T> = { kind: "one"; value: T } | { kind: "several"; values: T[] } | { kind: "none" };

const most = 6;

const fold = (text: string): string =>
  text.toLowerCase().replace(/ß/g, "ss").replace(/([aou])e/g, "$1").normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z]+/g, " ").trim();

/** Finds the place somebody means: a postcode or a town that bears the name alone is clear, all else is a choice. */
export function meantPlace(places: Places, text: string, locale: Locale): Meant<Place> {
  const words = text.trim();
  if (!words) return { kind: "none" };
  const found = places.suggest(words, locale, most);
  const [first, second] = found;
  if (!first) return { kind: "none" };
  if (!second || /\d{4}/.test(words)) return { kind: "one", value: first };
  const same = found.filter((place) => fold(place.locality) === fold(words));
  const cantons = new Set(same.map(({ canton, municipality }) => `${canton} ${municipality}`));
  // The gazetteer lists a town's further postcodes right behind it only when the town was named in full.
  const isTown = first.locality === second.locality && first.canton === second.canton;
  if (cantons.size <= 1 && (isTown || same[0] === first)) return { kind: "one", value: first };
  return { kind: "several", values: distinct(found) };
}

/** One entry for each town: the choice is between towns, not between a town's postcodes. */
function distinct(found: Place[]): Place[] {
  const seen = new Set<string>();
  return found.filter(({ locality, canton, municipality }) => {
    const key = `${locality} ${municipality} ${canton}`;
    return !seen.has(key) && seen.add(key);
  });
}

type Type = { code: string; number: number; content: ServiceTypeContent };

/** Finds the service type that the words mean; a clear lead decides, else the customer does. */
export function meantService<T extends Type>(types: readonly T[], words: string, locale: Locale): Meant<T> {
  const scored = types
    .map((type) => ({ type, score: matchScore(words, type.content, locale) }))
    .filter(({ score }) => score >= 0.34)
    .sort((a, b) => b.score - a.score || a.type.number - b.type.number);
  const [first, second] = scored;
  if (!first) return { kind: "none" };
  if (!second || first.score - second.score >= 0.25) return { kind: "one", value: first.type };
  return { kind: "several", values: scored.filter(({ score }) => score >= first.score - 0.4).slice(0, 5).map(({ type }) => type) };
}
