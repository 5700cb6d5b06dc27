import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Rhythm, seriesWord } from "#app/domain/series/series.ts";
import type { BookingState } from "#app/domain/booking/booking.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useT } from "#app/texts/use.ts";
import { Badge, Heading, type Tone } from "#app/ui/index.ts";

type Visit = { id: string; startsAt: number; endsAt: number; state: BookingState };
export type SeriesView = { everyWeeks: Rhythm; nth: number; visits: Visit[] };

const tones: Record<ReturnType<typeof seriesWord>, Tone> = { open: "plain", waiting: "info", agreed: "ok", now: "accent", done: "plain", off: "plain", refused: "plain" };

/** All visits of a series with their states; the one on this page stands among them. `to` leads to another visit's page. */
export function SeriesPanel({ series, now, to, children }: { series: SeriesView; now: number; to: (visit: Visit) => string; children?: ReactNode }) {
  const t = useT();
  const when = useWhen(now);
  const { everyWeeks, nth, visits } = series;
  return (
    <section aria-labelledby="series" className="grid content-start gap-2">
      <Heading level={2} size={3} id="series">{t("series.panel.title", { nth, of: visits.length, rhythm: t(`series.rhythm.${everyWeeks}`) })}</Heading>
      <ol className="grid">
        {visits.map((visit, i) => {
          const word = seriesWord(visit.state);
          const isHere = i + 1 === nth;
          return (
            <li key={visit.id} aria-current={isHere ? "true" : undefined} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1">
              {isHere ? <span className="py-2 font-semibold">{when.span(visit)}</span> : <Link to={to(visit)} className="inline-flex min-h-11 items-center">{when.span(visit)}</Link>}
              <Badge tone={tones[word]}>{t(`series.state.${word}`)}</Badge>
            </li>
          );
        })}
      </ol>
      {children}
    </section>
  );
}
