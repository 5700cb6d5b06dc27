import { formatDate, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, DataTable, Heading, Muted, Row } from "#app/ui/index.ts";
import type { HelperPage } from "./helper.server.ts";

/** Certificates with their public proof; certifying and ending are a step of their own. */
export function Certificates({ helper }: { helper: HelperPage }) {
  const t = useT();
  const locale = useLocale();
  const at = `/${locale}/staff/helpers/${helper.id}`;
  return (
    <section className="grid content-start gap-3">
      <Row justify="between">
        <Heading level={2} size={3}>{t("staffHelpers.certificates.title")}</Heading>
        {helper.mayCertify ? <ButtonLink to={`${at}/certify`} size="small">{t("staffHelpers.certificates.certify")}</ButtonLink> : null}
      </Row>
      <DataTable
        caption={t("staffHelpers.certificates.title")} hideCaption dense rows={helper.certificates} rowKey={({ id }) => id} empty={<Muted>{t("staffHelpers.certificates.none")}</Muted>}
        columns={[
          { key: "programme", head: t("staffHelpers.certificates.programme"), rowHead: true, cell: (row) => <>{row.programme}<a className="block font-normal whitespace-nowrap" href={`/${locale}/certificates/${row.number}`}>{row.number}</a>{row.endReason ? <span className="block text-sm font-normal text-muted wrap-anywhere">{row.endReason}</span> : null}</> },
          { key: "until", head: t("staffHelpers.certificates.period"), cell: (row) => <>{t("staffHelpers.range", { low: formatDate(row.issuedAt, locale), high: formatDate(row.validUntil, locale) })}</> },
          { key: "state", head: t("staffHelpers.certificates.state"), cell: (row) => (row.isValid ? <Badge tone="ok">{t("staffHelpers.certificates.valid")}</Badge> : <Badge>{row.endedAt !== null ? t("staffHelpers.certificates.ended", { date: formatDate(row.endedAt, locale) }) : t("staffHelpers.certificates.expired")}</Badge>) },
          ...(helper.mayCertify ? [{ key: "end", head: t("staffHelpers.certificates.end"), cell: (row: HelperPage["certificates"][number]) => (row.endedAt === null ? <ButtonLink to={`${at}/certificates/${row.id}/end`} variant="quiet" size="small" aria-label={t("staffHelpers.certificates.endOf", { number: row.number })}>{t("staffHelpers.certificates.end")}</ButtonLink> : null) }] : []),
        ]}
      />
    </section>
  );
}

const tones = { live: "ok", paused: "plain", draft: "plain" } as const;

export function Listings({ helper }: { helper: HelperPage }) {
  const t = useT();
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.page.listings")}</Heading>
      <DataTable
        caption={t("staffHelpers.page.listings")} hideCaption dense rows={helper.listings} rowKey={({ id }) => id} empty={<Muted>{t("staffHelpers.page.noListings")}</Muted>}
        columns={[
          { key: "service", head: t("staffHelpers.page.service"), rowHead: true, cell: (row) => <>{row.service}{row.instant ? <span className="block text-sm font-normal text-muted">{t("staffHelpers.page.instant")}</span> : null}</> },
          { key: "price", head: t("staffHelpers.page.price"), numeric: true, cell: (row) => formatMoney(row.priceMinor) },
          { key: "corridor", head: t("staffHelpers.page.corridor"), numeric: true, cell: (row) => (row.corridor ? t("staffHelpers.range", { low: formatMoney(row.corridor.min), high: formatMoney(row.corridor.max) }) : t("staffHelpers.none")) },
          { key: "state", head: t("staffHelpers.page.listingState"), cell: (row) => (row.state === "live" && !helper.isPublic ? <Badge>{t("staffHelpers.page.listingStates.hidden")}</Badge> : <Badge tone={tones[row.state]}>{t(`staffHelpers.page.listingStates.${row.state}`)}</Badge>) },
        ]}
      />
    </section>
  );
}
