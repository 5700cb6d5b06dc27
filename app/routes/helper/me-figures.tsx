import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn } from "#app/ui/icons.ts";
import { helperFigures, publicFigures } from "#app/domain/quality/quality.queries.server.ts";
import type { Rate } from "#app/domain/quality/quality.ts";
import { found } from "#app/http/answer.server.ts";
import { formatNumber, formatPercent } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Columns, EmptyState, Figure, IntervalDots } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { type Standing, standingOf } from "./parts/standing.ts";
import { titled } from "./parts/titled.ts";
import { lengthWords } from "./parts/words.ts";

export const meta = titled("helper.figures.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const { whole, answerMinutes, visitsClosed, services } = found(await helperFigures(ctx, helper.id));
  const { solved: usual } = await publicFigures(ctx);
  return {
    whole,
    answerMinutes,
    visitsClosed,
    // A usual share that rests on this helper alone would compare them with themselves.
    usual: usual.n > whole.solved.n ? usual.share : null,
    services: services.map(({ service, figures }) => ({ name: service.content.name[ctx.locale], solved: figures.solved })).filter(({ solved }) => solved.n > 0),
  };
}

export default function Figures() {
  const t = useT();
  const locale = useLocale();
  const { whole, answerMinutes, visitsClosed, usual, services } = useLoaderData<typeof loader>();
  const percent = (share: number) => formatPercent(share, locale);
  const unknown = <span className="text-base font-normal tracking-normal text-muted">{t("helper.figures.unknown")}</span>;
  const rated = (rate: Rate, unit: "n" | "nChecks") => ({
    value: rate.share === null ? unknown : percent(rate.share),
    ...(rate.share !== null && { n: t(`helper.figures.${unit}`, { count: rate.n }), range: t("helper.figures.range", { low: percent(rate.low), high: percent(rate.high) }) }),
  });
  return (
    <Screen title={t("helper.figures.title")} lead={t("helper.figures.lead")} back={useBackToMe()} width="normal">
      {visitsClosed === 0 && whole.visits === 0 ? <EmptyState icon={ChartNoAxesColumn} title={t("helper.figures.emptyTitle")}>{t("helper.figures.emptyWords")}</EmptyState> : (
        <>
          <Columns of={3}>
            <Figure label={t("helper.figures.solved")} {...rated(whole.solved, "n")} note={<StandingBadge standing={standingOf(whole.solved, usual)} />} />
            <Figure label={t("helper.figures.right")} {...rated(whole.right, "n")} />
            <Figure label={t("helper.figures.checked")} {...rated(whole.solvedCorrectly, "nChecks")} />
            <Figure label={t("helper.figures.stars")} value={whole.stars === null ? unknown : t("helper.figures.starsValue", { value: formatNumber(whole.stars, locale, 1) })} n={whole.reviews ? t("helper.figures.nReviews", { count: whole.reviews }) : undefined} />
            <Figure label={t("helper.figures.answer")} value={answerMinutes === null ? unknown : lengthWords(t, answerMinutes)} note={answerMinutes === null ? undefined : t("helper.figures.answerNote")} />
            <Figure label={t("helper.figures.visits")} value={formatNumber(Math.max(visitsClosed, whole.visits), locale)} />
          </Columns>
          {services.length ? (
            <div className="max-w-2xl">
              <IntervalDots
                title={t("helper.figures.chart")} tableLabel={t("helper.figures.tableLabel")} from={0} to={1} format={percent}
                head={[t("helper.figures.head.service"), t("helper.figures.head.value"), t("helper.figures.head.low"), t("helper.figures.head.high"), t("helper.figures.head.n")]}
                rows={services.map(({ name, solved }) => ({ label: name, value: solved.share ?? 0, low: solved.low, high: solved.high, n: solved.n }))}
                {...(usual !== null && { reference: { value: usual, label: t("helper.figures.usual", { value: percent(usual) }) } })}
              />
            </div>
          ) : null}
        </>
      )}
    </Screen>
  );
}

function StandingBadge({ standing }: { standing: Standing }) {
  const t = useT();
  return <Badge tone={standing === "above" || standing === "normal" ? "ok" : standing === "below" ? "warn" : "plain"}>{t(`helper.figures.${standing}`)}</Badge>;
}

export { Trouble as ErrorBoundary };
