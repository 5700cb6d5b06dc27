import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Inbox } from "#app/ui/icons.ts";
import { helperRequests } from "#app/domain/booking/lists.queries.server.ts";
import { rhythmsOf } from "#app/domain/series/series.queries.server.ts";
import { eachSeriesOnce } from "#app/domain/series/series.ts";
import { helperRounds } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, cx, EmptyState } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { AnswerWords, RequestListCard } from "./parts/request-card.tsx";
import { requestSeries } from "./parts/request-series.tsx";
import { requestView } from "./parts/request-view.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { crossingRequests } from "./parts/year.server.ts";
import { titled } from "./parts/titled.ts";
import { Wished, wishedOf } from "./parts/wished.tsx";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.requests.title", "helper.requests.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const cards = await helperRequests(ctx);
  const rhythms = await rhythmsOf(ctx, cards.map(({ seriesId }) => seriesId));
  // A series is one request: it stands where its first visit does.
  const shown = eachSeriesOnce(cards);
  const rounds = await helperRounds(ctx);
  return { now: ctx.now, wished: wishedOf(rounds), requests: shown.map((card) => ({ ...requestView(card, ctx.locale, rounds), series: requestSeries(cards, card, rhythms) })), crossing: await crossingRequests(ctx, helper.id, cards) };
}

export default function Requests() {
  const t = useT();
  const locale = useLocale();
  const done = useDone();
  const { now, requests, crossing, wished } = useLoaderData<typeof loader>();
  return (
    <Screen title={t("helper.requests.title")} width={requests.length > 1 ? "normal" : "text"} lead={requests.length ? t("helper.requests.lead", { count: requests.length }) : null} saved={done === "declined" ? t("helper.requests.declined") : null}>
      <Wished wished={wished} now={now} />
      {requests.length ? (
        <>
          <ul className={cx("grid gap-4", requests.length > 1 && "lg:grid-cols-2 lg:items-start")}>{requests.map((request) => <RequestListCard key={request.id} request={request} now={now} crossing={crossing[request.id]} />)}</ul>
          <AnswerWords />
        </>
      ) : wished.length ? null : (
        <EmptyState icon={Inbox} title={t("helper.requests.emptyTitle")} actions={<ButtonLink to={helperPath(locale, "calendar")} variant="secondary">{t("helper.today.toCalendar")}</ButtonLink>}>{t("helper.requests.emptyWords")}</EmptyState>
      )}
    </Screen>
  );
}

export { Trouble as ErrorBoundary };
