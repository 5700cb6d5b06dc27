import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { hasRole } from "#app/domain/kernel/actor.ts";
import { accounts } from "#app/domain/ledger/ledger.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { failedRefunds, heldPayouts } from "#app/domain/payment/payment.queries.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate, formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, DataTable, EmptyState, Heading, Lead, Notice, Stack } from "#app/ui/index.ts";

const reasons: Record<string, TextKey> = { account_not_ready: "staff.money.reasons.account_not_ready", not_captured: "staff.money.reasons.not_captured", probation: "staff.money.reasons.probation", not_solved: "staff.money.reasons.not_solved", rescue: "staff.money.reasons.rescue", balance_insufficient: "staff.money.reasons.balance_insufficient" };

/** The ledger's accounts, whether they sum to zero, and what is held back. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, (actor) => hasRole(actor, "finance"));
  return { locale: ctx.locale, title: translator(ctx.locale)("staff.money.title"), sums: await ledgerSums(ctx), held: await heldPayouts(ctx), failed: await failedRefunds(ctx) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff/money", title: data.title, noindex: true }) : []);

export default function Money() {
  const { sums, held, failed } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Container width="wide" className="py-6">
      <Stack gap={6}>
        <Stack gap={2}>
          <Heading level={1} size={2}>{t("staff.money.title")}</Heading>
          <Lead>{t("staff.money.lead")}</Lead>
        </Stack>
        {sums.balanced ? <Notice tone="ok">{t("staff.money.balanced")}</Notice> : <Notice tone="bad">{t("staff.money.unbalanced", { total: formatMoney(sums.total), expected: formatMoney(sums.atProvider) })}</Notice>}
        <DataTable
          caption={t("staff.money.title")}
          hideCaption
          dense
          rows={accounts.map((account) => ({ account, minor: sums.balances[account] }))}
          rowKey={(row) => row.account}
          columns={[
            { key: "account", head: t("staff.money.account"), cell: (row) => t(`staff.money.accounts.${row.account}`), rowHead: true },
            { key: "minor", head: t("staff.money.balance"), numeric: true, cell: (row) => formatMoney(row.minor) },
          ]}
        />
        {failed.length === 0 ? null : (
          <Stack gap={3}>
            <Heading level={2} size={3}>{t("staff.money.failedRefunds.title")}</Heading>
            <Notice tone="bad">{t("staff.money.failedRefunds.words")}</Notice>
            <DataTable
              caption={t("staff.money.failedRefunds.title")}
              hideCaption
              dense
              rows={failed}
              rowKey={(row) => row.id}
              columns={[
                { key: "reference", head: t("staff.money.reference"), cell: (row) => <Link to={`/${locale}/staff/bookings/${row.bookingId}`}>{row.reference}</Link>, rowHead: true },
                { key: "amount", head: t("staff.money.amount"), numeric: true, cell: (row) => formatMoney(row.owedMinor) },
                { key: "since", head: t("staff.money.failedRefunds.since"), cell: (row) => formatDate(row.since, locale) },
              ]}
            />
          </Stack>
        )}
        <Heading level={2} size={3}>{t("staff.money.payouts")}</Heading>
        <DataTable
          caption={t("staff.money.payouts")}
          hideCaption
          dense
          rows={held}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("staff.money.none.title")}>{t("staff.money.none.words")}</EmptyState>}
          columns={[
            { key: "reference", head: t("staff.money.reference"), cell: (row) => <Link to={`/${locale}/staff/bookings/${row.bookingId}`}>{row.reference}</Link>, rowHead: true },
            { key: "helper", head: t("staff.money.helper"), cell: (row) => <Link to={`/${locale}/staff/helpers/${row.helperId}`}>{row.helper}</Link> },
            { key: "amount", head: t("staff.money.amount"), numeric: true, cell: (row) => formatMoney(row.netMinor) },
            { key: "reason", head: t("staff.money.reason"), cell: (row) => t(reasons[row.reason ?? ""] ?? "staff.money.reasons.other") },
            { key: "due", head: t("staff.money.due"), cell: (row) => formatDate(row.dueAt, locale) },
          ]}
        />
      </Stack>
    </Container>
  );
}
