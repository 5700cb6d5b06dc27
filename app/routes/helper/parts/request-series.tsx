import { Form } from "@remix-run/react";
import type { RequestCard } from "#app/domain/booking/booking.views.ts";
import type { Rhythm } from "#app/domain/series/series.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Check } from "#app/ui/icons.ts";
import { CheckboxGroup, Heading, SubmitButton } from "#app/ui/index.ts";
import { helperPath } from "./paths.ts";

/** The visits of a series that wait for the helper's answer, the soonest first, with what they bring together. */
export type RequestSeries = { everyWeeks: Rhythm; visits: { id: string; startsAt: number; endsAt: number }[]; netMinor: number };

/** The series of one request among all that wait; null where it waits alone. */
export function requestSeries(cards: readonly RequestCard[], { seriesId }: Pick<RequestCard, "seriesId">, rhythms: ReadonlyMap<string, Rhythm>): RequestSeries | null {
  const visits = seriesId === null ? [] : cards.filter((card) => card.seriesId === seriesId).sort((a, b) => a.startsAt - b.startsAt);
  if (seriesId === null || visits.length < 2) return null;
  return { everyWeeks: rhythms.get(seriesId) ?? 1, visits: visits.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })), netMinor: visits.reduce((sum, { netMinor }) => sum + netMinor, 0) };
}

/** How often, when, and what all of it brings. */
export function SeriesHead({ series, now, dates = false }: { series: RequestSeries; now: number; dates?: boolean }) {
  const t = useT();
  const when = useWhen(now);
  return (
    <div className="grid gap-2">
      <Heading level={2} size={3}>{t("series.request.title", { count: series.visits.length, rhythm: t(`series.rhythm.${series.everyWeeks}`) })}</Heading>
      <p className="text-lg font-semibold tabular-nums">{t("series.request.forYou", { amount: formatMoney(series.netMinor) })}</p>
      {dates ? <ol className="list-decimal pl-6">{series.visits.map((visit) => <li key={visit.id}>{when.span(visit)}</li>)}</ol> : null}
    </div>
  );
}

/** Every date with a tick; one tap says yes to the ticked ones and no to the rest, another no to all. */
export function SeriesAnswer({ id, series, now }: { id: string; series: RequestSeries; now: number }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(now);
  return (
    <Form method="post" action={helperPath(locale, `requests/${id}`)} className="grid gap-4">
      <SeriesHead series={series} now={now} />
      <CheckboxGroup name="visit" label={t("series.request.which")} hint={t("series.request.lead")} defaultValues={series.visits.map((visit) => visit.id)} options={series.visits.map((visit) => ({ value: visit.id, label: when.span(visit) }))} />
      <div className="grid gap-3 sm:grid-cols-2">
        <SubmitButton name="intent" value="decline-all" variant="secondary" size="large" wide pendingLabel={t("common.sending")}>{t("series.request.declineAll")}</SubmitButton>
        <SubmitButton name="intent" value="accept-ticked" size="large" wide icon={Check} pendingLabel={t("common.sending")}>{t("series.request.answer")}</SubmitButton>
      </div>
    </Form>
  );
}

/** The answer to a whole series from the list: yes to all, or no to all; single visits are answered on the request's own page. */
export function SeriesButtons({ id, series }: { id: string; series: RequestSeries }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Form method="post" action={helperPath(locale, `requests/${id}`)} className="grid gap-3 sm:grid-cols-2">
      {series.visits.map((visit) => <input key={visit.id} type="hidden" name="visit" value={visit.id} />)}
      <SubmitButton name="intent" value="decline-all" variant="secondary" size="large" wide pendingLabel={t("common.sending")}>{t("series.request.declineAll")}</SubmitButton>
      <SubmitButton name="intent" value="accept-ticked" size="large" wide icon={Check} pendingLabel={t("common.sending")}>{t("series.request.acceptAll")}</SubmitButton>
    </Form>
  );
}
