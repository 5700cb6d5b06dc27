import type { Locale } from "#app/domain/kernel/words.ts";
import { type Folded, foldName } from "./fold.ts";
import type { Group, Key, PlaceIndex } from "./index.ts";
import { allowedErrors, bitCount, errorsBetween, letterBits } from "./typos.ts";

/** How well a name fits: smaller is better. */
export type Match = { group: Group; tier: number };

const tiers = { exact: 0, exactElsewhere: 1, beginning: 2, laterWord: 4, nearlyWhole: 6, nearlyBeginning: 8 } as const;

function firstAtOrAfter(keys: readonly Key[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as Key).key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function note(found: Map<Group, number>, group: Group, tier: number): void {
  if (tier < (found.get(group) ?? Number.POSITIVE_INFINITY)) found.set(group, tier);
}

function byBeginning(index: PlaceIndex, key: string, found: Map<Group, number>): void {
  for (let i = firstAtOrAfter(index.keys, key); i < index.keys.length; i++) {
    const entry = index.keys[i] as Key;
    if (!entry.key.startsWith(key)) return;
    const isWhole = entry.key === key;
    const whole = entry.kind === 0 ? tiers.exact : tiers.exactElsewhere;
    note(found, entry.group, entry.kind === 2 ? tiers.laterWord : isWhole ? whole : tiers.beginning);
  }
}

/** Compares with every name; the letters' bits spare nine comparisons in ten. */
function byTypingErrors(index: PlaceIndex, key: string, found: Map<Group, number>): void {
  const allowed = allowedErrors(key.length);
  if (allowed === 0) return;
  const bits = letterBits(key);
  for (const entry of index.keys) {
    if (entry.kind === 2) continue;
    if (entry.key.length < key.length - allowed) continue;
    if (bitCount(bits & ~entry.bits) > allowed) continue;
    if (entry.key.length <= key.length + allowed) {
      const errors = errorsBetween(key, entry.key);
      if (errors <= allowed) note(found, entry.group, tiers.nearlyWhole + errors - 1);
    } else if (key.length >= 5) {
      const errors = errorsBetween(key, entry.key.slice(0, key.length));
      if (errors <= Math.min(allowed, 1)) note(found, entry.group, tiers.nearlyBeginning + errors - 1);
    }
  }
}

/** Places by name, best first: exact, beginning, later word, with typing errors; the larger first in each. */
export function matchName(index: PlaceIndex, name: Folded, locale: Locale): Match[] {
  if (name.key === "") return [];
  const found = new Map<Group, number>();
  byBeginning(index, name.key, found);
  if (found.size === 0 || ![...found.values()].some((tier) => tier <= tiers.beginning))
    byTypingErrors(index, name.key, found);
  const inCanton = (group: Group): boolean => group.main.canton === name.canton;
  const matches = [...found].map(([group, tier]) => ({ group, tier }));
  const kept = name.canton ? matches.filter((match) => inCanton(match.group)) : matches;
  const own = (group: Group): number => (group.main.language === locale ? 1.5 : 1);
  return kept.sort(
    (a, b) =>
      a.tier - b.tier ||
      b.group.weight * own(b.group) - a.group.weight * own(a.group) ||
      (a.group.main.id < b.group.main.id ? -1 : 1),
  );
}

/** The groups a text behind a postcode may name, in whatever spelling. */
export const groupsNamed = (index: PlaceIndex, text: string, locale: Locale): Set<Group> =>
  new Set(matchName(index, foldName(text), locale).map((match) => match.group));
