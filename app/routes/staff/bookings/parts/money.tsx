import { Link } from "@remix-run/react";
import type { TextKey } from "#app/texts/keys.ts";
import { formatDate, formatMoney, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DataTable, Disclosure, Muted } from "#app/ui/index.ts";
import type { MoneyView } from "./view.server.ts";
import { Part } from "./visit.tsx";

const reasons: Record<string, TextKey> = { account_not_ready: "staff.money.reasons.account_not_ready", not_captured: "staff.money.reasons.not_captured", probation: "staff.money.reasons.probation", not_solved: "staff.money.reasons.not_solved", rescue: "staff.money.reasons.rescue", balance_insufficient: "staff.money.reasons.balance_insufficient" };
const accounts = ["provider", "customers", "helpers", "commission", "vat", "professional", "goodwill", "illness", "credits", "rescue"] as const;

/** Payments, what was asked of the provider, payouts and postings: for those who may see money. */
export function MoneyPart({ money }: { money: MoneyView }) {
  const [t, locale] = [useT(), useLocale()];
  const stamp = (ms: number) => `${formatDate(ms, locale)} ${formatTime(ms, locale)}`;
  const { payments, paidWith, payouts, postings } = money;
  const operations = payments.flatMap((payment) => payment.operations);
  const account = (name: string) => {
    const known = accounts.find((one) => one === name);
    return known ? t(`staff.money.accounts.${known}`) : name;
  };
  if (payments.length === 0 && postings.length === 0 && money.credit.takenMinor === 0) return <Part id="money" title={t("staffBookings.page.money.title")}><Muted>{t("staffBookings.page.money.none")}</Muted></Part>;
  return (
    <Part id="money" title={t("staffBookings.page.money.title")}>
      {payments.length ? (
        <DataTable
          caption={t("staffBookings.page.money.payment")}
          hideCaption
          dense
          rows={payments}
          rowKey={(row) => row.id}
          columns={[
            { key: "state", head: t("staffBookings.page.money.state"), rowHead: true, cell: (row) => `${row.purpose === "extra" ? `${t("staffBookings.around.payment")}: ` : ""}${t(`staffBookings.page.money.states.${row.state}`)}` },
            { key: "way", head: t("staffBookings.page.money.way"), cell: (row) => `${row.method ? t(`staffBookings.page.money.method.${row.method}`) : t("staffBookings.page.money.noMethod")}, ${t(`staffBookings.page.money.mode.${row.mode}`)}` },
            { key: "amount", head: t("staffBookings.page.money.amount"), numeric: true, cell: (row) => formatMoney(row.amountMinor) },
            { key: "captured", head: t("staffBookings.page.money.captured"), numeric: true, cell: (row) => formatMoney(row.capturedMinor) },
            { key: "refunded", head: t("staffBookings.page.money.refunded"), numeric: true, cell: (row) => formatMoney(row.refundedMinor) },
          ]}
        />
      ) : null}
      {paidWith ? <p><Link to={`/${locale}/staff/bookings/${paidWith}`}>{t("staffBookings.page.money.paidWith")}</Link></p> : null}
      {money.credit.takenMinor + money.credit.returnedMinor > 0 ? <p className="my-2">{t("staffBookings.page.money.inCredit", { amount: formatMoney(money.credit.takenMinor), returned: formatMoney(money.credit.returnedMinor) })}</p> : null}
      {payouts.length ? (
        <DataTable
          caption={t("staffBookings.page.money.payouts")}
          dense
          rows={payouts}
          rowKey={(row) => row.id}
          columns={[
            { key: "state", head: t("staffBookings.page.money.state"), rowHead: true, cell: (row) => <>{t(`staffBookings.page.money.payoutStates.${row.state}`)}{row.state === "held" ? <Muted as="span"> {t(reasons[row.holdReason ?? ""] ?? "staff.money.reasons.other")}</Muted> : null}</> },
            { key: "due", head: t("staffBookings.page.money.due"), cell: (row) => stamp(row.dueAt) },
            { key: "net", head: t("staffBookings.page.money.amount"), numeric: true, cell: (row) => formatMoney(row.netMinor) },
          ]}
        />
      ) : null}
      {operations.length ? (
        <Disclosure summary={`${t("staffBookings.page.money.operations")} (${operations.length})`}>
          <DataTable
            caption={t("staffBookings.page.money.operations")}
            hideCaption
            dense
            rows={operations}
            rowKey={(row) => row.id}
            columns={[
              { key: "kind", head: t("staffBookings.page.money.operation"), rowHead: true, cell: (row) => t(`staffBookings.page.money.kinds.${row.kind}`) },
              { key: "state", head: t("staffBookings.page.money.state"), cell: (row) => t(`staffBookings.page.money.operationStates.${row.state}`) },
              { key: "asked", head: t("staffBookings.page.money.asked"), cell: (row) => stamp(row.createdAt) },
              { key: "amount", head: t("staffBookings.page.money.amount"), numeric: true, cell: (row) => (row.amountMinor === null ? "–" : formatMoney(row.amountMinor)) },
            ]}
          />
        </Disclosure>
      ) : null}
      {postings.length ? (
        <Disclosure summary={`${t("staffBookings.page.money.postings")} (${postings.length})`}>
          <DataTable
            caption={t("staffBookings.page.money.postings")}
            hideCaption
            dense
            rows={postings}
            rowKey={(row) => row.id}
            columns={[
              { key: "at", head: t("staffBookings.page.money.at"), rowHead: true, cell: (row) => stamp(row.at) },
              { key: "debit", head: t("staffBookings.page.money.debit"), cell: (row) => account(row.debit) },
              { key: "credit", head: t("staffBookings.page.money.credit"), cell: (row) => account(row.credit) },
              { key: "amount", head: t("staffBookings.page.money.amount"), numeric: true, cell: (row) => formatMoney(row.amountMinor) },
            ]}
          />
        </Disclosure>
      ) : null}
    </Part>
  );
}
