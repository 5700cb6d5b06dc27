import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { CalendarCheck } from "#app/ui/icons.ts";
import { helperRequests, helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import { helperRounds } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { missingFor } from "#app/domain/helper/helper.queries.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, EmptyState, Heading, Notice, Stack } from "#app/ui/index.ts";
import { eachSeriesOnce } from "#app/domain/series/series.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { Tonight } from "./parts/tonight.tsx";
import { tonightView } from "./parts/tonight.server.ts";
import { titled } from "./parts/titled.ts";
import { NextVisit, ToConfirm, VisitDays } from "./parts/visit-list.tsx";
import { isAhead, visitView } from "./parts/visit-view.ts";
import { Wished, wishedOf } from "./parts/wished.tsx";
import { helperPath } from "./parts/paths.ts";
import { day } from "#app/domain/kernel/time.ts";

export const meta = titled("helper.today.title", "helper.today.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const visits = await helperVisits(ctx, { from: ctx.now - 8 * day, until: ctx.now + 60 * day });
  return {
    now: ctx.now,
    name: helper.givenName,
    tonight: helper.state === "active" || helper.state === "notice" ? tonightView(ctx, helper) : null,
    missing: helper.state === "ended" ? 0 : (await missingFor(ctx, helper)).length,
    requests: eachSeriesOnce(await helperRequests(ctx)).length,
    wished: wishedOf(await helperRounds(ctx)),
    visits: visits.filter(({ state }) => isAhead(state)).map((card) => visitView(card, ctx.locale)),
  };
}

export default function Today() {
  const t = useT();
  const locale = useLocale();
  const { now, name, missing, requests, visits, wished, tonight } = useLoaderData<typeof loader>();
  const [next, ...later] = visits;
  const done = useDone();
  const left = Number(useSearchParams()[0].get("left")) || 0;
  return (
    <Screen title={t("helper.today.greeting", { name })} saved={done === "sick" ? (left > 0 ? t("rescue.today.sickLeft", { count: left }) : t("rescue.today.sickDone")) : done === "confirmed" ? t("visit.confirm.done") : null}>
      {requests ? <Notice tone="warn" title={t("helper.today.emptyRequests", { count: requests })} actions={<ButtonLink to={helperPath(locale, "requests")} variant={next ? "secondary" : "primary"}>{t("helper.today.toRequests")}</ButtonLink>} /> : null}
      <Wished wished={wished} now={now} />
      {missing ? <Notice tone="info" title={t("helper.today.missing", { count: missing })} actions={<ButtonLink to={helperPath(locale, "welcome")} variant={next || requests ? "secondary" : "primary"}>{t("helper.today.toWelcome")}</ButtonLink>} /> : null}
      {next ? <NextVisit visit={next} now={now} /> : (
        <EmptyState icon={CalendarCheck} title={t("helper.today.emptyTitle")} actions={<ButtonLink to={helperPath(locale, "calendar")} variant="secondary">{t("helper.today.toCalendar")}</ButtonLink>}>{t("helper.today.emptyWords")}</EmptyState>
      )}
      <ToConfirm visits={later.filter(({ awaitsConfirm }) => awaitsConfirm)} now={now} />
      <p><Link to={helperPath(locale, "calendar/sick")} className="inline-flex min-h-11 items-center">{t("rescue.today.sick")}</Link></p>
      {later.length ? (
        <Stack gap={4} as="section">
          <Heading level={2} size={3}>{t("helper.today.coming")}</Heading>
          <VisitDays visits={later} />
        </Stack>
      ) : null}
      {tonight ? <Tonight tonight={tonight} now={now} /> : null}
    </Screen>
  );
}

export { Trouble as ErrorBoundary };
