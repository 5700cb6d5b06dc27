import { Link } from "@remix-run/react";
import type { Locale } from "#app/domain/kernel/words.ts";
import { formatDayMonth, formatShortDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { cx, Icon } from "#app/ui/index.ts";
import { ChevronLeft, ChevronRight } from "#app/ui/icons.ts";
import type { WeekDay } from "./week.ts";

/** Which week, and the ways to its neighbours. */
export function WeekNav({ days, previous, next }: { days: readonly WeekDay[]; previous: string; next: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <nav aria-label={t("helper.times.week")} className="flex items-center justify-between gap-2">
      <Link to={previous} rel="prev" className="q-icon-button" aria-label={t("helper.times.previous")} title={t("helper.times.previous")}><Icon icon={ChevronLeft} /></Link>
      <p className="font-semibold">{formatDayMonth(days[0]?.at ?? 0, locale)} – {formatDayMonth(days[6]?.at ?? 0, locale)}</p>
      <Link to={next} rel="next" className="q-icon-button" aria-label={t("helper.times.next")} title={t("helper.times.next")}><Icon icon={ChevronRight} /></Link>
    </nav>
  );
}

const weekdayWord = (at: number, locale: Locale): string => new Intl.DateTimeFormat(locale === "en" ? "en-GB" : `${locale}-CH`, { timeZone: "Europe/Zurich", weekday: "short" }).format(at).replace(".", "");

/** The seven days of the week as one row under the thumb. */
export function DayTabs({ days, current, to }: { days: readonly WeekDay[]; current: string; to: (date: string) => string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <nav aria-label={t("helper.times.days")} className="grid grid-cols-7 gap-1">
      {days.map((day) => (
        <Link
          key={day.date} to={to(day.date)} preventScrollReset aria-label={formatShortDay(day.at, locale)} aria-current={day.date === current ? "page" : undefined}
          className={cx("grid min-h-12 place-content-center rounded-md text-center text-sm no-underline", day.date === current ? "bg-accent text-accent-ink" : "border border-line bg-surface text-ink")}
        >
          <span>{weekdayWord(day.at, locale)}</span>
          <span className={cx("font-semibold", day.isToday && day.date !== current && "text-accent")}>{Number(day.date.slice(8))}</span>
        </Link>
      ))}
    </nav>
  );
}
