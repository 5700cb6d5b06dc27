import { Form } from "@remix-run/react";
import { formatDate, formatDay, formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Notice, SubmitButton, VisuallyHidden } from "#app/ui/index.ts";
import { CalendarX } from "#app/ui/icons.ts";
import { helperPath } from "./paths.ts";

type Row = { bookingId: string; service: string; startsAt: number; endsAt: number; overlaps: { fromAt: number; untilAt: number; source: string }[] };

/** Promised visits that another calendar overlaps: the visit stands, the helper decides. */
export function Conflicts({ rows }: { rows: readonly Row[] }) {
  const t = useT();
  const locale = useLocale();
  const at = (ms: number) => `${formatShortDay(ms, locale)}, ${formatTime(ms, locale)}`;
  return (
    <section className="grid gap-4" aria-labelledby="conflicts">
      <Heading level={2} size={3} id="conflicts">{t("calendars.screen.conflicts")}</Heading>
      {rows.map(({ bookingId, service, startsAt, endsAt, overlaps }) => (
        <Notice
          key={bookingId} tone="warn" icon={CalendarX}
          title={t("calendars.screen.conflictTitle", { service, day: formatDay(startsAt, locale), from: formatTime(startsAt, locale), until: formatTime(endsAt, locale) })}
          actions={
            <>
              <ButtonLink to={helperPath(locale, `visits/${bookingId}`)} reloadDocument variant="secondary">{t("calendars.screen.conflictOpen")}</ButtonLink>
              <Form method="post">
                <input type="hidden" name="bookingId" value={bookingId} />
                <SubmitButton name="intent" value="fits" variant="quiet" pendingLabel={t("common.sending")}>
                  <span aria-hidden="true">{t("calendars.screen.conflictFits")}</span>
                  <VisuallyHidden>{t("calendars.screen.conflictFitsOf", { service, day: formatDay(startsAt, locale) })}</VisuallyHidden>
                </SubmitButton>
              </Form>
            </>
          }
        >
          {overlaps.slice(0, 5).map(({ fromAt, untilAt, source }) => <p key={`${source}${fromAt}`}>{t("calendars.screen.conflictWords", { source, from: at(fromAt), until: formatDate(fromAt, locale) === formatDate(untilAt, locale) ? formatTime(untilAt, locale) : at(untilAt) })}</p>)}
        </Notice>
      ))}
    </section>
  );
}
