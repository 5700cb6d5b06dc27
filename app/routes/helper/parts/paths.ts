import type { Locale } from "#app/domain/kernel/words.ts";

/** An address that opens the map of the phone. */
export const mapHref = (street: string, postcode: string, locality: string): string => `https://www.openstreetmap.org/search?query=${encodeURIComponent(`${street}, ${postcode} ${locality}`)}`;

/** A telephone number as phones dial it. */
export const telHref = (telephone: string): string => `tel:${telephone.replace(/[^+\d]/g, "")}`;

export const helperPath = (locale: Locale, rest = ""): string => `/${locale}/helper${rest ? `/${rest}` : ""}`;
