import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Banknote, Download } from "#app/ui/icons.ts";
import { yearOfEarnings } from "#app/domain/booking/earnings.queries.server.ts";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { formatDate, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, BarChart, DataTable, EmptyState, Figure, Icon, type Tone } from "#app/ui/index.ts";
import { byMonth, earningView, type EarningView } from "./parts/earnings.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { YearNote } from "./parts/year-note.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";
import { refusalWords } from "./parts/refusal-words.ts";

export const meta = titled("helper.earnings.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const { rows, sentMinor, openMinor } = await earnings(ctx, helper.id);
  const shown = rows.map(earningView);
  return { rows: shown, months: byMonth(shown), sentMinor, openMinor, earned: await yearOfEarnings(ctx, helper.id, ctx.now) };
}

const monthWords = (ms: number, locale: Locale): string => new Intl.DateTimeFormat(locale === "en" ? "en-GB" : `${locale}-CH`, { timeZone: "Europe/Zurich", month: "long", year: "numeric" }).format(ms);
const tones: Record<EarningView["state"], Tone> = { planned: "info", held: "warn", sending: "info", sent: "ok", refused: "bad" };

export default function Earnings() {
  const t = useT();
  const locale = useLocale();
  const { rows, months, sentMinor, openMinor, earned } = useLoaderData<typeof loader>();
  return (
    <Screen title={t("helper.earnings.title")} lead={t("helper.earnings.lead")} back={useBackToMe()} width="normal">
      <div className="max-w-2xl"><YearNote earned={earned} /></div>
      {rows.length === 0 ? (
        <EmptyState icon={Banknote} title={t("helper.earnings.emptyTitle")}>{t("helper.earnings.emptyWords")}</EmptyState>
      ) : (
        <>
          <div className="grid gap-6 sm:max-w-xl sm:grid-cols-2">
            <Figure label={t("helper.earnings.open")} value={formatMoney(openMinor)} />
            <Figure label={t("helper.earnings.sent")} value={formatMoney(sentMinor)} />
          </div>
          <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface sm:hidden">{rows.map((row) => <EarningRow key={row.id} row={row} />)}</ul>
          <div className="hidden sm:block"><DataTable
            caption={t("helper.earnings.caption")} rows={rows} rowKey={({ id }) => id}
            columns={[
              { key: "visit", head: t("helper.earnings.visit"), cell: (row) => <><Link to={helperPath(locale, `visits/${row.bookingId}`)}>{row.reference}</Link>{row.kind === "visit" ? null : <span className="block text-sm font-normal text-muted">{t(`helper.earnings.kinds.${row.kind}`)}</span>}</> },
              { key: "date", head: t("helper.earnings.date"), cell: (row) => formatDate(row.startsAt, locale) },
              { key: "gross", head: t("helper.earnings.gross"), numeric: true, cell: (row) => formatMoney(row.grossMinor) },
              { key: "commission", head: t("helper.earnings.commission"), numeric: true, cell: (row) => formatMoney(-row.commissionMinor) },
              { key: "net", head: t("helper.earnings.net"), numeric: true, cell: (row) => <b>{formatMoney(row.netMinor)}</b> },
              { key: "state", head: t("helper.earnings.state"), cell: (row) => <StateOf row={row} /> },
            ]}
          /></div>
          <p><a className="inline-flex min-h-11 items-center gap-2" href={helperPath(locale, "me/earnings.csv")} download><Icon icon={Download} />{t("helper.earnings.csv")}</a></p>
          {months.length > 1 ? (
            <div className="max-w-2xl">
              <BarChart title={t("helper.earnings.months")} tableLabel={t("helper.earnings.tableLabel")} head={[t("helper.earnings.month"), t("helper.earnings.net")]} format={(minor) => formatMoney(minor)} rows={months.map(({ at, netMinor }) => ({ label: monthWords(at, locale), value: netMinor }))} />
            </div>
          ) : null}
        </>
      )}
    </Screen>
  );
}

/** One payout on a phone: what it is for and what arrives, the price and the commission below. */
function EarningRow({ row }: { row: EarningView }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex items-baseline justify-between gap-4">
        <Link className="inline-flex min-h-11 items-center" to={helperPath(locale, `visits/${row.bookingId}`)}>{formatDate(row.startsAt, locale)}, {row.reference}</Link>
        <b className="whitespace-nowrap tabular-nums">{formatMoney(row.netMinor)}</b>
      </div>
      <p className="text-sm text-muted">{row.kind === "compensation" ? t("helper.earnings.kinds.compensation") : `${row.kind === "extra" ? `${t("helper.earnings.kinds.extra")}, ` : ""}${t("helper.earnings.gross")} ${formatMoney(row.grossMinor)}, ${t("helper.earnings.commission")} ${formatMoney(-row.commissionMinor)}`}</p>
      <StateOf row={row} />
    </li>
  );
}

function StateOf({ row }: { row: EarningView }) {
  const t = useT();
  const locale = useLocale();
  const date = formatDate(row.state === "sent" ? (row.sentAt ?? row.dueAt) : row.dueAt, locale);
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={tones[row.state]}>{t(`helper.earnings.states.${row.state}`, { date })}</Badge>
      {row.state === "held" && row.holdReason ? <span className="text-sm text-muted">{refusalWords(t, "helper.earnings.hold", row.holdReason, "helper.earnings.hold.other")}</span> : null}
    </span>
  );
}

export { Trouble as ErrorBoundary };
