import type { Locale } from "#app/domain/kernel/words.ts";
import { takeApart } from "./ask.ts";
import { builtinPlaces, townOfBox } from "./builtin.server.ts";
import { foldName } from "./fold.ts";
import { type PlaceIndex, indexPlaces } from "./index.ts";
import { groupsNamed, matchName } from "./lookup.ts";
import type { Place, Places } from "./places.ts";
import { metresBetween } from "./position.ts";

export { parseOfficialRegister } from "./register.ts";
export { placesFrom } from "./rows.ts";

const farthestM = 25_000;

/** Places whose postcode begins with these digits; a post box leads to the district that delivers to it. */
function byDigits(index: PlaceIndex, digits: string): Place[] {
  if (digits.length === 4) {
    const own = index.byPostcode.get(digits);
    return own ?? index.byPostcode.get(townOfBox(digits) ?? "") ?? [];
  }
  return index.postcodes
    .filter((code) => code.startsWith(digits))
    .flatMap((code) => index.byPostcode.get(code)?.slice(0, 1) ?? []);
}

/** One place for each town; a town named in full lists its postcodes. */
function byText(index: PlaceIndex, text: string, locale: Locale, limit: number): Place[] {
  const matches = matchName(index, foldName(text), locale);
  const [first] = matches;
  const exact = first && first.tier <= 1 ? first.group : null;
  const mains = matches.slice(0, limit).map((match) => match.group.main);
  if (!exact) return mains;
  const [main, ...others] = mains;
  const further = exact.places.filter((place) => place !== main);
  const room = Math.max(limit - 1 - others.length, Math.ceil(limit / 2));
  return [...(main ? [main] : []), ...further.slice(0, room), ...others].slice(0, limit);
}

function suggestIn(index: PlaceIndex, query: string, locale: Locale, limit: number): Place[] {
  const known = (code: string): boolean => index.byPostcode.has(code) || townOfBox(code) !== undefined;
  const { digits, text } = takeApart(query, known);
  if (digits === "") return byText(index, text, locale, limit);
  const numbered = byDigits(index, digits);
  if (text === "") return numbered.slice(0, limit);
  const groups = groupsNamed(index, text, locale);
  const named = numbered.filter((place) => {
    const group = index.groupOf.get(place.id);
    return group !== undefined && groups.has(group);
  });
  if (named.length > 0) return named.slice(0, limit);
  return (digits.length === 4 && numbered.length > 0 ? numbered : byText(index, text, locale, limit)).slice(0, limit);
}

/**
 * The lookup over these places, the built-in ones unless told; rows imported into the database come through
 * `placesFrom` and `replace`.
 */
export function openPlaces(source: Place[] = builtinPlaces()): Places {
  let index = indexPlaces(source);
  return {
    suggest: (query, locale, limit = 8) => suggestIn(index, query, locale, Math.max(0, limit)),
    find: (text) => {
      const enough = /\d{4}/.test(text) || foldName(text).key.length >= 2;
      return enough ? (suggestIn(index, text, "de", 1)[0] ?? null) : null;
    },
    byPostcode: (postcode) => [...(index.byPostcode.get(postcode.trim()) ?? [])],
    nearest: (lat, lng) => {
      let best: Place | null = null;
      let least = farthestM;
      for (const place of index.places) {
        const away = metresBetween(lat, lng, place.lat, place.lng);
        if (away < least) {
          best = place;
          least = away;
        }
      }
      return best;
    },
    count: () => index.places.length,
    replace: (places) => {
      if (places.length === 0) throw new Error("Places cannot be replaced by an empty list.");
      index = indexPlaces(places);
    },
  };
}
