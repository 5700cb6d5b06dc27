/** The languages people read here; German is the default (product.md). */
export const locales = ["de", "fr", "it", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "de";

/** One text in every language. */
export type Words = Record<Locale, string>;

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
