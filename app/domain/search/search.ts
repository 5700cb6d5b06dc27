/** One listing whose service area covers the customer's place; `solvedLower` and `answerMinutes` are null for a new helper. */
export type Candidate = {
  listingId: string;
  helperId: string;
  lat: number;
  lng: number;
  radiusM: number;
  priceMinor: number;
  solvedLower: number | null;
  stars: number | null;
  answerMinutes: number | null;
  nextFreeAt: number | null;
  validUntil: number;
  instant: boolean;
  languages: string;
};
export type Ranked = Candidate & { distanceM: number; score: number };

export const sortings = ["match", "distance", "price", "earliest"] as const;
export type Sorting = (typeof sortings)[number];

export type Filters = { radiusKm?: number; maxPriceMinor?: number; minStars?: number; language?: string; instantOnly?: boolean; freeUntil?: number; only?: ReadonlySet<string> };
export type Weights = { distance: number; solved: number; earliest: number; answer: number };

const radians = Math.PI / 180;

/** Great-circle distance in metres (haversine, mean Earth radius 6,371,008 m). */
export function distanceM(aLat: number, aLng: number, bLat: number, bLng: number): number {
  const h = Math.sin(((bLat - aLat) * radians) / 2) ** 2 + Math.cos(aLat * radians) * Math.cos(bLat * radians) * Math.sin(((bLng - aLng) * radians) / 2) ** 2;
  return 2 * 6_371_008 * Math.asin(Math.sqrt(h));
}

/** What a screen may say about a distance: 0.5 km steps below 5 km, whole kilometres above, never under 0.5. */
export const roundedKm = (metres: number): number => (metres < 5000 ? Math.max(0.5, Math.round(metres / 500) / 2) : Math.round(metres / 1000));

/** Whether the helper would travel there and the customer's filters let the listing through. */
export const passes = (c: Candidate, distance: number, { radiusKm, maxPriceMinor, minStars, language, instantOnly, freeUntil, only }: Filters): boolean =>
  distance <= c.radiusM &&
  (only === undefined || only.has(c.helperId)) &&
  (radiusKm === undefined || distance <= radiusKm * 1000) &&
  (maxPriceMinor === undefined || c.priceMinor <= maxPriceMinor) &&
  (minStars === undefined || (c.stars !== null && c.stars >= minStars)) &&
  (language === undefined || c.languages.split(",").includes(language)) &&
  (!instantOnly || c.instant) &&
  (freeUntil === undefined || (c.nextFreeAt !== null && c.nextFreeAt <= freeUntil));

/**
 * Filters and orders candidates for a place; the one function that both databases share, ties by listing id.
 * Best match (product.md 5): distance against the helper's reach, lower bound of the solved rate, earliest slot within
 * the horizon, answer time within a day, each 0 to 1 and weighted; a new helper counts as the average of those found.
 */
export function rank(candidates: readonly Candidate[], at: { lat: number; lng: number }, options: { filters: Filters; sorting: Sorting; weights: Weights; now: number; horizonMs: number }): Ranked[] {
  const found: Ranked[] = [];
  for (const candidate of candidates) {
    const distance = distanceM(at.lat, at.lng, candidate.lat, candidate.lng);
    if (passes(candidate, distance, options.filters)) found.push(rankedOf(candidate, distance));
  }
  if (options.sorting === "match") score(found, options);
  const key: Record<Sorting, (r: Ranked) => number> = {
    match: (r) => -r.score,
    distance: (r) => r.distanceM,
    price: (r) => r.priceMinor,
    earliest: (r) => r.nextFreeAt ?? Number.MAX_SAFE_INTEGER,
  };
  const by = key[options.sorting];
  return found.sort((a, b) => by(a) - by(b) || (a.listingId < b.listingId ? -1 : 1));
}

/** Written out: spreading a candidate costs sixty times as much, and there can be thousands. */
const rankedOf = (c: Candidate, distance: number): Ranked => ({
  listingId: c.listingId,
  helperId: c.helperId,
  lat: c.lat,
  lng: c.lng,
  radiusM: c.radiusM,
  priceMinor: c.priceMinor,
  solvedLower: c.solvedLower,
  stars: c.stars,
  answerMinutes: c.answerMinutes,
  nextFreeAt: c.nextFreeAt,
  validUntil: c.validUntil,
  instant: c.instant,
  languages: c.languages,
  distanceM: distance,
  score: 0,
});

function score(found: Ranked[], { weights, now, horizonMs }: { weights: Weights; now: number; horizonMs: number }): void {
  const solved = average(found.map((r) => r.solvedLower));
  const answer = average(found.map((r) => r.answerMinutes));
  for (const r of found) {
    const near = 1 - Math.min(1, r.distanceM / 25_000);
    const soon = r.nextFreeAt === null ? 0 : 1 - Math.min(1, Math.max(0, r.nextFreeAt - now) / horizonMs);
    const prompt = 1 - Math.min(1, (r.answerMinutes ?? answer) / 1440);
    r.score = weights.distance * near + weights.solved * (r.solvedLower ?? solved) + weights.earliest * soon + weights.answer * prompt;
  }
}

function average(values: (number | null)[]): number {
  let sum = 0;
  let n = 0;
  for (const value of values) if (value !== null) [sum, n] = [sum + value, n + 1];
  return n ? sum / n : 0.5;
}

export type Kept = "radius" | "price" | "stars" | "language" | "instant" | "time" | "mine";

const without: Record<Kept, (filters: Filters) => Filters> = {
  radius: ({ radiusKm: _, ...rest }) => rest,
  price: ({ maxPriceMinor: _, ...rest }) => rest,
  stars: ({ minStars: _, ...rest }) => rest,
  language: ({ language: _, ...rest }) => rest,
  instant: ({ instantOnly: _, ...rest }) => rest,
  mine: ({ only: _, ...rest }) => rest,
  time: ({ freeUntil: _, ...rest }) => rest,
};

/**
 * How many more would come without each filter in force, the strongest first; filters that keep nobody away are left out.
 * `isFree` says whether somebody has a slot at the wished time.
 */
export function keptAway(candidates: readonly Candidate[], at: { lat: number; lng: number }, filters: Filters, isFree: (helperId: string) => boolean): { filter: Kept; more: number }[] {
  const count = (asked: Filters, timed: boolean): number => {
    let n = 0;
    for (const c of candidates) if (passes(c, distanceM(at.lat, at.lng, c.lat, c.lng), asked) && (!timed || isFree(c.helperId))) n++;
    return n;
  };
  const now = count(filters, true);
  return (Object.keys(without) as Kept[])
    .map((filter) => ({ filter, more: count(without[filter](filters), filter !== "time") - now }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more);
}
