import { Link, useNavigation } from "@remix-run/react";
import { List, MapSheet as MapIcon, Pencil } from "#app/ui/icons.ts";
import { useCallback, useState } from "react";
import { type SearchAsk, searchQuery } from "#app/domain/search/search.params.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { cx, Heading, Icon, Pagination, useHydrated } from "#app/ui/index.ts";
import { useFollow } from "#app/ui/follow.ts";
import type { MapTiles } from "#app/ui/map/types.ts";
import type { SearchResults } from "./search-answer.server.ts";
import { HelperCard } from "./search-card.tsx";
import { Comparison } from "./search-compare.tsx";
import { Chips, Filters, Sorting } from "./search-filters.tsx";
import { SearchForm } from "./search-form.tsx";
import { ShortList, WhyThisOrder } from "./search-help.tsx";
import { ResultsMap } from "./search-map.tsx";

type Props = { ask: SearchAsk; answer: SearchResults; tiles: MapTiles | null };

/** List and map of equal worth, side by side; on a phone the list first and the map one tap away. */
export function Results({ ask, answer, tiles }: Props) {
  const t = useT();
  const locale = useLocale();
  const hydrated = useHydrated();
  const follow = useFollow();
  const { state, location } = useNavigation();
  const [activeId, setActive] = useState<string | null>(null);
  const [chosenId, setChosen] = useState<string | null>(null);
  const choose = useCallback((id: string | null) => {
    setChosen(id);
    if (id) document.getElementById(`listing-${id}`)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, []);
  const isLoading = state === "loading" && location.pathname.endsWith("/search");
  const isMap = ask.view === "map";
  const view = (next: SearchAsk["view"]) => `/${locale}/search${searchQuery({ ...ask, view: next })}`;
  return (
    <div className="lg:grid lg:h-[calc(100dvh-73px)] lg:min-h-[36rem] lg:grid-cols-[minmax(0,45fr)_minmax(0,55fr)]">
      <section aria-labelledby="results" aria-busy={isLoading} className={cx("px-4 pt-4 pb-28 sm:px-6 lg:overflow-y-auto lg:overscroll-contain lg:pb-12", isMap && "hidden lg:block")}>
        <ListHead ask={ask} answer={answer} />
        <p role="status" className="sr-only">{isLoading ? t("search.loading") : ""}</p>
        <div className={cx("mt-4 grid gap-3 transition-opacity duration-100", isLoading && "opacity-50")}>
          {answer.total > 0 ? <Comparison answer={answer} /> : null}
          {answer.cards.map((card, index) => (
            <HelperCard key={card.listingId} card={card} service={answer.service.code} place={answer.place.id} isActive={card.listingId === activeId} isChosen={card.listingId === chosenId} onHover={setActive} onFollow={follow} eager={index < 3} />
          ))}
          {answer.pages > 1 ? <Pages ask={ask} answer={answer} /> : null}
          <ShortList ask={ask} answer={answer} />
          {answer.total > 1 ? <WhyThisOrder weights={answer.weights} /> : null}
        </div>
      </section>
      <section aria-label={t("search.view.map")} className={cx("h-[calc(100dvh-68px)] lg:block lg:h-full", isMap ? "block" : "hidden")}>
        {hydrated ? <ResultsMap ask={ask} answer={answer} tiles={tiles} activeId={activeId ?? chosenId} chosenId={chosenId} onHover={setActive} onChoose={choose} /> : <p className="grid h-full place-items-center bg-sunken p-6 text-center text-muted"><span className="max-w-[24rem]">{t("search.map.unavailable")}</span></p>}
      </section>
      <p className="fixed inset-x-0 bottom-5 z-30 text-center lg:hidden">
        <Link to={view(isMap ? "list" : "map")} replace className="q-button rounded-full bg-ink px-6 text-paper shadow-quiet hover:text-paper"><Icon icon={isMap ? List : MapIcon} />{t(isMap ? "search.view.toList" : "search.view.toMap")}</Link>
      </p>
    </div>
  );
}

function ListHead({ ask, answer }: { ask: SearchAsk; answer: SearchResults }) {
  const t = useT();
  return (
    <header className="grid gap-3">
      <details className="group">
        <summary className="flex items-start justify-between gap-4">
          <span>
            <Heading level={1} size={2} id="results">{t("search.results.title", { count: answer.total, service: answer.service.name })}</Heading>
            <span className="mt-1 block text-muted">{answer.service.hourly ? t("search.results.atHourly", { place: answer.place.label }) : t("search.results.at", { place: answer.place.label, minutes: answer.service.durationMinutes })}</span>
          </span>
          <span className="q-button q-secondary q-small flex-none"><Icon icon={Pencil} size={18} />{t("search.results.change")}</span>
        </summary>
        <div className="mt-4 border-y border-line py-4"><SearchForm values={answer.form} layout="slim" submitLabel={t("search.results.again")} /></div>
      </details>
      <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:flex-wrap lg:items-start lg:overflow-visible lg:px-0"><Filters key={searchQuery(ask)} ask={ask} answer={answer} /><Chips ask={ask} answer={answer} /></div>
      {answer.total > 1 ? <Sorting ask={ask} /> : null}
    </header>
  );
}

function Pages({ ask, answer }: { ask: SearchAsk; answer: SearchResults }) {
  const t = useT();
  const locale = useLocale();
  const { page, pages, total } = answer;
  const to = (next: number) => `/${locale}/search${searchQuery({ ...ask, page: next })}`;
  return <Pagination label={t("search.pages.label")} previous={page > 1 ? to(page - 1) : null} next={page < pages ? to(page + 1) : null} previousLabel={t("search.pages.previous")} nextLabel={t("search.pages.next")} summary={t("search.pages.summary", { from: (page - 1) * 20 + 1, to: Math.min(total, page * 20), total })} />;
}
