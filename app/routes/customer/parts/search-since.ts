import type { Locale } from "#app/domain/kernel/words.ts";

const tags: Record<Locale, string> = { de: "de-CH", fr: "fr-CH", it: "it-CH", en: "en-GB" };

/** "Oktober 2026". */
export const sinceWords = (at: number, locale: Locale): string => new Intl.DateTimeFormat(tags[locale], { month: "long", year: "numeric", timeZone: "Europe/Zurich" }).format(at);
