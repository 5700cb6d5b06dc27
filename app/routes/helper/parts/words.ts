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
