import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { overview } from "#app/domain/insight/overview.queries.server.ts";
import { hasRole } from "#app/domain/kernel/actor.ts";
import { isWritten, sitePages } from "#app/domain/settings/site-pages.queries.server.ts";
import { isRequiredPage } from "#app/domain/settings/site-pages.ts";
import { found } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { Rescues } from "#app/routes/staff/parts/rescues.tsx";
import { rescuesShown } from "#app/routes/staff/parts/rescues.server.ts";
import { formatDay, formatDayMonth, formatMoney, formatNumber, formatPercent, formatShortDay, formatTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Figure, Heading, LineChart, Notice, Stack } from "#app/ui/index.ts";

/** The figures that matter today. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const t = translator(ctx.locale);
  const unwritten = (await sitePages(ctx)).filter((page) => !isWritten(page)).map(({ slug, title }) => title[ctx.locale] || (isRequiredPage(slug) ? t(`common.pages.${slug}`) : slug));
  return { locale: ctx.locale, now: ctx.now, title: t("staff.overview.title"), unwritten, mayWrite: hasRole(ctx.actor, "admin"), rescues: await rescuesShown(ctx), ...found(await overview(ctx)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff", title: data.title, noindex: true }) : []);

export default function Overview() {
  const { rescues, unwritten, mayWrite, now, requests, today, professional, attention, unresolved, jobsGivenUp, payouts, month, weeks } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const at = `/${locale}/staff`;
  const change = month.before > 0 ? (month.booked - month.before) / month.before : null;
  const { solved } = month;
  return (
    <Container width="wide" className="py-6">
      <Stack gap={8}>
        <Stack gap={1}>
          <Heading level={1} size={2}>{t("staff.overview.title")}</Heading>
          <p className="text-muted">{formatDay(now, locale)}, {formatTime(now, locale)}</p>
        </Stack>
        {jobsGivenUp > 0 ? <Notice tone="bad" title={t("staff.overview.dead.title", { count: jobsGivenUp })} actions={<a href={`${at}/system/jobs`}>{t("staff.overview.dead.action")}</a>}>{t("staff.overview.dead.words")}</Notice> : null}
        {unwritten.length > 0 ? <Notice tone="warn" title={t("staff.overview.pages.title", { count: unwritten.length })} actions={mayWrite ? <a href={`${at}/pages`}>{t("staff.overview.pages.action")}</a> : undefined}>{t(mayWrite ? "staff.overview.pages.words" : "staff.overview.pages.others", { pages: unwritten.join(", ") })}</Notice> : null}
        <section aria-labelledby="now">
          <Heading level={2} size={3} id="now">{t("staff.overview.now")}</Heading>
          <div className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            <Figure label={t("staff.overview.requests")} value={formatNumber(requests.open, locale)} note={requests.soonest ? t("staff.overview.soonest", { day: formatShortDay(requests.soonest, locale), time: formatTime(requests.soonest, locale) }) : t("staff.overview.noneOpen")} to={`${at}/bookings?state=requested`} />
            <Figure label={t("staff.overview.visitsToday")} value={formatNumber(today.visits, locale)} note={t("staff.overview.withoutReport", { count: today.withoutReport })} to={`${at}/bookings?state=accepted`} />
            <Figure label={t("staff.overview.toConfirm")} value={formatNumber(professional.toConfirm, locale)} note={t("staff.overview.toConfirmNote")} to={`${at}/lanes`} />
            <Figure label={t("staff.overview.attention")} value={formatNumber(attention, locale)} note={t("staff.overview.attentionNote")} to={`${at}/bookings/attention`} />
            <Figure label={t("staff.overview.unresolved")} value={formatNumber(unresolved, locale)} note={t("staff.overview.unresolvedNote")} to={`${at}/unresolved`} />
            <Figure label={t("staff.overview.held")} value={formatMoney(payouts.heldMinor)} note={t("staff.overview.heldNote", { count: payouts.held })} to={`${at}/money`} />
          </div>
        </section>
        <Rescues rescues={rescues} />
        <section aria-labelledby="month">
          <Heading level={2} size={3} id="month">{t("staff.overview.month")}</Heading>
          <div className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            <Figure label={t("staff.overview.booked")} value={formatNumber(month.booked, locale)} note={change === null ? t("staff.overview.noBefore") : t(change < 0 ? "staff.overview.less" : "staff.overview.more", { share: formatPercent(Math.abs(change), locale), before: month.before })} />
            <Figure label={t("staff.overview.solved")} value={solved.share === null ? "–" : formatPercent(solved.share, locale)} n={t("staff.overview.n", { count: solved.n })} range={solved.n > 0 ? t("staff.overview.range", { low: formatPercent(solved.low, locale), high: formatPercent(solved.high, locale) }) : undefined} note={t("staff.overview.solvedNote")} />
            <Figure label={t("staff.overview.helpers")} value={formatNumber(month.helpers, locale)} note={t("staff.overview.helpersNote")} to={`${at}/helpers`} />
          </div>
        </section>
        <LineChart
          title={t("staff.overview.weeks.title")}
          tableLabel={t("staff.overview.weeks.table")}
          head={[t("staff.overview.weeks.week"), t("staff.overview.booked")]}
          points={weeks.map(({ from, booked }) => ({ label: formatDayMonth(from, locale), value: booked }))}
        />
      </Stack>
    </Container>
  );
}
