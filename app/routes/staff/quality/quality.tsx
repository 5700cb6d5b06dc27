import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Download } from "#app/ui/icons.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { maySeeQuality } from "#app/domain/quality/quality.policy.ts";
import { type QualitySort, qualityTable } from "#app/domain/quality/quality.queries.server.ts";
import { contextIf, pageLink, pageOf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatNumber } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, type Column, DataTable, EmptyState, Icon, Muted, Pagination, SelectField, TextField } from "#app/ui/index.ts";
import { addressWith } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { RateCell, useAnswerWords } from "../helpers/parts/rate.tsx";
import { qualityAsk } from "./asked.server.ts";

/** Every helper and service type with n and range; sorted by the address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeQuality);
  const url = new URL(args.request.url);
  const ask = qualityAsk(url.searchParams);
  const { rows, total, page, pages } = await qualityTable(ctx, { ...ask, page: pageOf(url.searchParams) });
  const { serviceTypes } = await readCatalogue(ctx);
  return {
    ...titled(ctx, translator(ctx.locale)("staffHelpers.quality.title")),
    ask: { sort: ask.sort, service: ask.service ?? "", search: ask.search ?? "" }, total, page, pages,
    rows: rows.map(({ service, ...row }) => ({ ...row, key: `${row.helperId}/${service.code}`, service: service.content.name[ctx.locale] })),
    services: serviceTypes.map(({ code, content }) => ({ value: code, label: content.name[ctx.locale] })),
    to: { sort: addressWith(url, { sort: "{}", page: null }), csv: addressWith(new URL(`${url.pathname}.csv${url.search}`, url), { page: null }), previous: page > 1 ? pageLink(url, page - 1) : null, next: page < pages ? pageLink(url, page + 1) : null },
  };
}

export const meta = deskMeta;

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];
/** Where each sorting begins: the weakest first, the most first, or the alphabet. */
const direction: Record<QualitySort, "ascending" | "descending"> = { solved: "ascending", right: "ascending", solvedCorrectly: "ascending", stars: "ascending", name: "ascending", visits: "descending", cancelled: "descending", answer: "descending" };

export default function Quality() {
  const { ask, rows, services, total, page, pages, to } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const answer = useAnswerWords();
  const sortable = (sort: QualitySort) => ({ sortTo: to.sort.replace("%7B%7D", sort), ...(ask.sort === sort && { sorted: direction[sort] }) });
  const columns: Column<Row>[] = [
    { key: "name", head: t("staffHelpers.quality.helper"), rowHead: true, cell: (row) => <><Link to={`/${locale}/staff/helpers/${row.helperId}`}>{row.helperName}</Link><span className="block text-xs font-normal text-muted">{row.service}</span></>, ...sortable("name") },
    { key: "visits", head: t("staffHelpers.quality.visits"), numeric: true, cell: (row) => formatNumber(row.figures.visits, locale), ...sortable("visits") },
    { key: "solved", head: t("staffHelpers.quality.solved"), numeric: true, cell: (row) => <RateCell rate={row.figures.solved} />, ...sortable("solved") },
    { key: "right", head: t("staffHelpers.quality.right"), numeric: true, cell: (row) => <RateCell rate={row.figures.right} />, ...sortable("right") },
    { key: "checked", head: t("staffHelpers.quality.solvedCorrectly"), numeric: true, cell: (row) => <RateCell rate={row.figures.solvedCorrectly} />, ...sortable("solvedCorrectly") },
    { key: "stars", head: t("staffHelpers.quality.stars"), numeric: true, cell: (row) => (row.figures.stars === null ? t("staffHelpers.none") : <>{formatNumber(row.figures.stars, locale, 1)} <span className="text-xs text-muted">{t("staffHelpers.quality.n", { n: row.figures.reviews })}</span></>), ...sortable("stars") },
    { key: "cancelled", head: t("staffHelpers.quality.cancelled"), numeric: true, cell: (row) => <RateCell rate={row.figures.cancelled} />, ...sortable("cancelled") },
    { key: "answer", head: t("staffHelpers.quality.answer"), numeric: true, cell: (row) => answer(row.answerMinutes), ...sortable("answer") },
  ];
  return (
    <Desk
      title={t("staffHelpers.quality.title")} lead={t("staffHelpers.quality.lead")}
      actions={<a className="q-button q-secondary q-small" href={to.csv} download><Icon icon={Download} /><span>{t("staffHelpers.quality.csv")}</span></a>}
    >
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        {ask.sort === "solved" ? null : <input type="hidden" name="sort" value={ask.sort} />}
        <TextField key={ask.search} name="q" type="search" label={t("staffHelpers.quality.search")} defaultValue={ask.search} maxLength={80} width="medium" autoComplete="off" />
        <SelectField key={ask.service} name="service" label={t("staffHelpers.quality.service")} placeholder={t("staffHelpers.quality.allServices")} defaultValue={ask.service} width="medium" options={services} />
        <Button variant="secondary">{t("staffHelpers.quality.find")}</Button>
      </Form>
      <div><Muted>{t("staffHelpers.quality.count", { count: total })}</Muted><Muted>{t("staffHelpers.quality.legend")}</Muted></div>
      <div className="max-xl:overflow-x-auto"><DataTable caption={t("staffHelpers.quality.title")} hideCaption dense columns={columns} rows={rows} rowKey={({ key }) => key} empty={<EmptyState title={t("staffHelpers.quality.none")}>{t("staffHelpers.quality.noneWords")}</EmptyState>} /></div>
      {pages > 1 ? <Pagination label={t("staffHelpers.list.paging")} previous={to.previous} next={to.next} previousLabel={t("staffHelpers.list.previous")} nextLabel={t("staffHelpers.list.next")} summary={t("staffHelpers.list.page", { page, pages })} /> : null}
    </Desk>
  );
}
