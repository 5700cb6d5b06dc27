import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { professionalVisits } from "#app/domain/booking/professional.queries.server.ts";
import { fairness, openRequests } from "#app/domain/dispatch/board.queries.server.ts";
import { maySeeDispatch } from "#app/domain/dispatch/dispatch.policy.ts";
import { Rescues } from "#app/routes/staff/parts/rescues.tsx";
import { rescuesShown } from "#app/routes/staff/parts/rescues.server.ts";
import { unconfirmedVisits, waitingVisits } from "#app/domain/visit/visit.queries.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Heading, Muted, Row } from "#app/ui/index.ts";
import { FairnessPart } from "./parts/fairness.tsx";
import { RequestTable } from "./parts/request-table.tsx";
import { requestRow } from "./parts/row.server.ts";

/** Everything that waits for somebody's yes, on one page that stays open all day; each section is one query. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeDispatch);
  return {
    ...titled(ctx, translator(ctx.locale)("staffBookings.dispatch.title")),
    now: ctx.now,
    requests: (await openRequests(ctx)).map((request) => requestRow(ctx, request)),
    // The professional service is asked as well, and answered by support itself.
    professional: (await professionalVisits(ctx)).filter(({ state }) => state === "requested").length,
    waiting: (await waitingVisits(ctx)).length,
    unconfirmed: (await unconfirmedVisits(ctx)).length,
    rescues: await rescuesShown(ctx),
    fairness: await fairness(ctx),
  };
}

export const meta = deskMeta;

const everyMs = 30_000;

/** Without JavaScript the whole page is loaded anew, half as often; nothing is typed on it. */
export const handle = { refreshSeconds: 60 };

export default function Board() {
  const { title, now, requests, professional, waiting, unconfirmed, rescues, fairness: spread } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === "visible" && revalidate()), everyMs);
    return () => clearInterval(timer);
  }, [revalidate]);
  const troubled = requests.filter(({ trouble }) => trouble !== null).length;
  return (
    <Desk title={title} lead={t("staffBookings.dispatch.lead")}>
      <Row gap={3}>
        <Muted as="span">{t("staffBookings.dispatch.asOf", { time: formatTime(now, locale) })}</Muted>
        <Link to="." reloadDocument className="inline-flex min-h-11 items-center text-sm" aria-busy={state === "loading"}>{t("staffBookings.dispatch.reload")}</Link>
      </Row>
      <section aria-labelledby="requests" className="grid gap-4">
        <div className="grid gap-1">
          <Heading level={2} size={3} id="requests">{t("staffBookings.dispatch.requests.title")}</Heading>
          <Muted>{requests.length === 0 ? t(professional ? "staffBookings.dispatch.requests.noHelper" : "staffBookings.dispatch.requests.none") : troubled > 0 ? `${t("staffBookings.dispatch.requests.open", { count: requests.length })} ${t("staffBookings.dispatch.requests.troubled", { count: troubled })}` : t("staffBookings.dispatch.requests.open", { count: requests.length })}</Muted>
        </div>
        {requests.length ? <RequestTable rows={requests} now={now} /> : null}
        {professional ? <p><strong>{t("staffBookings.dispatch.requests.professional", { count: professional })}</strong> <Link to={`/${locale}/staff/lanes`} className="inline-flex min-h-11 items-center">{t("staffBookings.dispatch.requests.toLanes")}</Link></p> : null}
      </section>
      <section aria-labelledby="visits" className="grid gap-2">
        <Heading level={2} size={3} id="visits">{t("staffBookings.attention.title")}</Heading>
        <p>{waiting ? <strong>{t("staffBookings.dispatch.waiting", { count: waiting })}</strong> : t("staffBookings.attention.waiting.none")} {unconfirmed ? t("staffBookings.dispatch.unconfirmed", { count: unconfirmed }) : t("staffBookings.attention.unconfirmed.none")}</p>
        <p><Link to={`/${locale}/staff/bookings/attention`} className="inline-flex min-h-11 items-center">{t("staffBookings.dispatch.toAttention")}</Link></p>
      </section>
      <Rescues rescues={rescues} />
      {spread ? <FairnessPart spread={spread} /> : null}
    </Desk>
  );
}
