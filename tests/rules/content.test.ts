import { catalogueIcons } from "#app/ui/catalogue-icons.tsx";
import { expect, test } from "vitest";
import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { locales, type Words } from "#app/domain/kernel/words.ts";
import { categories, company, measureKinds, programmes, serviceTypes } from "#db/seed/content/index.ts";
import * as people from "#db/seed/people/index.ts";

const isWords = (value: object): value is Words => locales.every((locale) => locale in value);

/** Walks any data and yields every four-language text and every bare string with the path to it. */
function* walk(value: unknown, path: string): Generator<{ path: string; words?: Words; text?: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, `${path}[${index}]`);
  else if (value && typeof value === "object") {
    if (isWords(value) && typeof value.de === "string") yield { path, words: value };
    for (const [key, item] of Object.entries(value)) yield* walk(item, `${path}.${key}`);
  }
}

const everything = { categories, programmes, serviceTypes, measureKinds, company, people };
const found = [...walk(everything, "")];
const texts = found.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
const offenders = (wrong: (text: string) => boolean) => texts.filter(({ text }) => wrong(text)).map(({ path, text }) => `${path}: ${text}`);
const repeated = (codes: string[]) => codes.filter((code, index) => codes.indexOf(code) !== index);

test("every text says something in four languages", () => {
  const words = found.flatMap(({ path, words }) => (words ? [{ path, words }] : []));
  expect(words.length).toBeGreaterThan(600);
  expect(words.filter(({ words }) => locales.some((locale) => words[locale].trim() === "")).map(({ path }) => path)).toEqual([]);
  expect(offenders((text) => text !== text.trim() || text === "" || / {2}/.test(text))).toEqual([]);
});

test("texts keep Swiss spelling, a calm voice and no gender stars", () => {
  expect(offenders((text) => text.includes("ß"))).toEqual([]);
  expect(offenders((text) => text.includes("!"))).toEqual([]);
  expect(offenders((text) => /[:*_·](in|innen|e|es|ne)\b|\p{Ll}In(nen)?\b|\p{Ll}\/-?in(nen)?\b/u.test(text.replace(/\S+@\S+/g, "")))).toEqual([]);
});

test("a long German sentence is not found in another language by mistake", () => {
  const copied = found.filter(({ words }) => words && words.de.length > 40 && [words.fr, words.it, words.en].includes(words.de));
  expect(copied.map(({ path }) => path)).toEqual([]);
});

test("codes are kebab-case and unique where they are looked up", () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const lists = [categories, programmes, serviceTypes, measureKinds, ...serviceTypes.flatMap((type) => [type.intake, type.checklist, type.rootCauses, ...type.intake.map((question) => question.choices ?? [])])];
  for (const list of lists) {
    const codes = list.map(({ code }) => code);
    expect(repeated(codes)).toEqual([]);
    expect(codes.filter((code) => !kebab.test(code))).toEqual([]);
  }
});

test("a root cause reads the same wherever its code appears", () => {
  const readings = new Map<string, string>();
  for (const { code, words } of serviceTypes.flatMap((type) => type.rootCauses)) {
    const text = JSON.stringify(words);
    expect(readings.get(code) ?? text, code).toBe(text);
    readings.set(code, text);
  }
});

test("there are enough service types, measures and ways to say them", () => {
  expect(serviceTypes.length).toBeGreaterThanOrEqual(12);
  expect(measureKinds.length).toBeGreaterThanOrEqual(12);
  expect(categories.map(({ code }) => code)).toEqual(["energy", "connectivity"]);
  for (const type of serviceTypes) {
    for (const locale of locales) {
      expect(type.synonyms[locale].length, `${type.code} ${locale}`).toBeGreaterThanOrEqual(8);
      expect(repeated(type.synonyms[locale].map((synonym) => synonym.toLowerCase()))).toEqual([]);
    }
    expect(type.scopeIn.length, type.code).toBeGreaterThanOrEqual(3);
    expect(type.scopeOut.length, type.code).toBeGreaterThanOrEqual(3);
    expect(type.intake.length, type.code).toBeGreaterThanOrEqual(3);
    expect(type.intake.length, type.code).toBeLessThanOrEqual(5);
    expect(type.checklist.length, type.code).toBeGreaterThanOrEqual(5);
    expect(type.checklist.length, type.code).toBeLessThanOrEqual(8);
    expect(type.checklist.filter((item) => item.measuredIn).length, type.code).toBeGreaterThanOrEqual(1);
    expect(type.rootCauses.length, type.code).toBeGreaterThanOrEqual(5);
  }
});

const known = (list: { code: string }[], code: string | null) => list.some((entry) => entry.code === code);

test("a service type points to a category and a programme that exist", () => {
  for (const type of serviceTypes) {
    expect(known(categories, type.category), type.code).toBe(true);
    if (type.riskClass !== "professional_only") expect(known(programmes, type.programme), type.code).toBe(true);
  }
  expect(programmes.map((programme) => programme.validityMonths)).toEqual([24, 24]);
});

const inCorridor = ({ min, preset, max }: NonNullable<ServiceTypeContent["price"]>) => min <= preset && preset <= max;

test("prices keep the corridor's order and the professional is dearer", () => {
  for (const type of serviceTypes) {
    const { price, professional } = type;
    if (price) {
      expect(inCorridor(price), type.code).toBe(true);
      expect(price.min, type.code).toBeGreaterThanOrEqual(3000);
      expect(price.max, type.code).toBeLessThanOrEqual(7500);
      expect(professional.price, type.code).toBeGreaterThan(price.max);
    }
    for (const minutes of [type.durationMinutes, professional.durationMinutes]) expect([60, 90], type.code).toContain(minutes);
    for (const amount of [professional.price, price?.preset ?? 0]) expect(Number.isInteger(amount), type.code).toBe(true);
  }
});

