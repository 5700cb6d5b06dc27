import { Link } from "@remix-run/react";
import type { HelperRound } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CalendarClock } from "#app/ui/icons.ts";
import { Notice } from "#app/ui/index.ts";
import { helperPath } from "./paths.ts";

/** What of the open rounds waits for the helper's answer. */
export const wishedOf = (rounds: readonly HelperRound[]) => rounds.filter(({ asks }) => asks === "helper").map(({ bookingId, answerBy, startsAt }) => ({ bookingId, answerBy, startsAt }));

/** Agreed visits whose customer asks for another time. */
export function Wished({ wished, now }: { wished: ReturnType<typeof wishedOf>; now: number }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(now);
  if (wished.length === 0) return null;
  return (
    <Notice tone="warn" icon={CalendarClock} title={t("reschedule.list.title")}>
      <p>{t("reschedule.list.words")}</p>
      <ul className="mt-2 grid gap-1">
        {wished.map(({ bookingId, answerBy, startsAt }) => (
          <li key={bookingId}><Link to={helperPath(locale, `visits/${bookingId}/times`)} reloadDocument className="inline-flex min-h-11 items-center font-semibold">{when.at(startsAt)}</Link> <span>{t("helper.requests.answerBy", { time: when.at(answerBy) })}</span></li>
        ))}
      </ul>
    </Notice>
  );
}
