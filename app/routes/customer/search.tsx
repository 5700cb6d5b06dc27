import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSearch, searchQuery } from "#app/domain/search/search.params.ts";
import { contextFor } from "#app/http/context.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { searchAnswer } from "./parts/search-answer.server.ts";
import { AreaWishForm } from "./parts/search-area.tsx";
import { ChoosePlace, ChooseService } from "./parts/search-choose.tsx";
import { Results } from "./parts/search-results.tsx";

/** Results for what and where; whatever is unclear is asked first, one question a screen. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const { searchParams } = new URL(args.request.url);
  const ask = readSearch(searchParams);
  const answer = await searchAnswer(ctx, ask);
  if (answer.kind === "results" && !answer.mine) delete ask.filters.mine;
  if (answer.kind === "professional") throw redirect(`/${ctx.locale}/professional/${answer.code}?place=${answer.place}`);
  const t = translator(ctx.locale);
  const title = answer.kind === "results" ? t("search.metaResults", { service: answer.service.name, place: answer.place.label }) : t("search.metaTitle");
  // A service at a place may be found by search engines; the same list filtered, sorted or turned over may not, and its cards are never quoted (data-nosnippet).
  const isPlain = answer.kind === "results" && answer.total > 0 && [...searchParams.keys()].sort().join() === "place,service";
  const description = answer.kind === "results" ? t("search.metaDescription", { service: answer.service.name, place: answer.place.label, count: answer.total }) : title;
  return { locale: ctx.locale, title, description, isPlain, answer, tiles: args.context.app.config.tiles, ask: { ...ask, ...answer.form } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: `/search${searchQuery(data.ask)}`, title: data.title, description: data.description, noindex: !data.isPlain }) : []);

export default function Search() {
  const { answer, ask, tiles } = useLoaderData<typeof loader>();
  switch (answer.kind) {
    case "service":
      return <ChooseService answer={answer} ask={ask} />;
    case "place":
      return <ChoosePlace answer={answer} ask={ask} />;
    case "outside":
      return <AreaWishForm {...answer} />;
    case "results":
      return <Results ask={ask} answer={answer} tiles={tiles} />;
    default:
      return null;
  }
}
