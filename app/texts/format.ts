import type { Locale } from "#app/domain/kernel/words.ts";

const tags: Record<Locale, string> = { de: "de-CH", fr: "fr-CH", it: "it-CH", en: "en-GB" };
const cache = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const kept = cache.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(tags[locale], { timeZone: "Europe/Zurich", ...options });
  cache.set(key, made);
  return made;
}

/** "CHF 45.00"; minor units in, a non-breaking space between. */
export const formatMoney = (minor: number, currency = "CHF"): string => {
  const sign = minor < 0 ? "−" : "";
  const whole = Math.floor(Math.abs(minor) / 100).toString().replace(/\B(?=(\d{3})+$)/g, "’");
  return `${currency}\u00a0${sign}${whole}.${String(Math.abs(minor) % 100).padStart(2, "0")}`;
};
/** As people write it: French has no comma after the weekday and a first of the month ("jeu. 1er octobre"), Italian too ("1° ottobre"). */
const asWritten = (text: string, locale: Locale): string =>
  locale === "fr" ? text.replace(/^(\p{L}+\.),/u, "$1").replace(/\b1(?= \p{L})/u, "1er") : locale === "it" ? text.replace(/\b1(?= \p{L})/u, "1°") : text;
/** "Di., 24. November 2026". */
export const formatDay = (ms: number, locale: Locale): string => asWritten(dateFormat(locale, { weekday: "short", day: "numeric", month: "long", year: "numeric" }).format(ms), locale);
/** "24. November 2026", where the day of the week says nothing. */
export const formatLongDate = (ms: number, locale: Locale): string => asWritten(dateFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(ms), locale);
/** "Di., 24. Nov.". */
export const formatShortDay = (ms: number, locale: Locale): string => asWritten(dateFormat(locale, { weekday: "short", day: "numeric", month: "short" }).format(ms), locale);
/** "24. Nov.", for the axis of a chart. */
export const formatDayMonth = (ms: number, locale: Locale): string => asWritten(dateFormat(locale, { day: "numeric", month: "short" }).format(ms), locale);
/** "17:30". */
export const formatTime = (ms: number, locale: Locale): string => dateFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
export const formatDayTime = (ms: number, locale: Locale): string => `${formatDay(ms, locale)}, ${formatTime(ms, locale)}`;
/** "24.11.2026" and the like, for tables. */
export const formatDate = (ms: number, locale: Locale): string => dateFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric" }).format(ms);
const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions, key: string): Intl.NumberFormat {
  const format = numbers.get(locale + key) ?? new Intl.NumberFormat(tags[locale], options);
  numbers.set(locale + key, format);
  return format;
}
export const formatNumber = (value: number, locale: Locale, digits = 0): string => numberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }, String(digits)).format(value);
export const formatPercent = (share: number, locale: Locale): string => numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }, "%").format(share);
/** A length as people read it: "45 min", "1½ h", "2 h", "1 h 15 min"; the same in all languages. */
export const formatHours = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest}\u00a0min` : rest === 0 ? `${hours}\u00a0h` : rest === 30 ? `${hours}½\u00a0h` : `${hours}\u00a0h ${rest}\u00a0min`;
};

/** A label with its colon, before which French writes a space that does not break. */
export const labelled = (label: string, locale: Locale): string => `${label}${locale === "fr" ? "\u00a0" : ""}:`;
