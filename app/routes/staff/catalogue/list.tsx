import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Plus } from "#app/ui/icons.ts";
import { mayEditCatalogue, maySeeCatalogue } from "#app/domain/catalogue/catalogue.policy.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { askedPrices } from "#app/domain/catalogue/prices.queries.server.ts";
import { typedFrancs } from "#app/domain/listing/listing.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, CatalogueIcon, type Column, DataTable, EmptyState, Heading, type Tone } from "#app/ui/index.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";

/** What the company offers, by category, with the prices that helpers really ask beside the corridor. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeCatalogue);
  const { categories, serviceTypes } = await readCatalogue(ctx);
  const asked = await askedPrices(ctx);
  const rows = serviceTypes.map(({ id, code, version, categoryCode, riskClass, state, content }) => ({
    code, version, category: categoryCode, riskClass, state, name: content.name[ctx.locale], icon: content.icon, minutes: content.durationMinutes, corridor: content.price, professional: content.professional.price, asked: asked.get(id) ?? null,
  }));
  return {
    ...titled(ctx, translator(ctx.locale)("staffHelpers.catalogue.title")),
    mayEdit: mayEditCatalogue(ctx.actor),
    groups: categories.map(({ code, name }) => ({ code, name: name[ctx.locale], rows: rows.filter(({ category }) => category === code) })).filter((group) => group.rows.length > 0),
  };
}

export const meta = deskMeta;
type Row = ReturnType<typeof useLoaderData<typeof loader>>["groups"][number]["rows"][number];
const risks: Record<Row["riskClass"], Tone> = { advice: "plain", standard: "info", professional_only: "warn" };

export default function CatalogueList() {
  const { groups, mayEdit } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const at = `/${locale}/staff/catalogue`;
  const columns: Column<Row>[] = [
    { key: "name", head: t("staffHelpers.catalogue.service"), rowHead: true, cell: (row) => <span className="inline-flex items-start gap-2"><CatalogueIcon name={row.icon} size={18} className="mt-0.5 shrink-0" /><Link to={`${at}/${row.code}`}>{row.name}</Link></span> },
    { key: "risk", head: t("staffHelpers.catalogue.risk"), cell: (row) => <span className="whitespace-nowrap"><Badge tone={risks[row.riskClass]}>{t(`staffHelpers.catalogue.risks.${row.riskClass}`)}</Badge></span> },
    { key: "duration", head: t("staffHelpers.catalogue.duration"), numeric: true, cell: (row) => t("staffHelpers.minutes", { minutes: row.minutes }) },
    { key: "corridor", head: t("staffHelpers.catalogue.corridor"), numeric: true, cell: (row) => (row.corridor ? t("staffHelpers.rangeShort", { low: typedFrancs(row.corridor.min), high: typedFrancs(row.corridor.max) }) : t("staffHelpers.none")) },
    {
      key: "asked", head: t("staffHelpers.catalogue.asked"), numeric: true,
      cell: (row) => (row.asked ? <span className="inline-grid justify-items-end leading-tight"><span>{`${typedFrancs(row.asked.min)} · `}<b>{typedFrancs(row.asked.median)}</b>{` · ${typedFrancs(row.asked.max)}`}</span><span className="text-xs text-muted">{t("staffHelpers.quality.n", { n: row.asked.n })}</span></span> : <span className="text-muted">{t("staffHelpers.catalogue.noAsked")}</span>),
    },
    { key: "professional", head: t("staffHelpers.catalogue.professional"), numeric: true, cell: (row) => typedFrancs(row.professional) },
    { key: "state", head: t("staffHelpers.catalogue.state"), cell: (row) => <Badge tone={row.state === "active" ? "ok" : "plain"}>{t(`staffHelpers.catalogue.states.${row.state}`)}</Badge> },
    { key: "version", head: t("staffHelpers.catalogue.version"), numeric: true, cell: (row) => row.version },
  ];
  const create = mayEdit ? <ButtonLink to={`${at}/new`} icon={Plus}>{t("staffHelpers.catalogue.new")}</ButtonLink> : undefined;
  return (
    <Desk title={t("staffHelpers.catalogue.title")} lead={t("staffHelpers.catalogue.lead")} actions={create}>
      {mayEdit ? null : <p className="text-muted">{t("staffHelpers.catalogue.readOnly")}</p>}
      {groups.length === 0 ? <EmptyState title={t("staffHelpers.catalogue.none")} actions={create}>{t("staffHelpers.catalogue.noneWords")}</EmptyState> : null}
      {groups.map(({ code, name, rows }) => (
        <section key={code} className="grid gap-3">
          <Heading level={2} size={3}>{name}</Heading>
          <div className="max-xl:overflow-x-auto"><DataTable caption={name} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.code} /></div>
        </section>
      ))}
      <p className="text-sm text-muted">{t("staffHelpers.catalogue.asked")}: {t("staffHelpers.catalogue.askedHint")}</p>
    </Desk>
  );
}
