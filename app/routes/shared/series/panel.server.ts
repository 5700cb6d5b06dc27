import type { Context } from "#app/domain/kernel/context.ts";
import type { SeriesShown } from "#app/domain/series/series.queries.server.ts";
import { seriesWord } from "#app/domain/series/series.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { translator } from "#app/texts/registry.ts";
import type { Tone } from "#app/ui/index.ts";

const tones: Record<ReturnType<typeof seriesWord>, Tone> = { open: "plain", waiting: "info", agreed: "ok", now: "accent", done: "plain", off: "plain", refused: "plain" };

/** All visits of a series with their states, in words; null for a single visit. */
export function seriesTold(ctx: Context, series: SeriesShown | null) {
  if (!series) return null;
  const t = translator(ctx.locale);
  const when = whenOf(ctx.now, ctx.locale, t);
  const { everyWeeks, nth, visits } = series;
  return {
    title: t("series.panel.title", { nth, of: visits.length, rhythm: t(`series.rhythm.${everyWeeks}`) }),
    visits: visits.map((visit, i) => { const word = seriesWord(visit.state); return { id: visit.id, isHere: i + 1 === nth, time: when.span(visit), badge: { tone: tones[word], words: t(`series.state.${word}`) } }; }),
  };
}
export type SeriesTold = NonNullable<ReturnType<typeof seriesTold>>;
