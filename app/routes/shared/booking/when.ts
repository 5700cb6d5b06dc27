import type { Locale } from "#app/domain/kernel/words.ts";
import { formatDay, formatLongDate, formatShortDay, formatTime } from "#app/texts/format.ts";
import type { Translate } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { day } from "#app/domain/kernel/time.ts";

const dayKey = (ms: number): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Zurich" }).format(ms);

/** "heute um 18:00", "morgen um 09:30", else the day and the time; `now` is business time. */
export function relativeTime(ms: number, now: number, locale: Locale, t: Translate, dayWords: "booking.when.dayAt" | "booking.when.onDay" = "booking.when.dayAt"): string {
  const time = formatTime(ms, locale);
  const key = dayKey(ms);
  if (key === dayKey(now)) return t("booking.when.today", { time });
  if (key === dayKey(now + day)) return t("booking.when.tomorrow", { time });
  return t(dayWords, { day: formatShortDay(ms, locale), time });
}

/** Times of a booking in the reader's words, on a screen. */
export const useWhen = (now: number): When => whenOf(now, useLocale(), useT());
export type When = ReturnType<typeof whenOf>;

/** Times of a booking in words; `now` is business time. */
export function whenOf(now: number, locale: Locale, t: Translate) {
  return {
    /** "heute um 18:00 Uhr", "Di., 24. Nov. um 18:00 Uhr": after words like until, and in lists. */
    at: (ms: number) => relativeTime(ms, now, locale, t),
    /** "heute um 18:00 Uhr", "am Di., 24. Nov. um 18:00 Uhr": when something happens or happened. */
    on: (ms: number) => relativeTime(ms, now, locale, t, "booking.when.onDay"),
    /** "Di., 24. November 2026, 17:30 bis 19:00 Uhr" */
    span: ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => t("booking.when.span", { day: formatDay(startsAt, locale), from: formatTime(startsAt, locale), until: formatTime(endsAt, locale) }),
    day: (ms: number) => formatDay(ms, locale),
    /** "24. November 2026": the end of a validity, of a promise. */
    date: (ms: number) => formatLongDate(ms, locale),
    shortDay: (ms: number) => formatShortDay(ms, locale),
    time: (ms: number) => formatTime(ms, locale),
  };
}