test("what only professionals may do has no helper price and no programme", () => {
  const reserved = serviceTypes.filter((type) => type.riskClass === "professional_only");
  expect(reserved.map(({ code }) => code)).toEqual(["socket-fuse", "gas-heater"]);
  for (const type of reserved) expect([type.price, type.programme]).toEqual([null, null]);
  for (const type of serviceTypes.filter((type) => !reserved.includes(type))) expect(type.price, type.code).not.toBeNull();
});

test("questions with choices offer some, the others none", () => {
  for (const question of serviceTypes.flatMap((type) => type.intake)) {
    if (question.kind === "choice") expect(question.choices?.length ?? 0, question.code).toBeGreaterThanOrEqual(2);
    else expect(question.choices, question.code).toBeUndefined();
  }
});

test("every icon exists in the icon set", () => {
  const icons = [...categories, ...serviceTypes].map(({ icon }) => icon);
  expect(icons.filter((icon) => !(icon in catalogueIcons))).toEqual([]);
});

test("no helper is asked to lower a boiler below 60 °C", () => {
  const boiler = measureKinds.filter(({ code }) => code.startsWith("boiler"));
  expect(boiler.map(({ code }) => code)).toEqual(["boiler-60"]);
});

test("the company's addresses belong to nobody and its accent reaches AA on white", () => {
  expect(company.brand.supportEmail).toMatch(/\.example$/);
  expect(company.brand.telephone).toMatch(/^0800 0+ 0+$/);
  expect(company.pages.map(({ slug }) => slug)).toEqual(["imprint", "privacy", "terms", "certification"]);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(company.brand.accent.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThanOrEqual(4.5);
});

/** A generator that always falls the same way (Park and Miller). */
const picker = (seed: number) => {
  let state = seed;
  return <T>(list: readonly T[]): T => {
    state = (state * 48_271) % 2_147_483_647;
    return list[state % list.length] as T;
  };
};

test("there are enough names and streets for every language region, none twice", () => {
  const least = { de: [120, 150, 40], fr: [80, 100, 40], it: [60, 80, 40] } as const;
  for (const region of people.regions) {
    const { f, m, n } = people.firstNames[region];
    const lists = [[...f, ...m, ...n], people.surnames[region], people.streets[region]];
    for (const [at, list] of lists.entries()) expect(new Set(list).size, `${region} ${at}`).toBeGreaterThanOrEqual(least[region][at] ?? 0);
    for (const list of [f, m, n, people.surnames[region], people.streets[region]]) expect(repeated(list)).toEqual([]);
  }
  for (const [name, community] of Object.entries(people.communities)) {
    expect(new Set([...community.f, ...community.m]).size, name).toBeGreaterThanOrEqual(25);
    expect(community.surnames.length, name).toBeGreaterThanOrEqual(25);
    for (const list of [community.f, community.m, community.surnames]) expect(repeated(list)).toEqual([]);
  }
});

test("a thousand distinct biographies of two to four sentences come from each language", () => {
  for (const region of people.regions) {
    const pick = picker(7);
    const drawn = Array.from({ length: 4000 }, (_, index) => people.biography(pick, region, index % 2 ? "energy" : "connectivity"));
    expect(new Set(drawn).size, region).toBeGreaterThanOrEqual(1000);
    const counts = drawn.map((text) => text.split(/(?<=\.) (?=\p{Lu})/u).length);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([2, 4]);
  }
});

test("the same seed tells the same people", () => {
  const tell = (seed: number) => {
    const pick = picker(seed);
    return people.regions.map((region) => [people.personName(pick, region), people.streetAddress(pick, region), people.biography(pick, region, "energy")]);
  };
  expect(tell(3)).toEqual(tell(3));
  expect(tell(3)).not.toEqual(tell(4));
});

test("customers have enough to say about every service type and outcome", () => {
  for (const type of serviceTypes) {
    for (const locale of locales) {
      const words = people.concerns[type.code]?.[locale] ?? [];
      expect(words.length, `${type.code} ${locale}`).toBeGreaterThanOrEqual(locale === "de" ? 6 : 3);
      expect(repeated(words)).toEqual([]);
    }
    if (type.price) for (const region of people.regions) expect(people.listingWords[type.code]?.[region].length, type.code).toBeGreaterThanOrEqual(3);
    else expect(people.listingWords[type.code]).toBeUndefined();
  }
  for (const locale of locales) {
    for (const [tone, least] of [["good", 25], ["mixed", 10], ["bad", 8]] as const) {
      const { any, only } = people.reviews[locale][tone];
      const all = [...any, ...Object.values(only).flat()];
      expect(Object.keys(only).filter((code) => !known(serviceTypes, code))).toEqual([]);
      expect(all.length, `${locale} ${tone}`).toBeGreaterThanOrEqual(least);
      expect(repeated(all)).toEqual([]);
    }
  }
});

test("a hundred good reviews of one service type are seldom the same and never mention another", () => {
  for (const locale of locales) {
    const pick = picker(5);
    const printer = Array.from({ length: 100 }, () => people.review(pick, locale, "printer", "good"));
    expect(new Set(printer).size, locale).toBeGreaterThanOrEqual(50);
    const foreign = Object.entries(people.reviews[locale].good.only).flatMap(([code, texts]) => (code === "printer" ? [] : texts));
    expect(printer.filter((text) => foreign.some((other) => text.includes(other)))).toEqual([]);
    expect(printer.some((text) => people.reviews[locale].good.only.printer?.some((own) => text.includes(own)))).toBe(true);
  }
});
