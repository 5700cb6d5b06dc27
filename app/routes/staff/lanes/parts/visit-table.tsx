import { Link } from "@remix-run/react";
import { Wrench } from "#app/ui/icons.ts";
import type { ProfessionalVisit } from "#app/domain/booking/professional.queries.server.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { formatDayTime, formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, type Column, DataTable, EmptyState, VisuallyHidden } from "#app/ui/index.ts";

export type VisitRow = Pick<ProfessionalVisit, "id" | "reference" | "state" | "startsAt" | "postcode" | "locality" | "answerBy" | "customerName" | "laneName"> & { service: string };

/** What of a visit its row shows, in the reader's language. */
export const visitRow = (locale: "de" | "fr" | "it" | "en") => ({ id, reference, state, startsAt, postcode, locality, answerBy, customerName, laneName, service }: ProfessionalVisit): VisitRow => ({ id, reference, state, startsAt, postcode, locality, answerBy, customerName, laneName, service: service.content.name[locale] });

/** Visits of the professional service that ask something of support, the soonest first. */
export function VisitTable({ rows, withLane }: { rows: VisitRow[]; withLane: boolean }) {
  const t = useT();
  const locale = useLocale();
  const to = (id: string) => `/${locale}/staff/lanes/visits/${id}`;
  const columns: Column<VisitRow>[] = [
    { key: "when", head: t("staffHelpers.lanes.when"), rowHead: true, cell: (row) => <Link to={to(row.id)}>{formatDayTime(row.startsAt, locale)}</Link> },
    { key: "service", head: t("staffHelpers.lanes.service"), cell: (row) => row.service },
    { key: "place", head: t("staffHelpers.lanes.place"), cell: (row) => `${row.postcode} ${row.locality}` },
    { key: "customer", head: t("staffHelpers.lanes.customer"), cell: (row) => row.customerName || t("staffHelpers.none") },
    ...(withLane ? [{ key: "lane", head: t("staffHelpers.lanes.lane"), cell: (row: VisitRow) => row.laneName }] : []),
    { key: "reference", head: t("staffHelpers.lanes.reference"), cell: (row) => <Link className="whitespace-nowrap" to={`/${locale}/staff/bookings/${row.id}`}>{row.reference}</Link> },
    { key: "state", head: t("staffHelpers.lanes.state"), cell: (row) => <span className="grid justify-items-start gap-1"><StateBadge state={row.state} words={t(`staffBookings.state.${row.state}`)} />{row.state === "requested" && row.answerBy !== null ? <span className="text-xs text-muted">{t("staffHelpers.lanes.answerBy", { time: `${formatShortDay(row.answerBy, locale)}, ${formatTime(row.answerBy, locale)}` })}</span> : null}</span> },
    { key: "todo", head: t("staffHelpers.lanes.todo"), cell: (row) => <ButtonLink to={to(row.id)} size="small" variant={row.state === "requested" || row.state === "finished" ? "primary" : "secondary"}>{t(row.state === "requested" ? "staffHelpers.lanes.visit.accept" : row.state === "finished" ? "staffHelpers.lanes.visit.report" : "staffHelpers.lanes.open")}<VisuallyHidden> {row.reference}</VisuallyHidden></ButtonLink> },
  ];
  return <DataTable caption={t("staffHelpers.lanes.visits")} hideCaption dense columns={columns} rows={rows} rowKey={({ id }) => id} empty={<EmptyState icon={Wrench} level={3} title={t("staffHelpers.lanes.noVisits")}>{t("staffHelpers.lanes.noVisitsWords")}</EmptyState>} />;
}
