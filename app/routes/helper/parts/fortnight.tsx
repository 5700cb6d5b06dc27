import { Link } from "@remix-run/react";
import { formatShortDay, formatTime, labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { cx } from "#app/ui/index.ts";
import type { DayShown } from "./fortnight.server.ts";
import { helperPath } from "./paths.ts";

/** Days in a row without hours and without a visit are one line: the day, and the last of its row. */
function grouped(days: readonly DayShown[]): [DayShown, DayShown | null][] {
  const rows: [DayShown, DayShown | null][] = [];
  for (const day of days) {
    const isQuiet = !day.isOpen && day.spans.length === 0;
    const before = rows[rows.length - 1];
    if (isQuiet && before?.[1]) before[1] = day;
    else rows.push([day, isQuiet ? day : null]);
  }
  return rows;
}

/** Two weeks, a line a day, each in the order of the clock. */
export function Fortnight({ days, isPaused }: { days: readonly DayShown[]; isPaused: boolean }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="grid divide-y divide-line rounded-lg border border-line bg-surface">
      {grouped(days).map(([{ at, isOpen, spans }, last]) => {
        if (last) return <li key={at} className="px-4 py-3 text-sm text-muted">{labelled(last.at === at ? formatShortDay(at, locale) : t("helper.units.fromTo", { from: formatShortDay(at, locale), until: formatShortDay(last.at, locale) }), locale)} {t("helper.calendar.closed")}</li>;
        return (
          <li key={at} className="grid grid-cols-[6rem_1fr] gap-3 px-4 py-3">
            <span className="font-semibold">{formatShortDay(at, locale)}</span>
            <div className="grid gap-2">
              {spans.map((span) => {
                const time = t("helper.units.fromTo", { from: formatTime(span.startsAt, locale), until: formatTime(span.endsAt, locale) });
                if (span.kind === "free") return <span key={span.startsAt} className="tabular-nums">{time} <span className="text-ok">{t("helper.calendar.free")}</span></span>;
                if (span.kind === "busy") return <span key={`busy${span.startsAt}`} className="tabular-nums text-muted">{time} {t("helper.times.busy")}</span>;
                return (
                  <Link key={span.id} to={helperPath(locale, `${span.kind}s/${span.id}`)} className={cx("block rounded-md px-3 py-2 text-ink no-underline", span.kind === "visit" ? "bg-accent-soft" : "bg-warn-soft")}>
                    <span className="block font-semibold tabular-nums">{time}</span>
                    <span className="block text-sm">{span.service}</span>
                    {span.kind === "request" ? <span className="block text-sm font-semibold text-warn">{t("helper.calendar.request")}</span> : null}
                  </Link>
                );
              })}
              {spans.length === 0 ? <span>{t(!isOpen ? "helper.calendar.closed" : isPaused ? "helper.me.paused" : "helper.calendar.full")}</span> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
