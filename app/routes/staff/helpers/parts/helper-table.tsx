import { Link } from "@remix-run/react";
import { formatDate, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, type Column, DataTable, EmptyState } from "#app/ui/index.ts";
import type { HelperListRow } from "./list.server.ts";
import { HelperStateBadge } from "./state-badge.tsx";

/** The list: on wide screens a name opens the panel beside it, on phones the page. */
export function HelperTable({ rows, selected, selectTo, isFiltered, mayInvite }: { rows: HelperListRow[]; selected: string; selectTo: string; isFiltered: boolean; mayInvite: boolean }) {
  const t = useT();
  const locale = useLocale();
  const at = `/${locale}/staff/helpers`;
  // Beside an open panel there is room for what tells people apart; the panel says the rest.
  const counts: Column<HelperListRow>[] = [
    { key: "certificates", head: t("staffHelpers.list.certificates"), numeric: true, cell: (row) => formatNumber(row.certificates, locale) },
    { key: "listings", head: t("staffHelpers.list.listings"), numeric: true, cell: (row) => formatNumber(row.listings, locale) },
  ];
  const since: Column<HelperListRow> = { key: "since", head: t("staffHelpers.list.since"), numeric: true, cell: (row) => formatDate(row.since, locale) };
  const columns: Column<HelperListRow>[] = [
    {
      key: "name", head: t("staffHelpers.list.name"), rowHead: true,
      cell: (row) => (
        <>
          <Link className="hidden xl:inline" preventScrollReset to={`${selectTo}${row.id}`}>{row.name}</Link>
          <Link className="xl:hidden" to={`${at}/${row.id}`}>{row.name}</Link>
        </>
      ),
    },
    { key: "state", head: t("staffHelpers.list.state"), cell: (row) => <span className="whitespace-nowrap"><HelperStateBadge state={row.state} isPaused={row.isPaused} /></span> },
    { key: "place", head: t("staffHelpers.list.place"), cell: (row) => row.place || t("staffHelpers.none") },
    ...(selected ? [] : counts),
    { key: "visits", head: t("staffHelpers.list.visits"), numeric: true, cell: (row) => formatNumber(row.visits, locale) },
    ...(selected ? [] : [since]),
  ];
  const empty = isFiltered ? (
    <EmptyState title={t("staffHelpers.list.noneFound")} actions={<ButtonLink to={at} variant="secondary" size="small">{t("staffHelpers.list.reset")}</ButtonLink>}>{t("staffHelpers.list.noneFoundWords")}</EmptyState>
  ) : (
    <EmptyState title={t("staffHelpers.list.nobody")} actions={mayInvite ? <ButtonLink to={`${at}/invite`} size="small">{t("staffHelpers.list.invite")}</ButtonLink> : undefined}>{t("staffHelpers.list.nobodyWords")}</EmptyState>
  );
  return <DataTable caption={t("staffHelpers.list.title")} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.id} selectedKey={selected} empty={empty} />;
}
