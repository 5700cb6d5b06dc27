import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { locales } from "#app/domain/kernel/words.ts";
import "#app/texts/all.server.ts";
import { namedProblems } from "#app/routes/shared/problems.ts";
import { formatDay, formatLongDate, formatShortDay } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";

type Tree = { [key: string]: string | Tree };
const root = path.resolve(import.meta.dirname, "../../app/texts");
const read = (locale: string, file: string) => JSON.parse(readFileSync(path.join(root, locale, file), "utf8")) as Tree;
const files = readdirSync(path.join(root, "de")).filter((name) => name.endsWith(".json"));

/** Every text with its dotted key; the forms of a plural count as one text each. */
const flat = (tree: Tree, before = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`)));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(" ");
const withoutCount = (text: string) => text.replace("{count}", "").trim();
const staffOnly = (file: string) => file.startsWith("staff");
const wanted = (file: string) => locales.filter((locale) => !staffOnly(file) || locale === "de" || locale === "en");

describe.each(files)("%s", (file) => {
  const german = flat(read("de", file));

  test("has the same keys and placeholders in every language its readers have", () => {
    const missing = wanted(file).filter((locale) => !existsSync(path.join(root, locale, file)));
    expect(missing).toEqual([]);
    for (const locale of wanted(file)) {
      const own = new Map(flat(read(locale, file)));
      expect([...own.keys()].sort(), locale).toEqual(german.map(([key]) => key).sort());
      // "one" may say a word instead of the figure.
      const differing = german.filter(([key, text]) => withoutCount(placeholders(text)) !== withoutCount(placeholders(own.get(key) ?? "")));
      expect(differing.map(([key]) => `${locale} ${key}`)).toEqual([]);
    }
  });

  test("speaks calmly and in Swiss usage: no ß, no exclamation marks, no gender stars, nothing empty", () => {
    for (const locale of wanted(file)) {
      const faulty = flat(read(locale, file)).filter(([, text]) => text.trim() === "" || /[ß!]/.test(text) || /\p{L}[*:_]in(nen)?\b/u.test(text));
      expect(faulty.map(([key, text]) => `${locale} ${key}: ${text}`)).toEqual([]);
    }
  });
});

const pluralForms = new Set(["zero", "one", "two", "few", "many", "other"]);

test("every plural has the form other, which every count can fall back to", () => {
  const lacking = (tree: Tree, at: string): string[] =>
    Object.entries(tree).flatMap(([key, value]) => {
      if (typeof value === "string") return [];
      const isPlural = Object.keys(value).every((form) => pluralForms.has(form));
      return isPlural && typeof value.other !== "string" ? [`${at}.${key}`] : lacking(value, `${at}.${key}`);
    });
  for (const locale of locales) for (const file of files.filter((name) => existsSync(path.join(root, locale, name)))) expect(lacking(read(locale, file), `${locale}/${file}`)).toEqual([]);
});

test("no language has a file that German lacks", () => {
  for (const locale of locales) expect(readdirSync(path.join(root, locale)).filter((name) => !files.includes(name))).toEqual([]);
});

test("a count chooses the form of its language", () => {
  const key = "account.code.wrong";
  expect(translator("de")(key, { count: 1 })).toContain("einen Versuch");
  expect(translator("de")(key, { count: 3 })).toContain("3 Versuche");
  expect(translator("fr")(key, { count: 0 })).toContain("un essai");
});

test("dates are written as each language writes them", () => {
  const [day, first] = [Date.UTC(2026, 11, 2, 12), Date.UTC(2026, 9, 1, 12)];
  expect(locales.map((locale) => formatDay(day, locale))).toEqual(["Mi., 2. Dezember 2026", "mer. 2 décembre 2026", "mer, 2 dicembre 2026", "Wed, 2 December 2026"]);
  expect(locales.map((locale) => formatShortDay(first, locale))).toEqual(["Do., 1. Okt.", "jeu. 1er oct.", "gio 1° ott", "Thu 1 Oct"]);
  expect(locales.map((locale) => formatLongDate(first, locale))).toEqual(["1. Oktober 2026", "1er octobre 2026", "1° ottobre 2026", "1 October 2026"]);
});

test("a summary names every field that is refused in the same words, with the reader's colon, and leaves a question without one", () => {
  const empty = "Füllen Sie bitte dieses Feld aus.";
  const problems = [{ field: "", message: "Das ging nicht." }, { field: "name", message: empty }, { field: "right", message: empty }, { field: "other", message: empty }];
  const labels = { name: "Name", right: "Was darf die Person?" };
  expect(namedProblems(problems, labels, "de").map(({ message }) => message)).toEqual(["Das ging nicht.", `Name: ${empty}`, `Was darf die Person? ${empty}`, empty]);
  expect(namedProblems([{ field: "name", message: "Obligatoire." }], { name: "Nom" }, "fr")).toEqual([{ field: "name", message: "Nom\u00a0: Obligatoire." }]);
});
