import type { ChecklistItem } from "#app/domain/catalogue/catalogue.ts";
import type { ReportForm } from "#app/domain/booking/booking.schema.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { measureKinds } from "../content/index.ts";
import { evidence, type Means } from "../people/index.ts";
import type { Chance } from "./chance.ts";

export type Measure = ReportForm["measures"][number];
type Range = readonly [least: number, most: number, step?: number];

/** What a measure looks like in homes: at which services, how many pieces, the values before and after, how it is proved. */
export type Taken = { services: readonly string[]; count: Range; before: Range; after: Range | ((before: number) => number); means: readonly Means[] };

export const taken: Readonly<Record<string, Taken>> = {
  "bulb-to-led": { services: ["light-bulbs"], count: [3, 8], before: [40, 60, 5], after: (before) => Math.round(before * 0.14), means: ["print"] },
  "standby-strip": { services: ["electricity-check", "hot-water-standby"], count: [1, 2], before: [7, 16], after: [0, 1], means: ["plug"] },
  "fridge-temperature": { services: ["electricity-check"], count: [1, 1], before: [3, 5], after: [7, 7], means: ["thermometer"] },
  "freezer-temperature": { services: ["electricity-check"], count: [1, 1], before: [-24, -20], after: [-18, -18], means: ["thermometer", "display"] },
  "freezer-defrosted": { services: ["electricity-check"], count: [1, 1], before: [5, 18], after: [0, 0], means: ["tape"] },
  "second-fridge-off": { services: ["electricity-check"], count: [1, 1], before: [180, 320, 10], after: [0, 0], means: ["plate", "plug"] },
  "timer-fitted": { services: ["electricity-check", "hot-water-standby"], count: [1, 1], before: [24, 24], after: [3, 10], means: ["plug", "agreed"] },
  "washing-colder": { services: ["electricity-check"], count: [1, 1], before: [40, 60, 20], after: (before) => before - 10, means: ["agreed", "display"] },
  "thermostat-lowered": { services: ["heat-less"], count: [1, 2], before: [22, 24, 0.5], after: (before) => before - 1, means: ["thermometer", "display"] },
  "night-setback": { services: ["heat-less"], count: [1, 1], before: [20, 22, 0.5], after: [17, 18], means: ["display"] },
  "radiator-valve": { services: ["heat-less"], count: [1, 1], before: [23, 25, 0.5], after: [20, 21, 0.5], means: ["thermometer"] },
  "radiator-cleared": { services: ["heat-less"], count: [1, 2], before: [0, 5], after: [15, 40, 5], means: ["tape"] },
  "seal-fitted": { services: ["heat-less"], count: [1, 2], before: [3, 5, 0.5], after: [0, 0], means: ["tape"] },
  "airing-habit": { services: ["heat-less"], count: [1, 1], before: [120, 480, 60], after: [15, 25, 5], means: ["agreed"] },
  "boiler-60": { services: ["hot-water-standby"], count: [1, 1], before: [62, 70], after: [60, 60], means: ["display"] },
  "shower-head": { services: ["hot-water-standby"], count: [1, 1], before: [11, 16], after: [6, 8], means: ["cup"] },
  "flow-limiter": { services: ["hot-water-standby"], count: [1, 2], before: [8, 12], after: [5, 6], means: ["cup"] },
};

/** One visit of an hour or two saves no more than this in a year (kWh). */
export const mostKwh = 450;

/** A value of a range by its step, without the dust of fractions. */
export function draw(chance: Chance, [least, most, step = 1]: Range): number {
  return Math.round((least + chance.whole(0, Math.round((most - least) / step)) * step) * 10) / 10;
}

