import { useRoot } from "#app/root.tsx";
import { priceFor } from "#app/domain/booking/hourly.ts";
import { formatHours, formatMoney, formatPercent } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Disclosure, Muted } from "#app/ui/index.ts";
import type { SearchResults } from "./search-answer.server.ts";
import { formatMillions, formatSlot } from "./search-words.ts";

type Answer = Pick<SearchResults, "professional" | "together" | "prices" | "firstFreeAt" | "contract" | "redoDays" | "coverLimitMinor" | "service" | "place">;

/** The honest choice: the company's own service beside the helpers, the same five facts of both. */
export function Comparison({ answer, open = false }: { answer: Answer; open?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { professional } = answer;
  const summary = professional.nextFreeAt === null ? t("search.compare.summaryNoSlot", { price: formatMoney(professional.priceMinor) }) : t("search.compare.summary", { price: formatMoney(professional.priceMinor), slot: formatSlot(professional.nextFreeAt, locale) });
  return (
    <Disclosure open={open} className="rounded-lg border border-line bg-sunken px-4" summary={<><span className="block">{t("search.compare.title")}</span><span className="block text-sm font-normal text-muted">{summary}</span></>}>
      <ComparisonTable answer={answer} />
      <p className="mt-4"><ButtonLink to={`/${locale}/professional/${answer.service.code}?place=${answer.place.id}`} variant="secondary" size="small">{t("search.compare.action")}</ButtonLink></p>
      <Muted className="mt-3">{t("search.compare.interest", { brand: useRoot()?.brand.name ?? "" })}</Muted>
    </Disclosure>
  );
}

function ComparisonTable({ answer }: { answer: Answer }) {
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  const { professional, together, prices, firstFreeAt, contract, redoDays, coverLimitMinor } = answer;
  const unknown = t("search.compare.unknown");
  const slot = (at: number | null) => (at === null ? t("search.compare.noSlot") : formatSlot(at, locale));
  const solved = (rate: typeof professional.solved) => (rate ? t("search.compare.rate", { count: rate.n, share: formatPercent(rate.share, locale), low: formatPercent(rate.low, locale), high: formatPercent(rate.high, locale) }) : unknown);
  const limit = formatMillions(coverLimitMinor, locale);
  const { hourly, durationMinutes } = answer.service;
  const span = (low: number, high: number) => (low === high ? formatMoney(low) : t("search.compare.prices", { low: formatMoney(low), high: formatMoney(high) }));
  // A rate is no price to compare: beside it stands what the usual time costs.
  const byTheHour = ({ low, high }: NonNullable<typeof prices>) => t("search.compare.upTo", { rate: t("common.price.hour", { amount: span(low, high) }), total: span(priceFor(low, durationMinutes), priceFor(high, durationMinutes)), time: formatHours(durationMinutes) });
  const rows = [
    { key: "price", helpers: prices ? (hourly ? byTheHour(prices) : span(prices.low, prices.high)) : unknown, company: formatMoney(professional.priceMinor) },
    { key: "first", helpers: slot(firstFreeAt), company: slot(professional.nextFreeAt) },
    { key: "solved", helpers: solved(together.solved), company: solved(professional.solved) },
    { key: "guarantee", helpers: t("search.compare.redoHelper", { days: redoDays }), company: t("search.compare.redoCompany", { days: redoDays }) },
    { key: "liable", helpers: contract === "helper" ? t("search.compare.liableHelper", { brand, limit }) : t("search.compare.liableCompany", { brand }), company: t("search.compare.liableCompany", { brand }) },
  ] as const;
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t("search.compare.title")}</caption>
      <thead>
        <tr className="text-left align-bottom">
          <td className="w-[24%]" />
          <th scope="col" className="w-[38%] py-2 pr-3 font-semibold">{t("search.compare.helpers")}</th>
          <th scope="col" className="w-[38%] py-2 font-semibold">{t("search.professional.name")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, helpers, company }) => (
          <tr key={key} className="border-t border-line align-top">
            <th scope="row" className="py-2.5 pr-3 text-left font-normal text-muted hyphens-auto">{t(`search.compare.${key}`)}</th>
            <td className="py-2.5 pr-3 tabular-nums">{helpers}</td>
            <td className="py-2.5 tabular-nums">{company}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
