import { CalendarClock } from "#app/ui/icons.ts";
import type { SeriesShown } from "#app/domain/series/series.queries.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useT } from "#app/texts/use.ts";
import { Heading, Muted, Row, SubmitButton } from "#app/ui/index.ts";

/** The way to several visits, or the visits that were chosen; whatever was typed is kept on the way. */
export function SeriesPart({ view: { series, maySeries, now } }: { view: { series: SeriesShown | null; maySeries: boolean; now: number } }) {
  const t = useT();
  const when = useWhen(now);
  if (!series && !maySeries) return null;
  return (
    <section aria-labelledby="series" className="grid justify-items-start gap-3">
      <Heading level={2} size={3} id="series">{series ? t("series.chosen.title", { count: series.visits.length, rhythm: t(`series.rhythm.${series.everyWeeks}`) }) : t("series.offer.title")}</Heading>
      {series ? <ol className="list-decimal pl-6">{series.visits.map((visit) => <li key={visit.id}>{when.span(visit)}</li>)}</ol> : <Muted>{t("series.offer.words")}</Muted>}
      <Row>
        <SubmitButton name="intent" value="series" formNoValidate variant="secondary" size="small" icon={CalendarClock}>{t(series ? "series.chosen.change" : "series.offer.button")}</SubmitButton>
        {series ? <SubmitButton name="intent" value="single" formNoValidate variant="quiet" size="small">{t("series.chosen.single")}</SubmitButton> : null}
      </Row>
    </section>
  );
}
