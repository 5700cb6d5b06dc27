import { Form, Link } from "@remix-run/react";
import { Wrench } from "#app/ui/icons.ts";
import { useRoot } from "#app/root.tsx";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, Badge, ButtonLink, Heading, Icon, Stars, SubmitButton } from "#app/ui/index.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import type { Next, Offer } from "./next.server.ts";

/** The next three free helpers and the professional service, one tap away: each button holds a slot with everything filled in. `agreed` says that the price agreed holds, whoever comes. */
export function NextHelpers({ next, now, action, agreed = false }: { next: Next; now: number; action: string; agreed?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  return (
    <section className="grid gap-4" aria-labelledby="next-helpers">
      <Heading level={2} size={3} id="next-helpers">{t(next.helpers.length ? "booking.again.others" : "booking.again.noOthers")}</Heading>
      <ul className="grid gap-3">
        {next.helpers.map((offer) => <OneOffer key={offer.offer} offer={offer} now={now} action={action} agreed={agreed} />)}
        {next.professional ? <OneOffer offer={next.professional} now={now} action={action} agreed={agreed} professional={t("booking.professional", { brand })} /> : null}
      </ul>
      {agreed ? null : <ButtonLink variant="quiet" to={`/${locale}/search?service=${next.serviceCode}&where=${next.postcode}`}>{t("booking.again.all")}</ButtonLink>}
    </section>
  );
}

function OneOffer({ offer, now, action, agreed, professional }: { offer: Offer; now: number; action: string; agreed: boolean; professional?: string }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(now);
  const price = useBookingPrice()(offer.priceMinor, offer.atMost);
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <Form method="post" action={action} className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
        <input type="hidden" name="offer" value={offer.offer} />
        <input type="hidden" name="startsAt" value={offer.startsAt} />
        <div className="flex min-w-0 items-start gap-3">
          {professional ? <span className="grid size-[56px] flex-none place-items-center rounded-full bg-accent-soft text-accent"><Icon icon={Wrench} size={24} /></span> : <Avatar name={offer.name ?? ""} src={offer.photo} decorative />}
          <div className="grid min-w-0 gap-1">
            <p className="font-semibold">{professional ?? offer.name}</p>
            <p className="text-sm">
              {when.at(offer.startsAt)}{offer.km === null ? null : ` · ${t("booking.again.km", { km: formatNumber(offer.km, locale, offer.km % 1 ? 1 : 0) })}`}
            </p>
            {offer.stars ? <Stars value={offer.stars.mean} text={t("booking.again.stars", { mean: formatNumber(offer.stars.mean, locale, 1), count: offer.stars.n })} /> : professional ? <p className="q-muted">{t("booking.again.professionalWords")}</p> : <p className="q-muted">{t("booking.again.fresh")}</p>}
            {offer.sameTime ? <p><Badge tone="ok">{t("booking.again.sameTime")}</Badge></p> : null}
          </div>
        </div>
        <div className="grid justify-items-start gap-2 sm:justify-items-end">
          <SubmitButton variant={professional ? "secondary" : "primary"} name="choice" value={offer.offer} pendingLabel={t("common.sending")}>{offer.priceMinor === 0 ? t("rescue.pick.take") : t("booking.again.take", { amount: price })}</SubmitButton>
          {agreed ? <Link to={`${action}?way=${professional ? "professional" : "next_helper"}&offer=${offer.offer}`} className="inline-flex min-h-11 items-center text-sm">{t("rescue.pick.times", { who: professional ?? offer.name ?? "" })}</Link> : null}
        </div>
      </Form>
    </li>
  );
}
