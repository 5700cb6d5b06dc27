import type { Rate } from "#app/domain/quality/quality.ts";
import { formatNumber, formatPercent } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Figure, Heading, IntervalDots, Muted } from "#app/ui/index.ts";
import type { HelperPage } from "./helper.server.ts";
import { isFew, useAnswerWords } from "./rate.tsx";

/** Figures with n and range, and by service type as a drawing with its table. */
export function HelperFigures({ figures }: { figures: NonNullable<HelperPage["figures"]> }) {
  const t = useT();
  const locale = useLocale();
  const answer = useAnswerWords();
  const { whole, usual, services } = figures;
  const percent = (share: number) => formatPercent(share, locale);
  const rated = (rate: Rate, unit: "staffHelpers.n" | "staffHelpers.figures.nChecks" | "staffHelpers.figures.nVisits") =>
    rate.share === null
      ? { value: <span className="text-base font-normal text-muted">{t("staffHelpers.figures.unknown")}</span> }
      : { value: <span className={isFew(rate) ? "text-muted" : undefined}>{percent(rate.share)}</span>, n: t(unit, { count: rate.n }), range: t("staffHelpers.range", { low: percent(rate.low), high: percent(rate.high) }), ...(isFew(rate) && { note: t("staffHelpers.figures.few") }) };
  return (
    <section className="grid gap-4">
      <div><Heading level={2} size={3}>{t("staffHelpers.figures.title")}</Heading><Muted>{t("staffHelpers.figures.lead")}</Muted></div>
      {whole.visits === 0 && whole.solved.n === 0 ? <Muted>{t("staffHelpers.figures.none")}</Muted> : (
        <>
          <div className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-4">
            <Figure label={t("staffHelpers.figures.visits")} value={formatNumber(whole.visits, locale)} />
            <Figure label={t("staffHelpers.figures.solved")} {...rated(whole.solved, "staffHelpers.n")} />
            <Figure label={t("staffHelpers.figures.right")} {...rated(whole.right, "staffHelpers.n")} />
            <Figure label={t("staffHelpers.figures.solvedCorrectly")} {...rated(whole.solvedCorrectly, "staffHelpers.figures.nChecks")} />
            <Figure label={t("staffHelpers.figures.cancelled")} {...rated(whole.cancelled, "staffHelpers.figures.nVisits")} />
            <Figure label={t("staffHelpers.figures.stars")} value={whole.stars === null ? <span className="text-base font-normal text-muted">{t("staffHelpers.figures.unknown")}</span> : t("staffHelpers.figures.starsValue", { value: formatNumber(whole.stars, locale, 1) })} n={whole.reviews ? t("staffHelpers.figures.nReviews", { count: whole.reviews }) : undefined} />
            <Figure label={t("staffHelpers.figures.answer")} value={answer(figures.answerMinutes)} />
          </div>
          {services.length ? (
            <div className="max-w-2xl">
              <IntervalDots
                title={t("staffHelpers.figures.chart")} tableLabel={t("staffHelpers.figures.table")} from={0} to={1} format={percent}
                head={[t("staffHelpers.figures.head.service"), t("staffHelpers.figures.head.value"), t("staffHelpers.figures.head.low"), t("staffHelpers.figures.head.high"), t("staffHelpers.figures.head.n")]}
                rows={services.map(({ name, solved }) => ({ label: name, value: solved.share ?? 0, low: solved.low, high: solved.high, n: solved.n }))}
                {...(usual !== null && { reference: { value: usual, label: t("staffHelpers.figures.usual", { value: percent(usual) }) } })}
              />
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
