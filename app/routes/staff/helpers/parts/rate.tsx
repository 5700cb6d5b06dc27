import type { Rate } from "#app/domain/quality/quality.ts";
import { formatPercent } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { cx } from "#app/ui/index.ts";

/** Below this many answers a share is shown pale: its range says more than itself. */
export const enoughAnswers = 5;
export const isFew = ({ n }: Pick<Rate, "n">): boolean => n < enoughAnswers;

/** A share with its range and n in a cell; a small number looks like one. */
export function RateCell({ rate }: { rate: Rate }) {
  const t = useT();
  const locale = useLocale();
  if (rate.share === null) return <span className="text-muted">{t("staffHelpers.none")}</span>;
  const range = t("staffHelpers.rangeShort", { low: formatPercent(rate.low, locale), high: formatPercent(rate.high, locale) });
  return (
    <span className="inline-grid justify-items-end leading-tight">
      <span className={cx(isFew(rate) ? "text-muted" : "font-semibold")}>{isFew(rate) ? range : formatPercent(rate.share, locale)}</span>
      <span className="text-xs text-muted whitespace-nowrap">{isFew(rate) ? `${t("staffHelpers.quality.n", { n: rate.n })}, ${t("staffHelpers.quality.few")}` : `${range}, ${t("staffHelpers.quality.n", { n: rate.n })}`}</span>
    </span>
  );
}

/** Minutes until an answer, in minutes or hours. */
export function useAnswerWords(): (minutes: number | null) => string {
  const t = useT();
  return (minutes) => (minutes === null ? t("staffHelpers.none") : minutes < 90 ? t("staffHelpers.minutes", { minutes }) : t("staffHelpers.hours", { hours: Math.round(minutes / 60) }));
}
