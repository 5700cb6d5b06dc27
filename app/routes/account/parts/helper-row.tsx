import { Form, Link } from "@remix-run/react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useOfferPrice } from "#app/routes/shared/price.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, ButtonLink, Row, SubmitButton } from "#app/ui/index.ts";

export type ShownHelper = { id: string; name: string; photoFileId: string | null; locality: string; offer: { listingId: string; code: string; service: string; priceMinor: number; hourly: boolean; minutes: number; nextFreeAt: number | null } | null; last: { bookingId: string } | null };

/** One remembered helper: the next free time, and the same again in one tap where there was a visit. */
export function HelperRow({ row, now }: { row: ShownHelper; now: number }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(now);
  const price = useOfferPrice();
  const { id, name, offer, last } = row;
  const free = offer?.nextFreeAt ?? null;
  return (
    <li id={`helper-${id}`} tabIndex={-1} className="grid gap-4 border-t border-line py-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="flex min-w-0 items-start gap-4">
        <Avatar name={name} src={row.photoFileId ? `/files/${row.photoFileId}` : null} decorative />
        <div className="grid min-w-0 gap-1">
          <p className="font-semibold">{offer ? <a href={`/${locale}/helpers/${id}?service=${offer.code}`}>{name}</a> : name}</p>
          <p className="q-muted">{offer ? `${offer.service}, ${price(offer.priceMinor, offer.hourly)}` : row.locality}</p>
          <p>{free !== null ? t("together.helpers.next", { time: when.at(free) }) : t(offer ? "together.helpers.noSlot" : "together.helpers.away")}</p>
        </div>
      </div>
      <Row gap={2}>
        {offer && last && free !== null ? (
          <Form method="post" action={`/${locale}/bookings/${last.bookingId}/again`}>
            <input type="hidden" name="offer" value={`listing:${offer.listingId}`} />
            <input type="hidden" name="startsAt" value={free} />
            {offer.hourly ? <input type="hidden" name="cap" value={offer.minutes} /> : null}
            <SubmitButton size="small" pendingLabel={t("common.sending")}>{t("together.helpers.again")}</SubmitButton>
          </Form>
        ) : null}
        {last ? <Link to={`/${locale}/bookings/${last.bookingId}/again`} className="q-button q-secondary q-small">{t("together.helpers.book")}</Link> : offer ? <ButtonLink to={`/${locale}/helpers/${id}/book?listing=${offer.listingId}`} reloadDocument variant="secondary" size="small" aria-label={t("together.helpers.bookOf", { name })}>{t("together.helpers.book")}</ButtonLink> : null}
        <Form method="post" action={`/${locale}/helpers/${id}/remember`} preventScrollReset>
          <input type="hidden" name="back" value={`/${locale}/account/helpers`} />
          <SubmitButton name="intent" value="forget" variant="quiet" size="small" aria-label={t("together.helpers.forgetOf", { name })}>{t("together.helpers.forget")}</SubmitButton>
        </Form>
      </Row>
    </li>
  );
}
