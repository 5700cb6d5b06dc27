import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wishesByPostcode } from "#app/domain/area/area.queries.server.ts";
import { hasRole } from "#app/domain/kernel/actor.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate, formatNumber } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, DataTable, EmptyState, Heading, Lead, Stack } from "#app/ui/index.ts";

/** Where people wait for the programme. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, (actor) => hasRole(actor, "certifier", "support"));
  const rows = (await wishesByPostcode(ctx)).map((row) => ({ ...row, place: ctx.places.byPostcode(row.postcode)[0]?.locality ?? "" }));
  return { locale: ctx.locale, title: translator(ctx.locale)("staff.demand.title"), rows };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff/demand", title: data.title, noindex: true }) : []);

export default function Demand() {
  const { rows } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Container width="wide" className="py-6">
      <Stack gap={6}>
        <Stack gap={2}>
          <Heading level={1} size={2}>{t("staff.demand.title")}</Heading>
          <Lead>{t("staff.demand.lead")}</Lead>
        </Stack>
        <DataTable
          caption={t("staff.demand.title")}
          hideCaption
          dense
          rows={rows}
          rowKey={(row) => row.postcode}
          empty={<EmptyState title={t("staff.demand.empty.title")}>{t("staff.demand.empty.words")}</EmptyState>}
          columns={[
            { key: "postcode", head: t("staff.demand.postcode"), cell: (row) => row.postcode, rowHead: true },
            { key: "place", head: t("staff.demand.place"), cell: (row) => row.place },
            { key: "wishes", head: t("staff.demand.wishes"), numeric: true, cell: (row) => formatNumber(row.wishes, locale) },
            { key: "reachable", head: t("staff.demand.reachable"), numeric: true, cell: (row) => formatNumber(row.reachable, locale) },
            { key: "last", head: t("staff.demand.last"), cell: (row) => formatDate(row.last, locale) },
          ]}
        />
      </Stack>
    </Container>
  );
}
