import { Link } from "@remix-run/react";
import { useOfferPrice } from "#app/routes/shared/price.ts";
import { Wrench } from "#app/ui/icons.ts";
import type { Sorting } from "#app/domain/search/search.ts";
import { formatMoney, formatNumber, formatPercent, formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, Card, DataTable, EmptyState, Icon, Muted, Pagination, Row } from "#app/ui/index.ts";
import type { WhoAnswer } from "./ask.server.ts";
import { callQuery } from "./call.tsx";

/** Who serves the place, as rows to compare while one talks; the professional service stands first, as an equal choice. */
export function WhoPart({ answer }: { answer: WhoAnswer }) {
  const [t, locale] = [useT(), useLocale()];
  const price = useOfferPrice();
  const { form, cards, service, place, professional, sort, total, page, pages } = answer;
  const slot = (at: number | null) => (at === null ? t("staffBookings.book.who.noSlot") : `${formatShortDay(at, locale)} ${formatTime(at, locale)}`);
  const sortable = (by: Sorting) => ({ sortTo: callQuery(form, { sort: by }), ...(sort === by && { sorted: "ascending" as const }) });
  return (
    <div className="grid gap-6">
      <p className="text-lg">{t("staffBookings.book.who.lead", { service: service.name, place: place.label })}</p>
      <Card>
        <Row justify="between" gap={4}>
          <div className="flex min-w-0 items-center gap-3"><Icon icon={Wrench} className="text-accent" /><div><p className="font-semibold">{t("staffBookings.book.who.professional")}</p><Muted>{t("staffBookings.book.who.professionalWords")}</Muted></div></div>
          <p className="tabular-nums">{formatMoney(professional.priceMinor)}, {slot(professional.nextFreeAt)}{professional.solved ? `, ${t("staffBookings.book.who.solved")} ${t("staffBookings.book.who.solvedOf", { share: formatPercent(professional.solved.share, locale), n: professional.solved.n })}` : ""}</p>
          {professional.nextFreeAt === null ? null : <ButtonLink to={callQuery(form, { professional: 1 })} variant="secondary" size="small">{t("staffBookings.book.who.professionalChoose")}</ButtonLink>}
        </Row>
      </Card>
      {service.isProfessional ? null : (
        <>
          <Muted>{t("staffBookings.book.who.count", { count: total })}</Muted>
          <DataTable
            caption={t("staffBookings.book.who.helper")}
            hideCaption
            dense
            rows={cards}
            rowKey={(row) => row.listingId}
            empty={<EmptyState title={t("staffBookings.book.who.none")}>{t("staffBookings.book.who.noneWords")}</EmptyState>}
            columns={[
              { key: "name", head: t("staffBookings.book.who.helper"), rowHead: true, cell: (row) => <Link to={callQuery(form, { listing: row.listingId })} aria-label={t("staffBookings.book.who.choose", { name: row.name })}>{row.name}</Link> },
              { key: "distance", head: t("staffBookings.book.who.distance"), numeric: true, ...sortable("distance"), cell: (row) => `${formatNumber(row.roundedKm, locale, Number.isInteger(row.roundedKm) ? 0 : 1)} km` },
              { key: "price", head: t("staffBookings.book.who.price"), numeric: true, ...sortable("price"), cell: (row) => price(row.priceMinor, row.hourly) },
              { key: "next", head: t("staffBookings.book.who.next"), ...sortable("earliest"), cell: (row) => <>{slot(row.nextFreeAt)} {row.instant ? <Badge tone="ok">{t("staffBookings.book.who.instant")}</Badge> : null}</> },
              { key: "solved", head: t("staffBookings.book.who.solved"), numeric: true, cell: (row) => (row.solved ? t("staffBookings.book.who.solvedOf", { share: formatPercent(row.solved.share, locale), n: row.solved.n }) : t("staffBookings.book.who.fresh")) },
              { key: "stars", head: t("staffBookings.book.who.stars"), numeric: true, cell: (row) => (row.stars ? t("staffBookings.book.who.starsOf", { mean: formatNumber(row.stars.mean, locale, 1), n: row.stars.n }) : t("staffBookings.book.who.fresh")) },
              { key: "languages", head: t("staffBookings.book.who.languages"), cell: (row) => row.languages },
            ]}
          />
          {pages > 1 ? <Pagination label={t("staffBookings.list.paging")} previous={page > 1 ? callQuery(form, { sort, page: page - 1 }) : null} next={page < pages ? callQuery(form, { sort, page: page + 1 }) : null} previousLabel={t("staffBookings.book.who.previous")} nextLabel={t("staffBookings.book.who.more")} summary={t("staffBookings.book.who.page", { page, pages })} /> : null}
        </>
      )}
    </div>
  );
}
