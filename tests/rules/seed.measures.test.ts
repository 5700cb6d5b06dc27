import { expect, test } from "vitest";
import { locales } from "#app/domain/kernel/words.ts";
import { measureKinds, serviceTypes } from "#db/seed/content/index.ts";
import { chanceFrom } from "#db/seed/demo/chance.ts";
import { checked, draw, drawChecked, drawMeasures, mostKwh, taken } from "#db/seed/demo/measures.ts";
import { evidence } from "#db/seed/people/index.ts";

const kwh = new Map(measureKinds.map(({ code, kwhPerUnitYear }) => [code, kwhPerUnitYear ?? 0]));
const energy = serviceTypes.filter(({ category }) => category === "energy");

test("the demo knows every measure of the catalogue, and each belongs to a service about energy", () => {
  expect(Object.keys(taken).sort()).toEqual(measureKinds.map(({ code }) => code).sort());
  const services = energy.map(({ code }) => code);
  for (const [code, { services: at }] of Object.entries(taken)) for (const service of at) expect(services, code).toContain(service);
});

test("two hundred visits of each service record measures of their own service, each changed the right way, proved, and worth at most 450 kWh a year", () => {
  const rising = ["fridge-temperature", "freezer-temperature", "radiator-cleared"];
  for (const { code: service } of serviceTypes) {
    const chance = chanceFrom(7);
    let some = 0;
    for (let i = 0; i < 200; i++) {
      const locale = chance.pick(locales);
      const measures = drawMeasures(chance, service, locale);
      some += measures.length;
      expect(measures.reduce((sum, { code, count }) => sum + count * (kwh.get(code) ?? 0), 0), service).toBeLessThanOrEqual(mostKwh);
      expect(new Set(measures.map(({ code }) => code)).size).toBe(measures.length);
      for (const { code, count, before, after, evidence: words } of measures) {
        expect(taken[code]?.services, code).toContain(service);
        expect(count, code).toBeGreaterThanOrEqual(1);
        expect(rising.includes(code) ? (after ?? 0) - (before ?? 0) : (before ?? 0) - (after ?? 0), code).toBeGreaterThan(0);
        expect(Object.values(evidence).flatMap((each) => each[locale] as string[]), code).toContain(words);
      }
    }
    const wanted = Object.values(taken).some(({ services }) => services.includes(service));
    expect(some > 160, service).toBe(wanted);
  }
});

test("a second fridge goes once, and a fridge is set to seven degrees", () => {
  const chance = chanceFrom(11);
  const all = Array.from({ length: 2000 }, () => drawMeasures(chance, "electricity-check", "de")).flat();
  expect([...new Set(all.filter(({ code }) => code === "second-fridge-off").map(({ count }) => count))]).toEqual([1]);
  expect([...new Set(all.filter(({ code }) => code === "fridge-temperature").map(({ after }) => after))]).toEqual([7]);
});

test("every measured point of a checklist has believable values, and agrees with the measures of its report", () => {
  const chance = chanceFrom(3);
  for (const item of serviceTypes.flatMap(({ checklist }) => checklist.filter(({ measuredIn }) => measuredIn))) {
    const [least, most] = checked[item.code] ?? [Number.NaN, Number.NaN];
    const value = Number(drawChecked(chance, item, [], true, new Map()));
    expect(value >= least && value <= most, `${item.code} ${value}`).toBe(true);
  }
  const bulbs = [{ code: "bulb-to-led", count: 4, before: 50, after: 7, evidence: "" }];
  expect(drawChecked(chance, { code: "watts-before" }, bulbs, true, new Map())).toBe("200");
  expect(drawChecked(chance, { code: "watts-after" }, bulbs, true, new Map())).toBe("28");
  expect(drawChecked(chance, { code: "watts-after" }, [], false, new Map([["watts-before", "180"]]))).toBe("180");
  expect(draw(chance, [1.2, 1.2, 0.1])).toBe(1.2);
});
