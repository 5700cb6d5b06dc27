import type { Translate } from "#app/texts/registry.ts";

/** "Antwortet meist innert 2 Stunden": rounded up, because a promise should hold. */
export function answerWords(minutes: number, t: Translate): string {
  if (minutes <= 30) return t("helperPage.answer.halfHour");
  if (minutes <= 24 * 60) return t("helperPage.answer.hours", { count: Math.ceil(minutes / 60) });
  return t("helperPage.answer.days", { count: Math.ceil(minutes / 1440) });
}