/** What was done on a solved visit of this service: none, or a few different measures whose estimate stays believable. */
export function drawMeasures(chance: Chance, service: string, locale: Locale): Measure[] {
  const able = measureKinds.filter(({ code }) => taken[code]?.services.includes(service));
  if (able.length === 0 || !chance.odds(able.length === 1 ? 0.95 : 0.85)) return [];
  const measures: Measure[] = [];
  let kwh = 0;
  for (let i = chance.whole(1, 3); i > 0; i--) {
    const { code, kwhPerUnitYear } = chance.pick(able);
    const like = taken[code];
    if (!like || measures.some((measure) => measure.code === code)) continue;
    const count = draw(chance, like.count);
    const before = draw(chance, like.before);
    const after = typeof like.after === "function" ? like.after(before) : draw(chance, like.after);
    const words = chance.pick(evidence[chance.pick(like.means)][locale]);
    if (kwh + count * (kwhPerUnitYear ?? 0) > mostKwh) continue;
    kwh += count * (kwhPerUnitYear ?? 0);
    measures.push({ code, count, before, after, evidence: words });
  }
  return measures;
}

/** What checklists measure, by code; the same code means the same thing in every service. */
export const checked: Readonly<Record<string, Range>> = {
  "bill-read": [1600, 5200, 50], "situation-noted": [4500, 24_000, 500], "fridge-temperature": [4, 8], "largest-device": [90, 2200, 10], "standby-total": [12, 80],
  "living-room-before": [21, 24, 0.5], humidity: [38, 62], "thermostats-set": [20, 21, 0.5], "flow-temperature": [35, 58],
  "bulbs-counted": [2, 6], "watts-before": [120, 300, 20], "watts-after": [18, 42, 2],
  "shower-flow-before": [11, 16], "shower-flow-after": [6, 8], "boiler-temperature": [60, 60], "standby-before": [14, 45], "standby-after": [1, 6],
  insulation: [20, 500, 10], "rcd-tested": [14, 38], "gas-tight": [18, 24], "carbon-monoxide": [0, 6], "flue-loss": [4, 8], pressure: [1.2, 1.9, 0.1], "hot-water-runs": [55, 60],
  "speed-cable": [90, 940, 10], "devices-connected": [3, 11], "speed-at-box": [40, 280, 10], "speed-at-router": [120, 900, 10], "speed-problem-before": [3, 24], "speed-problem-after": [45, 210, 5], "signal-problem-room": [-66, -48],
  "contacts-saved": [3, 12], "contacts-counted": [60, 420], "devices-set": [1, 4], "ink-level": [15, 90, 5],
};

/** Points that say what the measures of the same report say. */
const same: Readonly<Record<string, (measure: Measure) => number | null>> = {
  "bulbs-counted": ({ code, count }) => (code === "bulb-to-led" ? count : null),
  "watts-before": ({ code, count, before }) => (code === "bulb-to-led" ? count * (before ?? 0) : null),
  "watts-after": ({ code, count, after }) => (code === "bulb-to-led" ? count * (after ?? 0) : null),
  "shower-flow-before": ({ code, before }) => (code === "shower-head" ? before : null),
  "shower-flow-after": ({ code, after }) => (code === "shower-head" ? after : null),
  "standby-before": ({ code, count, before }) => (code === "standby-strip" ? count * (before ?? 0) : null),
  "standby-after": ({ code, count, after }) => (code === "standby-strip" ? count * (after ?? 0) : null),
  "fridge-temperature": ({ code, before }) => (code === "fridge-temperature" ? before : null),
};

/** The value of a measured point; without success "after" is what "before" was. */
export function drawChecked(chance: Chance, { code }: Pick<ChecklistItem, "code">, measures: readonly Measure[], solved: boolean, known: ReadonlyMap<string, string>): string {
  const before = code.endsWith("-after") ? known.get(code.replace(/-after$/, "-before")) : undefined;
  if (before !== undefined && !solved) return before;
  const told = measures.flatMap((measure) => same[code]?.(measure) ?? [])[0];
  const range = checked[code];
  if (!range) throw new Error(`The demo does not know what ${code} measures`);
  return String(told ?? draw(chance, range));
}
