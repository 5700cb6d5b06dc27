import { Link } from "@remix-run/react";
import { CalendarDays } from "#app/ui/icons.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { formatDate, formatMoney, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { type Column, DataTable, EmptyState, Muted } from "#app/ui/index.ts";
import type { ListRow } from "./glance.server.ts";

/** Bookings as rows; beside the open panel only what names them. */
export function BookingTable({ rows, selected, selectTo, isFiltered, isNarrow }: { rows: ListRow[]; selected: string; selectTo: string; isFiltered: boolean; isNarrow: boolean }) {
  const [t, locale] = [useT(), useLocale()];
  const always: Column<ListRow>[] = [
    { key: "reference", head: t("staffBookings.list.reference"), rowHead: true, cell: (row) => <Link to={`${selectTo}${row.id}`} preventScrollReset className="whitespace-nowrap tabular-nums">{row.reference}</Link> },
    { key: "state", head: t("staffBookings.list.state"), cell: (row) => <StateBadge state={row.state} words={t(`staffBookings.state.${row.state}`)} /> },
    { key: "visit", head: t("staffBookings.list.visit"), cell: (row) => <span className="whitespace-nowrap tabular-nums">{formatDate(row.startsAt, locale)} {formatTime(row.startsAt, locale)}</span> },
    { key: "customer", head: t("staffBookings.list.customer"), cell: (row) => (row.customerName ? <span className="wrap-anywhere">{row.customerName}</span> : <Muted as="span">{t("staffBookings.list.noName")}</Muted>) },
  ];
  const more: Column<ListRow>[] = [
    { key: "service", head: t("staffBookings.list.service"), cell: (row) => row.service },
    { key: "who", head: t("staffBookings.list.who"), cell: (row) => row.helperName ?? t("staffBookings.professional") },
    { key: "place", head: t("staffBookings.list.place"), cell: (row) => row.place },
    { key: "price", head: t("staffBookings.list.price"), numeric: true, cell: (row) => formatMoney(row.priceMinor) },
  ];
  const empty = <EmptyState icon={CalendarDays} title={t("staffBookings.list.none")} actions={isFiltered ? <Link to="?">{t("staffBookings.list.reset")}</Link> : <Link to={`/${locale}/staff/book`}>{t("staff.nav.book")}</Link>}>{t(isFiltered ? "staffBookings.list.noneFiltered" : "staffBookings.list.noneYet")}</EmptyState>;
  return <DataTable caption={t("staffBookings.list.title")} hideCaption dense columns={isNarrow ? always : [...always, ...more]} rows={rows} rowKey={(row) => row.id} selectedKey={selected} empty={empty} />;
}
