import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Download } from "#app/ui/icons.ts";
import { hasRole } from "#app/domain/kernel/actor.ts";
import { measureSums } from "#app/domain/insight/measures.queries.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatNumber } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BarChart, Button, Container, DataTable, EmptyState, Heading, Icon, Lead, Row, Stack, TextField } from "#app/ui/index.ts";
import { periodOf } from "./parts/period.server.ts";

/** What was done on energy visits: the sum, and the rows as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, (actor) => hasRole(actor, "quality", "finance"));
  const period = periodOf(new URL(args.request.url).searchParams, ctx);
  const sums = period.valid ? await measureSums(ctx, period) : [];
  const rows = sums.map(({ words, ...row }) => ({ ...row, name: words[ctx.locale] }));
  return { locale: ctx.locale, title: translator(ctx.locale)("staff.measures.title"), period, rows };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff/measures", title: data.title, noindex: true }) : []);

export default function Measures() {
  const { period, rows } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const kwh = (value: number | null) => (value === null ? t("staff.measures.unknown") : formatNumber(value, locale));
  const total = rows.reduce((sum, row) => sum + (row.kwhPerYear ?? 0), 0);
  return (
    <Container width="wide" className="py-6">
      <Stack gap={6}>
        <Stack gap={2}>
          <Row justify="between" gap={4}>
            <Heading level={1} size={2}>{t("staff.measures.title")}</Heading>
            {rows.length > 0 ? <a className="q-button q-secondary q-small" href={`/${locale}/staff/measures.csv?from=${period.fromDate}&until=${period.untilDate}`} download><Icon icon={Download} /><span>{t("staff.measures.csv")}</span></a> : null}
          </Row>
          <Lead>{t("staff.measures.lead")}</Lead>
        </Stack>
        <Form method="get">
          <div className="flex flex-wrap items-end gap-3">
            <TextField name="from" type="date" label={t("staff.measures.from")} defaultValue={period.fromDate} error={period.valid ? undefined : t("staff.measures.wrong")} />
            <TextField name="until" type="date" label={t("staff.measures.until")} defaultValue={period.untilDate} />
            <Button type="submit" variant="secondary">{t("staff.measures.show")}</Button>
          </div>
        </Form>
        {rows.length === 0 ? (
          <EmptyState title={t("staff.measures.empty.title")}>{t("staff.measures.empty.words")}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={t("staff.measures.title")}
              hideCaption
              dense
              rows={rows}
              rowKey={(row) => row.code}
              columns={[
                { key: "name", head: t("staff.measures.code"), cell: (row) => row.name, rowHead: true },
                { key: "visits", head: t("staff.measures.visits"), numeric: true, cell: (row) => formatNumber(row.visits, locale) },
                { key: "count", head: t("staff.measures.count"), numeric: true, cell: (row) => formatNumber(row.count, locale) },
                { key: "kwh", head: t("staff.measures.kwh"), numeric: true, cell: (row) => kwh(row.kwhPerYear) },
              ]}
              foot={<tr><th scope="row" colSpan={3}>{t("staff.measures.total")}</th><td className="q-numeric">{kwh(total)}</td></tr>}
            />
            <BarChart title={t("staff.measures.chart")} tableLabel={t("staff.measures.chartTable")} head={[t("staff.measures.code"), t("staff.measures.kwh")]} rows={rows.filter((row) => row.kwhPerYear !== null).map((row) => ({ label: row.name, value: row.kwhPerYear ?? 0 }))} format={(value) => formatNumber(value, locale)} />
          </>
        )}
      </Stack>
    </Container>
  );
}
