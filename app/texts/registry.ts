import type { Locale } from "#app/domain/kernel/words.ts";
import { formatNumber } from "./format.ts";
import type { TextKey } from "./keys.ts";

export type Dictionary = { [key: string]: string | Dictionary };
export type TextValues = Record<string, string | number>;
export type Translate = (key: TextKey, values?: TextValues) => string;

// The server registers every language, the browser only the one it shows: no text is shipped twice.
const dictionaries = new Map<Locale, Dictionary>();
// A page asks for some three hundred texts; each is looked for once.
const found = new Map<Locale, Map<string, string | Dictionary>>();
const translators = new Map<Locale, Translate>();

/** Adds texts; two bundles may each bring some groups of one module. */
export function registerTexts(locale: Locale, texts: Dictionary): void {
  const known = dictionaries.get(locale) ?? {};
  const merged = Object.entries(texts).map(([module, words]) => [module, { ...(known[module] as Dictionary | undefined), ...(words as Dictionary) }] as const);
  dictionaries.set(locale, { ...known, ...Object.fromEntries(merged) });
  found.delete(locale);
}

/** The text under a dotted key, or null. */
export function lookUp(texts: Dictionary | undefined, key: string): string | Dictionary | null {
  let at: string | Dictionary | undefined = texts;
  for (const part of key.split(".")) {
    if (typeof at !== "object") return null;
    at = at[part];
  }
  return at ?? null;
}

/** What is counted is grouped as people write it; years, codes and the rest stay as given. */
const shown = (locale: Locale, name: string, value: string | number | undefined, whole: string): string => (name === "count" && typeof value === "number" ? formatNumber(value, locale) : String(value ?? whole));

function textOf(locale: Locale, key: string): string | Dictionary | null {
  const known = found.get(locale) ?? new Map<string, string | Dictionary>();
  found.set(locale, known);
  const text = known.get(key) ?? lookUp(dictionaries.get(locale), key);
  if (text !== null) known.set(key, text);
  return text;
}

/** Fills `{name}`; a group of one/other is chosen by `{count}` in the language's own plural rule. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale) ?? made(locale);
  translators.set(locale, known);
  return known;
}

function made(locale: Locale): Translate {
  const plurals = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    let text = textOf(locale, key);
    if (text && typeof text === "object") {
      const form = plurals.select(Number(values.count));
      text = text[form] ?? text.other ?? null;
    }
    if (typeof text !== "string") return key;
    return !text.includes("{") ? text : text.replace(/\{(\w+)\}/g, (whole, name: string) => shown(locale, name, values[name], whole));
  };
}
