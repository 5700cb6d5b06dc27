import { Link } from "@remix-run/react";
import { formatTime, labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import type { SameDayVisit } from "./same-day.server.ts";
import { helperPath } from "./paths.ts";

/** What else is promised that day, and whether the way between leaves time to spare; for the helper alone. */
export function SameDay({ rows, isPromised = false }: { rows: readonly SameDayVisit[]; /** The helper knows both addresses. */ isPromised?: boolean }) {
  const t = useT();
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label={t("helper.requests.sameDay")}>
      {rows.map(({ id, startsAt, endsAt, place, wayMinutes, isTight }) => (
        <li key={id}>
          {labelled(t("helper.requests.sameDay"), locale)} <Link to={helperPath(locale, `visits/${id}`)}>{t("helper.units.fromTo", { from: formatTime(startsAt, locale), until: formatTime(endsAt, locale) })}</Link>, {place}{wayMinutes === null ? null : `, ${t("helper.units.way", { minutes: wayMinutes })}`}
          {isTight ? <span className="block text-warn">{t(isPromised ? "helper.requests.tightDoors" : "helper.requests.tight")}</span> : null}
        </li>
      ))}
    </ul>
  );
}
