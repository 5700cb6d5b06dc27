import type { Locale } from "#app/domain/kernel/words.ts";
import type { Translate } from "#app/texts/registry.ts";
import { minute } from "#app/domain/kernel/time.ts";

/** 200 minutes as "3 Std. 20 Min."; whole hours without minutes; days from two on. */
export function lengthWords(t: Translate, minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return t("helper.units.minutes", { minutes: whole });
  if (whole >= 48 * 60) return t("helper.units.days", { count: Math.floor(whole / 1440) });
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? t("helper.units.hours", { hours }) : t("helper.units.hoursMinutes", { hours, minutes: rest });
}

/** The length of a visit: minutes as one plans them, up to two hours. */
export const visitWords = (t: Translate, minutes: number): string => (minutes < 120 ? t("helper.units.minutes", { minutes: Math.round(minutes) }) : lengthWords(t, minutes));

/** The countdown as words. */
export const leftWords =
  (t: Translate) =>
  (milliseconds: number): string => {
    if (milliseconds <= 0) return t("helper.units.over");
    if (milliseconds < minute) return t("helper.units.lastMinute");
    return t("helper.units.left", { time: lengthWords(t, Math.floor(milliseconds / minute)) });
  };

/** A refusal in words: the text of its own name, or the general one. */
export function refusalWords(t: Translate, group: "helper.requests.refusal" | "visit.refusal" | "helper.picture.refusal" | "helper.earnings.hold" | "helper.refusal", name: string, values: Record<string, string | number> = {}): string {
  const key = `${group}.${name}` as Parameters<Translate>[0];
  const said = t(key, values);
  return said === key ? t(`${group === "helper.picture.refusal" ? "helper.refusal" : group}.other` as Parameters<Translate>[0], values) : said;
}

/** An address that opens the map of the phone. */
export const mapHref = (street: string, postcode: string, locality: string): string => `https://www.openstreetmap.org/search?query=${encodeURIComponent(`${street}, ${postcode} ${locality}`)}`;

/** A telephone number as phones dial it. */
export const telHref = (telephone: string): string => `tel:${telephone.replace(/[^+\d]/g, "")}`;

export const helperPath = (locale: Locale, rest = ""): string => `/${locale}/helper${rest ? `/${rest}` : ""}`;
