import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type Actor, hasRole } from "#app/domain/kernel/actor.ts";
import { isWritten, sitePages } from "#app/domain/settings/site-pages.queries.server.ts";
import { isRequiredPage } from "#app/domain/settings/site-pages.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, DataTable, EmptyState } from "#app/ui/index.ts";

/** The pages that staff edit. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, (actor: Actor) => hasRole(actor, "admin"));
  const t = translator(ctx.locale);
  const rows = (await sitePages(ctx)).map(({ slug, title, body, updatedAt }) => ({ slug, title: title[ctx.locale] || title.de || (isRequiredPage(slug) ? t(`common.pages.${slug}`) : slug), written: isWritten({ body }), updatedAt }));
  return { ...titled(ctx, t("staffSettings.pages.title")), rows };
}

export const meta = deskMeta;

export default function Pages() {
  const { title, rows } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Desk title={title} lead={t("staffSettings.pages.lead")}>
      <DataTable
        caption={title}
        hideCaption
        dense
        rows={rows}
        rowKey={(row) => row.slug}
        empty={<EmptyState title={t("staffSettings.pages.empty.title")}>{t("staffSettings.pages.empty.words")}</EmptyState>}
        columns={[
          { key: "name", head: t("staffSettings.pages.name"), rowHead: true, cell: (row) => <Link to={`/${locale}/staff/pages/${row.slug}`}>{row.title}</Link> },
          { key: "slug", head: t("staffSettings.pages.slug"), cell: (row) => <a href={`/${locale}/pages/${row.slug}`}>/pages/{row.slug}</a> },
          { key: "state", head: t("staffSettings.pages.state"), cell: (row) => <Badge tone={row.written ? "ok" : "warn"}>{t(row.written ? "staffSettings.pages.written" : "staffSettings.pages.unwritten")}</Badge> },
          { key: "updated", head: t("staffSettings.pages.updated"), cell: (row) => (row.written && row.updatedAt !== null ? formatDate(row.updatedAt, locale) : "–") },
        ]}
      />
    </Desk>
  );
}
