import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Award, ExternalLink } from "#app/ui/icons.ts";
import { publicStanding } from "#app/domain/certification/certification.ts";
import { certificatesOf } from "#app/domain/certification/certification.queries.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Card, EmptyState, Heading, Icon, Notice, Stack } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { day } from "#app/domain/kernel/time.ts";

export const meta = titled("helper.certificates.title");

const soonMs = 60 * day;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const suspendedSince = helper.state === "suspended" || helper.state === "ended" ? helper.stateSince : null;
  const rows = (await certificatesOf(ctx, helper.id)).map(({ certificate, programme }) => {
    const standing = publicStanding(certificate, suspendedSince, ctx.now);
    return { number: certificate.number, name: programme.name[ctx.locale], short: programme.short[ctx.locale], standing, endsSoon: standing.valid && standing.until - ctx.now < soonMs };
  });
  return { rows: rows.reverse() };
}

export default function Certificates() {
  const t = useT();
  const locale = useLocale();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Screen title={t("helper.certificates.title")} lead={t("helper.certificates.lead")} back={useBackToMe()}>
      {rows.length === 0 ? <EmptyState icon={Award} title={t("helper.certificates.emptyTitle")}>{t("helper.certificates.emptyWords")}</EmptyState> : null}
      <Stack gap={4} as="ul">
        {rows.map(({ number, name, short, standing, endsSoon }) => (
          <Card as="li" key={number}>
            <Stack gap={3}>
              <div className="grid gap-1"><Heading level={2} size={3}>{name}</Heading><p className="text-muted">{short}</p></div>
              <div><Badge tone={standing.valid ? "ok" : "bad"}>{standing.valid ? t("helper.certificates.valid", { date: formatDate(standing.until, locale) }) : t("helper.certificates.invalid", { date: formatDate(standing.since, locale) })}</Badge></div>
              {standing.valid && endsSoon ? <Notice tone="warn">{t("helper.certificates.soon", { date: formatDate(standing.until, locale) })}</Notice> : null}
              <p className="tabular-nums">{t("helper.certificates.number")} {number}</p>
              <a className="inline-flex min-h-11 items-center gap-2" href={`/${locale}/certificates/${number}`}><Icon icon={ExternalLink} />{t("helper.certificates.proof")}</a>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Screen>
  );
}

export { Trouble as ErrorBoundary };
