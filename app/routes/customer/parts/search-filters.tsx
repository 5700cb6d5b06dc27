import { Form, Link, useSubmit } from "@remix-run/react";
import { SlidersHorizontal, X } from "#app/ui/icons.ts";
import type { FormEvent } from "react";
import { filterCount, radii, type SearchAsk, searchQuery, starSteps } from "#app/domain/search/search.params.ts";
import { sortings } from "#app/domain/search/search.ts";
import { dayParts } from "#app/domain/search/when.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { formatNumber, formatShortDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, Checkbox, cx, Icon, SelectField, Sheet, TextField } from "#app/ui/index.ts";
import type { SearchResults } from "./search-answer.server.ts";
import { languageNames } from "./search-words.ts";

type Props = { ask: SearchAsk; answer: SearchResults };

/** All filters in a sheet: one GET form, so that the address holds them and nothing needs JavaScript. */
export function Filters({ ask, answer }: Props) {
  const t = useT();
  const locale = useLocale();
  const submit = useSubmit();
  const { filters, when } = ask;
  const count = filterCount(ask);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.currentTarget.closest("details")?.removeAttribute("open");
    const data = new FormData(event.currentTarget);
    for (const [key, value] of [...data]) if (value === "") data.delete(key);
    submit(data, { method: "get", action: `/${locale}/search` });
  };
  return (
    <Sheet label={t("search.filters.open")} title={t("search.filters.open")} closeLabel={t("search.filters.close")} count={count} countLabel={t("search.filters.count", { count })} icon={<Icon icon={SlidersHorizontal} />} footer={<Button form="filters" wide>{t("search.filters.apply")}</Button>}>
      <Form id="filters" method="get" action={`/${locale}/search`} className="grid gap-5" onSubmit={send}>
        <Hidden ask={ask} />
        <TextField name="day" type="date" width="medium" label={t("search.filters.day")} min={answer.today} max={answer.lastDay} defaultValue={when.day ?? ""} />
        <SelectField name="part" label={t("search.filters.part")} defaultValue={when.part ?? ""} placeholder={t("search.filters.any")} options={dayParts.map((part) => ({ value: part, label: t(`search.part.${part}`) }))} />
        <SelectField name="radius" label={t("search.filters.radius")} defaultValue={String(filters.radiusKm ?? "")} placeholder={t("search.filters.anyRadius")} options={radii.map((km) => ({ value: String(km), label: t("search.filters.km", { km }) }))} />
        <TextField name="max" type="number" inputMode="numeric" min={10} max={1000} step={1} width="short" prefix="CHF" label={t("search.filters.price")} defaultValue={filters.maxPriceMinor ? String(filters.maxPriceMinor / 100) : ""} />
        <SelectField name="stars" label={t("search.filters.stars")} defaultValue={String(filters.minStars ?? "")} placeholder={t("search.filters.any")} options={starSteps.map((stars) => ({ value: String(stars), label: t("search.filters.starsFrom", { stars: formatNumber(stars, locale, stars % 1 ? 1 : 0) }) }))} />
        <SelectField name="language" label={t("search.filters.language")} defaultValue={filters.language ?? ""} placeholder={t("search.filters.any")} options={locales.map((code, i) => ({ value: code, label: languageNames(locales, locale)[i] ?? code }))} />
        <Checkbox name="instant" value="1" label={t("search.filters.instant")} hint={t("search.filters.instantHint")} defaultChecked={filters.instantOnly ?? false} />
        {answer.mine ? <Checkbox name="mine" value="1" label={t("together.mine.filter")} hint={t("together.mine.hint")} defaultChecked={filters.mine ?? false} /> : null}
        {count > 0 ? <Link to={bare(ask, locale)} className="justify-self-center py-2">{t("search.filters.reset")}</Link> : null}
      </Form>
    </Sheet>
  );
}

function Hidden({ ask }: { ask: SearchAsk }) {
  return (
    <>
      <input type="hidden" name="service" value={ask.service} />
      <input type="hidden" name="place" value={ask.place} />
      {ask.sort === "match" ? null : <input type="hidden" name="sort" value={ask.sort} />}
      {ask.view === "map" ? <input type="hidden" name="view" value="map" /> : null}
    </>
  );
}

