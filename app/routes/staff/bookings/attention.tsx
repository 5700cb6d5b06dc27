import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { maySeeBookings } from "#app/domain/booking/staff.policy.ts";
import { type AttentionRow, uncheckedVisits, unconfirmedVisits, unpaidExtras, waitingVisits } from "#app/domain/visit/visit.queries.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { type Column, DataTable, Heading, Muted, Stack } from "#app/ui/index.ts";

/** Visits around which something is missing: somebody at the door, a confirmation, a payment, a code. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeBookings);
  return { ...titled(ctx, translator(ctx.locale)("staffBookings.attention.title")), now: ctx.now, waiting: await waitingVisits(ctx), unconfirmed: await unconfirmedVisits(ctx), unpaid: await unpaidExtras(ctx), unchecked: await uncheckedVisits(ctx) };
}

export const meta = deskMeta;

export default function Attention() {
  const { now, waiting, unconfirmed, unpaid, unchecked } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(now);
  useFresh(true);
  return (
    <Desk title={t("staffBookings.attention.title")} lead={t("staffBookings.attention.lead")} back={{ to: `/${locale}/staff/bookings`, label: t("staffBookings.page.back") }}>
      <Stack gap={12}>
        <List id="waiting" now={now} title={t("staffBookings.attention.waiting.title")} none={t("staffBookings.attention.waiting.none")} rows={waiting} what={(row) => t(`staffBookings.attention.waiting.${row.absent}`, { time: when.time(row.since) })} />
        <List id="unconfirmed" now={now} title={t("staffBookings.attention.unconfirmed.title")} none={t("staffBookings.attention.unconfirmed.none")} rows={unconfirmed} what={(row) => row.missing.map((side) => t(`staffBookings.attention.unconfirmed.${side}`)).join(", ")} />
        <List id="unpaid" now={now} title={t("staffBookings.attention.unpaid.title")} none={t("staffBookings.attention.unpaid.none")} rows={unpaid} what={(row) => formatMoney(row.dueMinor)} />
        <List id="unchecked" now={now} title={t("staffBookings.attention.unchecked.title")} none={t("staffBookings.attention.unchecked.none")} rows={unchecked} />
      </Stack>
    </Desk>
  );
}

function List<R extends AttentionRow>({ id, now, title, none, rows, what }: { id: string; now: number; title: string; none: string; rows: readonly R[]; what?: (row: R) => ReactNode }) {
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(now);
  const columns: Column<R>[] = [
    { key: "visit", head: t("staffBookings.attention.reference"), rowHead: true, cell: (row) => <Link className="whitespace-nowrap" to={`/${locale}/staff/bookings/${row.bookingId}`}>{row.reference}</Link> },
    { key: "when", head: t("staffBookings.attention.when"), cell: (row) => when.at(row.startsAt) },
    { key: "customer", head: t("staffBookings.attention.customer"), cell: (row) => row.customerName },
    { key: "who", head: t("staffBookings.attention.who"), cell: (row) => row.helperName ?? t("staffBookings.attention.professional") },
    ...(what ? [{ key: "what", head: t("staffBookings.attention.what"), cell: what }] : []),
  ];
  return (
    <section aria-labelledby={id}>
      <Heading level={2} size={3} id={id}>{title}</Heading>
      <div className="mt-3">{rows.length ? <DataTable caption={title} hideCaption dense columns={columns} rows={[...rows]} rowKey={(row) => row.bookingId} /> : <Muted>{none}</Muted>}</div>
    </section>
  );
}
