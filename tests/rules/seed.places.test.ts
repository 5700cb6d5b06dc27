import { expect, test } from "vitest";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { openPlaces } from "#app/gateways/places/places.server.ts";
import { thousandsOf } from "#db/seed/demo/cantons.ts";
import { chanceFrom } from "#db/seed/demo/chance.ts";
import { pickPlace, weighPlaces } from "#db/seed/demo/places.ts";

const all = builtinPlaces();
const weighted = weighPlaces(openPlaces(), all);
const country = Object.values(thousandsOf).reduce((sum, each) => sum + each, 0);

/** The share of the whole weight that lies in each canton. */
function shares(): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [at, { canton }] of weighted.places.entries()) sums.set(canton, (sums.get(canton) ?? 0) + (weighted.upTo[at] ?? 0) - (weighted.upTo[at - 1] ?? 0));
  return new Map([...sums].map(([canton, sum]) => [canton, sum / weighted.total]));
}

test("the table names all 26 cantons and about nine million people", () => {
  expect(Object.keys(thousandsOf).length).toBe(26);
  expect(country).toBeGreaterThan(9000);
  expect(country).toBeLessThan(9100);
});

test("each canton weighs as much as its share of the population", () => {
  const found = shares();
  expect(found.size).toBe(26);
  for (const [canton, share] of found) expect(share, canton).toBeCloseTo((thousandsOf[canton] ?? 0) / country, 6);
});

test("six thousand drawn places fall on the cantons as people live, within four standard deviations", () => {
  const chance = chanceFrom(2023);
  const n = 6000;
  const drawn = new Map<string, number>();
  for (let i = 0; i < n; i++) {
    const { canton } = pickPlace(weighted, chance);
    drawn.set(canton, (drawn.get(canton) ?? 0) + 1);
  }
  for (const [canton, thousands] of Object.entries(thousandsOf)) {
    const share = thousands / country;
    expect(Math.abs((drawn.get(canton) ?? 0) - n * share), canton).toBeLessThan(4 * Math.sqrt(n * share * (1 - share)));
  }
});

test("within a canton a town weighs more than a village", () => {
  const weight = (postcode: string) => weighted.places.reduce((sum, place, at) => (place.postcode === postcode ? sum + (weighted.upTo[at] ?? 0) - (weighted.upTo[at - 1] ?? 0) : sum), 0);
  expect(weight("7000")).toBeGreaterThan(20 * weight("7562"));
  expect(weight("5000")).toBeGreaterThan(3 * weight("5276"));
});
