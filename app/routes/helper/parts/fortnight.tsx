import { Link } from "@remix-run/react";
import { formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, cx } from "#app/ui/index.ts";
import type { DayShown } from "./fortnight.server.ts";
import { helperPath } from "./words.ts";

/** Days in a row without hours and without a visit are one line: the day, and the last of its row. */
function grouped(days: readonly DayShown[]): [DayShown, DayShown | null][] {
  const rows: [DayShown, DayShown | null][] = [];
  for (const day of days) {
    const isQuiet = !day.isOpen && day.taken.length === 0;
    const before = rows[rows.length - 1];
    if (isQuiet && before?.[1]) before[1] = day;
    else rows.push([day, isQuiet ? day : null]);
  }
  return rows;
}

/** Two weeks, a line a day: visits first, then what is free. */
export function Fortnight({ days }: { days: readonly DayShown[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="grid divide-y divide-line rounded-lg border border-line bg-surface">
      {grouped(days).map(([{ at, isOpen, free, busy, taken }, last]) => {
        if (last) return <li key={at} className="px-4 py-3 text-sm text-muted">{last.at === at ? formatShortDay(at, locale) : t("helper.units.fromTo", { from: formatShortDay(at, locale), until: formatShortDay(last.at, locale) })}: {t("helper.calendar.closed")}</li>;
        return (
          <li key={at} className="grid grid-cols-[6rem_1fr] gap-3 px-4 py-3">
            <span className="font-semibold">{formatShortDay(at, locale)}</span>
            <div className="grid gap-2">
              {taken.map(({ id, kind, startsAt, endsAt, service }) => (
                <Link key={id} to={helperPath(locale, `${kind === "visit" ? "visits" : "requests"}/${id}`)} className={cx("block rounded-md px-3 py-2 text-ink no-underline", kind === "visit" ? "bg-accent-soft" : "bg-warn-soft")}>
                  <span className="block font-semibold tabular-nums">{t("helper.units.fromTo", { from: formatTime(startsAt, locale), until: formatTime(endsAt, locale) })}</span>
                  <span className="block text-sm">{service}</span>
                  {kind === "request" ? <Badge tone="warn">{t("helper.calendar.request")}</Badge> : null}
                </Link>
              ))}
              {isOpen ? busy.map(({ from, until }) => <span key={`busy${from}`} className="tabular-nums text-muted">{t("helper.units.fromTo", { from: formatTime(from, locale), until: formatTime(until, locale) })} {t("helper.times.busy")}</span>) : null}
              {free.map(({ from, until }) => <span key={from} className="tabular-nums">{t("helper.units.fromTo", { from: formatTime(from, locale), until: formatTime(until, locale) })} <span className="text-ok">{t("helper.calendar.free")}</span></span>)}
              {free.length === 0 && taken.length === 0 ? <span>{t(isOpen ? "helper.calendar.full" : "helper.calendar.closed")}</span> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
