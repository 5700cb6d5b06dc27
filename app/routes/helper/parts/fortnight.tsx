import { Link } from "@remix-run/react";
import { formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, cx } from "#app/ui/index.ts";
import type { DayShown } from "./fortnight.server.ts";
import { helperPath } from "./words.ts";

/** Two weeks, a line a day: visits first, then what is free. */
export function Fortnight({ days }: { days: readonly DayShown[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="grid divide-y divide-line rounded-lg border border-line bg-surface">
      {days.map(({ at, isOpen, free, taken }) => {
        const isQuiet = !isOpen && taken.length === 0;
        return (
          <li key={at} className={cx("grid grid-cols-[6rem_1fr] gap-3 px-4 py-3", isQuiet && "text-muted")}>
            <span className={isQuiet ? undefined : "font-semibold"}>{formatShortDay(at, locale)}</span>
            <div className="grid gap-2">
              {taken.map(({ id, kind, startsAt, endsAt, service }) => (
                <Link key={id} to={helperPath(locale, `${kind === "visit" ? "visits" : "requests"}/${id}`)} className={cx("block rounded-md px-3 py-2 text-ink no-underline", kind === "visit" ? "bg-accent-soft" : "bg-warn-soft")}>
                  <span className="block font-semibold tabular-nums">{t("helper.units.fromTo", { from: formatTime(startsAt, locale), until: formatTime(endsAt, locale) })}</span>
                  <span className="block text-sm">{service}</span>
                  {kind === "request" ? <Badge tone="warn">{t("helper.calendar.request")}</Badge> : null}
                </Link>
              ))}
              {free.map(({ from, until }) => <span key={from} className="tabular-nums">{t("helper.units.fromTo", { from: formatTime(from, locale), until: formatTime(until, locale) })} <span className="text-ok">{t("helper.calendar.free")}</span></span>)}
              {free.length === 0 && taken.length === 0 ? <span>{t(isOpen ? "helper.calendar.full" : "helper.calendar.closed")}</span> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
