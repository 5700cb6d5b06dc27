import type { Locale } from "#app/domain/kernel/words.ts";
import { formatNumber, formatShortDay, formatTime } from "#app/texts/format.ts";

/** "CHF 5 Mio." in the reader's language; minor units in. */
export function formatMillions(minor: number, locale: Locale): string {
  const million: Record<Locale, string> = { de: "Mio.", fr: "mio", it: "mio", en: "million" };
  return `CHF\u00a0${formatNumber(minor / 100_000_000, locale)}\u00a0${million[locale]}`;
}

/** "1.5 km" and "12 km": rounded by the domain, written by Intl. */
export const formatKm = (km: number, locale: Locale): string => `${formatNumber(km, locale, Number.isInteger(km) ? 0 : 1)}\u00a0km`;

/** "Mi., 25. Nov., 17:30": short, for lists. */
export const formatSlot = (at: number, locale: Locale): string => `${formatShortDay(at, locale)}, ${formatTime(at, locale)}`;

/** Where a helper's picture is served; null shows initials. */
export const portraitOf = (fileId: string | null): string | null => (fileId ? `/files/${fileId}` : null);

const named = new Map<string, string>();

/** Names of languages in the reader's own, in the order given. */
export function languageNames(codes: readonly string[], locale: Locale): string[] {
  return codes.map((code) => {
    const known = named.get(`${locale} ${code}`);
    if (known) return known;
    const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
    const written = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    if (named.size < 500) named.set(`${locale} ${code}`, written);
    return written;
  });
}
