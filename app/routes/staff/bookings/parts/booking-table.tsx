import { Link } from "@remix-run/react";
import { CalendarDays } from "#app/ui/icons.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { formatDate, formatMoney, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { type Column, DataTable, EmptyState, Muted } from "#app/ui/index.ts";
import type { ListRow } from "./glance.server.ts";

/** By what the list is sorted; `to` is an address with places for the column and the direction. */
export type Sorting = { by: "created" | "visit" | "price" | "state"; ascending: boolean; to: string };

/** Bookings as rows; beside the open panel only what names them. */
export function BookingTable({ rows, selected, selectTo, isFiltered, isNarrow, sorting }: { rows: ListRow[]; selected: string; selectTo: string; isFiltered: boolean; isNarrow: boolean; sorting: Sorting }) {
  const [t, locale] = [useT(), useLocale()];
  const sortable = (by: Sorting["by"]) => {
    const isSorted = sorting.by === by;
    return { sortTo: sorting.to.replace("%7B%7D", by).replace("%7Bdir%7D", isSorted && !sorting.ascending ? "up" : "down"), ...(isSorted && { sorted: sorting.ascending ? ("ascending" as const) : ("descending" as const) }) };
  };
  const always: Column<ListRow>[] = [
    { key: "reference", head: t("staffBookings.list.reference"), rowHead: true, cell: (row) => <Link to={`${selectTo}${row.id}`} preventScrollReset className="whitespace-nowrap tabular-nums">{row.reference}</Link>, ...sortable("created") },
    { key: "state", head: t("staffBookings.list.state"), cell: (row) => <StateBadge state={row.state} words={t(`staffBookings.state.${row.state}`)} />, ...sortable("state") },
    { key: "visit", head: t("staffBookings.list.visit"), cell: (row) => <span className="whitespace-nowrap tabular-nums">{formatDate(row.startsAt, locale)} {formatTime(row.startsAt, locale)}</span>, ...sortable("visit") },
    { key: "customer", head: t("staffBookings.list.customer"), cell: (row) => (row.customerName ? <span className="inline-block min-w-24">{row.customerName}</span> : <Muted as="span">{t("staffBookings.list.noName")}</Muted>) },
  ];
  const more: Column<ListRow>[] = [
    { key: "service", head: t("staffBookings.list.service"), cell: (row) => row.service },
    { key: "who", head: t("staffBookings.list.who"), cell: (row) => row.helperName ?? t(row.provider === "helper" ? "dispatch.who" : "staffBookings.professional") },
    { key: "place", head: t("staffBookings.list.place"), cell: (row) => row.place },
    { key: "price", head: t("staffBookings.list.price"), numeric: true, cell: (row) => formatMoney(row.priceMinor), ...sortable("price") },
  ];
  const empty = <EmptyState icon={CalendarDays} title={t("staffBookings.list.none")} actions={isFiltered ? <Link to="?">{t("staffBookings.list.reset")}</Link> : <Link to={`/${locale}/staff/book`}>{t("staff.nav.book")}</Link>}>{t(isFiltered ? "staffBookings.list.noneFiltered" : "staffBookings.list.noneYet")}</EmptyState>;
  return <DataTable caption={t("staffBookings.list.title")} hideCaption dense columns={isNarrow ? always : [...always, ...more]} rows={rows} rowKey={(row) => row.id} selectedKey={selected} empty={empty} />;
}
