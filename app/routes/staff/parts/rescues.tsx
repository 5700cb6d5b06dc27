import { formatDate, formatDayTime, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DataTable, Heading, Muted, Notice } from "#app/ui/index.ts";
import type { RescuesShown } from "./rescues.server.ts";

/** What is being put right, the longest open first, and an alarm when the year's budget is spent. */
export function Rescues({ rescues }: { rescues: RescuesShown }) {
  const [t, locale] = [useT(), useLocale()];
  if (!rescues) return null;
  const { rows, budget } = rescues;
  const at = `/${locale}/staff/bookings`;
  const isOver = budget.spentMinor > budget.limitMinor;
  return (
    <section aria-labelledby="rescues" className="grid gap-4">
      <div>
        <Heading level={2} size={3} id="rescues">{t("staff.overview.rescues.title")}</Heading>
        <Muted>{t("staff.overview.rescues.budget", { spent: formatMoney(budget.spentMinor), limit: formatMoney(budget.limitMinor) })}</Muted>
      </div>
      {isOver ? <Notice tone="bad" title={t("staff.overview.rescues.overTitle")}>{t("staff.overview.rescues.over")}</Notice> : null}
      {rows.length === 0 ? <p>{t("staff.overview.rescues.none")}</p> : (
        <DataTable
          caption={t("staff.overview.rescues.title")}
          hideCaption
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "booking", head: t("staff.overview.rescues.booking"), rowHead: true, cell: (row) => <><a href={`${at}/${row.bookingId}`}>{row.reference}</a><span className="block text-sm font-normal text-muted">{row.service}</span></> },
            { key: "customer", head: t("staff.overview.rescues.customer"), cell: (row) => row.customerName },
            { key: "why", head: t("staff.overview.rescues.why"), cell: (row) => t(`staff.overview.rescues.reasons.${row.reason}`) },
            { key: "state", head: t("staff.overview.rescues.state"), cell: (row) => (row.state === "booked" && row.newBookingId ? <a href={`${at}/${row.newBookingId}`}>{t("staff.overview.rescues.booked", { reference: row.newReference ?? "", date: formatDayTime(row.newStartsAt ?? row.openedAt, locale) })}</a> : t("staff.overview.rescues.open", { date: formatDate(row.lapsesAt ?? row.openedAt, locale) })) },
            { key: "since", head: t("staff.overview.rescues.since"), cell: (row) => formatDate(row.openedAt, locale) },
          ]}
        />
      )}
    </section>
  );
}
