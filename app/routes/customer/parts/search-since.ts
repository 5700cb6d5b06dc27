import type { Locale } from "#app/domain/kernel/words.ts";

const tags: Record<Locale, string> = { de: "de-CH", fr: "fr-CH", it: "it-CH", en: "en-GB" };

// A formatter costs more than a whole card: one for each language.
const formats = new Map<Locale, Intl.DateTimeFormat>();

/** "Oktober 2026". */
export function sinceWords(at: number, locale: Locale): string {
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(tags[locale], { month: "long", year: "numeric", timeZone: "Europe/Zurich" });
  formats.set(locale, format);
  return format.format(at);
}
