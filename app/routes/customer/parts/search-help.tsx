import { Link } from "@remix-run/react";
import { SearchX } from "#app/ui/icons.ts";
import { type SearchAsk, searchQuery } from "#app/domain/search/search.params.ts";
import { useRoot } from "#app/root.tsx";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { EmptyState, Heading, Icon } from "#app/ui/index.ts";
import type { SearchResults } from "./search-answer.server.ts";
import { formatKm, formatSlot } from "./search-words.ts";

type Props = { ask: SearchAsk; answer: SearchResults };

const filterKeys = { radius: "radiusKm", price: "maxPriceMinor", stars: "minStars", language: "language", instant: "instantOnly", mine: "mine" } as const;

/** Why the list is short, and the next best things: without a filter, later, another service, the professional. */
export function ShortList({ ask, answer }: Props) {
  const t = useT();
  const locale = useLocale();
  const telephone = useRoot()?.brand.telephone ?? "";
  const { help, keptAway, total, professional, service, place } = answer;
  if (!help) return null;
  const to = (change: Partial<SearchAsk>) => `/${locale}/search${searchQuery({ ...ask, page: 1, ...change })}`;
  const ways: { key: string; words: string; href: string }[] = keptAway.map(({ filter, more }) => ({
    key: filter,
    words: t(`search.help.without.${filter}`, { count: more }),
    href: filter === "time" ? to({ when: {} }) : to({ filters: Object.fromEntries(Object.entries(ask.filters).filter(([name]) => name !== filterKeys[filter])) }),
  }));
  if (help.later && total === 0) ways.push({ key: "later", words: t("search.help.later", { slot: formatSlot(help.later.at, locale) }), href: to({ when: {}, sort: "earliest" }) });
  for (const { code, name, helpers } of help.neighbours) ways.push({ key: code, words: t("search.help.neighbour", { count: helpers, name }), href: to({ service: code, filters: {}, when: {} }) });
  ways.push({ key: "professional", words: t("search.help.professional", { price: formatMoney(professional.priceMinor) }), href: `/${locale}/professional/${service.code}?place=${place.id}` });
  return (
    <section aria-labelledby="short-list" className="grid gap-4">
      <Why answer={answer} />
      <Heading level={2} size={3} id="short-list">{t("search.help.title")}</Heading>
      <ul className="grid gap-2">
        {ways.map(({ key, words, href }) => (
          <li key={key}><Link to={href} className="flex min-h-12 items-center rounded-md border border-line bg-surface px-4 py-2 font-medium text-ink no-underline hover:border-accent hover:text-accent">{words}</Link></li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t("search.help.call", { telephone })}</p>
    </section>
  );
}

function Why({ answer: { total, serving, help, place } }: { answer: SearchResults }) {
  const t = useT();
  const locale = useLocale();
  const reasons = [
    serving > total ? t("search.help.filtered", { count: serving - total }) : "",
    help?.farther ? t("search.help.farther", { count: help.farther.helpers, km: formatKm(help.farther.nearestKm, locale) }) : "",
    serving === 0 && !help?.farther ? t("search.help.nobody") : "",
  ].filter(Boolean);
  if (total === 0) return <EmptyState icon={SearchX} title={t("search.help.none", { place: place.label })}>{reasons.map((words) => <p key={words}>{words}</p>)}</EmptyState>;
  return reasons.length ? <p className="flex gap-2 text-sm text-muted"><Icon icon={SearchX} size={18} />{reasons.join(" ")}</p> : null;
}

/** The ranking rule, stated where it acts (product.md 5). */
export function WhyThisOrder({ weights }: { weights: SearchResults["weights"] }) {
  const t = useT();
  const brand = useRoot()?.brand.name ?? "";
  const sum = weights.distance + weights.solved + weights.earliest + weights.answer;
  const share = (weight: number) => Math.round((weight / sum) * 100);
  const rows = (["distance", "solved", "earliest", "answer"] as const).map((key) => ({ key, percent: share(weights[key]) }));
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 lg:min-h-9">{t("search.order.title")}</summary>
      <div className="grid gap-3 rounded-md bg-sunken p-4">
        <p>{t("search.order.lead")}</p>
        <ul className="grid gap-2">
          {rows.map(({ key, percent }) => (
            <li key={key} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-2"><span className="font-semibold tabular-nums">{percent}{"\u00a0%"}</span><span>{t(`search.order.${key}`)}</span></li>
          ))}
        </ul>
        <p>{t("search.order.new")}</p>
        <p>{t("search.order.interest", { brand })}</p>
      </div>
    </details>
  );
}