const bare = (ask: SearchAsk, locale: string): string => `/${locale}/search${searchQuery({ ...ask, filters: {}, when: {}, page: 1 })}`;

/** One click for the commonest wishes, and every filter in force as something to take away. */
export function Chips({ ask, answer }: Props) {
  const t = useT();
  const locale = useLocale();
  const { filters, when } = ask;
  const to = (change: Partial<SearchAsk>) => `/${locale}/search${searchQuery({ ...ask, ...change, page: 1 })}`;
  const without = (key: keyof SearchAsk["filters"]) => to({ filters: Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key)) });
  const time = when.day ? formatShortDay(Date.parse(`${when.day}T12:00:00Z`), locale) : when.within ? t("search.when.within", { days: when.within }) : "";
  const on: [string, string][] = [];
  if (time || when.part) on.push([[time, when.part ? t(`search.part.${when.part}`) : ""].filter(Boolean).join(", "), to({ when: {} })]);
  if (filters.radiusKm) on.push([t("search.filters.km", { km: filters.radiusKm }), without("radiusKm")]);
  if (filters.maxPriceMinor) on.push([t("search.filters.upTo", { price: filters.maxPriceMinor / 100 }), without("maxPriceMinor")]);
  if (filters.minStars) on.push([t("search.filters.starsFrom", { stars: formatNumber(filters.minStars, locale, filters.minStars % 1 ? 1 : 0) }), without("minStars")]);
  if (filters.language) on.push([languageNames([filters.language], locale)[0] ?? "", without("language")]);
  if (filters.instantOnly) on.push([t("search.filters.instant"), without("instantOnly")]);
  if (filters.mine) on.push([t("together.mine.chip"), without("mine")]);
  const offered: [string, SearchAsk["when"]][] = time || when.part ? [] : [...(answer.tonight ? [[t("search.when.tonight"), { day: answer.today, part: "evening" }] as [string, SearchAsk["when"]]] : []), [t("search.when.tomorrow"), { day: answer.tomorrow }], [t("search.when.week"), { within: 7 }]];
  const chip = "inline-flex min-h-11 items-center gap-1.5 rounded-full border px-4 text-sm font-medium whitespace-nowrap no-underline lg:min-h-9 lg:px-3.5";
  const mine = answer.mine && !filters.mine ? to({ filters: { ...filters, mine: true } }) : null;
  return (
    <ul className="flex flex-none gap-2 lg:flex-1 lg:flex-wrap lg:py-1" aria-label={t("search.filters.inForce")}>
      {on.map(([words, href]) => <li key={words}><Link to={href} preventScrollReset className={cx(chip, "border-accent bg-accent-soft text-accent")}>{words}<Icon icon={X} size={16} label={t("search.filters.remove")} /></Link></li>)}
      {mine ? <li><Link to={mine} preventScrollReset className={cx(chip, "border-line-strong bg-surface text-ink hover:border-ink")}>{t("together.mine.chip")}</Link></li> : null}
      {offered.map(([words, wish]) => <li key={words}><Link to={to({ when: wish })} preventScrollReset className={cx(chip, "border-line-strong bg-surface text-ink hover:border-ink")}>{words}</Link></li>)}
    </ul>
  );
}

/** The four orders as links, so that each has an address. */
export function Sorting({ ask }: { ask: SearchAsk }) {
  const t = useT();
  const locale = useLocale();
  return (
    <nav aria-label={t("search.sort.label")} className="-mx-4 flex items-center gap-x-1 overflow-x-auto px-4 text-sm whitespace-nowrap [scrollbar-width:none] sm:mx-0 sm:px-0">
      <span className="mr-2 hidden text-muted sm:inline">{t("search.sort.label")}</span>
      {sortings.map((sort) => (
        <Link
          key={sort} to={`/${locale}/search${searchQuery({ ...ask, sort, page: 1 })}`} preventScrollReset aria-current={ask.sort === sort ? "true" : undefined}
          className={cx("inline-flex min-h-11 items-center px-2 no-underline lg:min-h-9", ask.sort === sort ? "font-semibold text-ink underline decoration-accent decoration-2 underline-offset-8" : "text-muted hover:text-ink hover:underline")}
        >
          {t(`search.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  );
}
