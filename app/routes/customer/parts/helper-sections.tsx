import { useOfferPrice } from "#app/routes/shared/price.ts";
import { Link } from "@remix-run/react";
import { BadgeCheck, Check, Minus } from "#app/ui/icons.ts";
import { formatDate, formatLongDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CatalogueIcon, cx, Disclosure, Heading, Icon, Muted, Stars } from "#app/ui/index.ts";
import type { HelperPageData } from "./helper-data.server.ts";

type Props = { helper: HelperPageData };

/** What this person offers, with the whole price; the chosen one with what is in and what is not. */
export function Services({ helper }: Props) {
  const t = useT();
  const locale = useLocale();
  const price = useOfferPrice();
  const { chosen, listings, place } = helper;
  return (
    <section aria-labelledby="services">
      <Heading level={2} id="services">{t("helperPage.services.title")}</Heading>
      <ul className="mt-4 overflow-hidden rounded-lg border border-line bg-surface">
        {listings.map(({ id, code, name, icon, priceMinor, minutes, hourly }) => (
          <li key={id} className="border-b border-line last:border-0">
            <Link
              to={`/${locale}/helpers/${helper.id}?service=${code}${place ? `&place=${place.id}` : ""}`} preventScrollReset aria-current={code === chosen.code ? "true" : undefined}
              className={cx("grid min-h-14 grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-4 px-4 py-3 text-ink no-underline hover:text-ink sm:px-5", code === chosen.code ? "bg-accent-soft" : "hover:bg-sunken")}
            >
              <CatalogueIcon name={icon} size={24} className="text-accent" />
              <span><span className={cx("block", code === chosen.code && "font-semibold")}>{name}</span><span className="block text-sm text-muted">{hourly ? t("helperPage.services.hourly") : t("helperPage.services.minutes", { minutes })}</span></span>
              <span className="font-semibold tabular-nums">{price(priceMinor, hourly)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {chosen.words ? <blockquote className="mt-5 border-l-2 border-accent pl-4 text-lg">{chosen.words}</blockquote> : null}
      <Disclosure className="mt-2" summary={t("helperPage.services.scope", { name: chosen.name })}>
        <ul className="grid gap-2">
          {chosen.scopeIn.map((words) => <li key={words} className="grid grid-cols-[20px_minmax(0,1fr)] gap-2.5"><Icon icon={Check} className="mt-0.5 text-ok" label={t("helperPage.services.in")} />{words}</li>)}
          {chosen.scopeOut.map((words) => <li key={words} className="grid grid-cols-[20px_minmax(0,1fr)] gap-2.5 text-muted"><Icon icon={Minus} className="mt-0.5" label={t("helperPage.services.out")} />{words}</li>)}
        </ul>
      </Disclosure>
    </section>
  );
}

/** Each certificate leads to its public proof. */
export function Certificates({ helper }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <section aria-labelledby="certificates">
      <Heading level={2} id="certificates">{t("helperPage.certificates.title")}</Heading>
      <ul className="mt-4 grid gap-4">
        {helper.certificates.map(({ number, name, validUntil }) => (
          <li key={number} className="grid grid-cols-[24px_minmax(0,1fr)] gap-3">
            <Icon icon={BadgeCheck} size={24} className="text-accent" />
            <div><p className="font-semibold">{name}</p><p className="text-sm text-muted">{t("helperPage.certificates.until", { day: formatDate(validUntil, locale) })}</p><Link to={`/${locale}/certificates/${number}`} className="inline-block py-1.5 text-sm tabular-nums">{t("helperPage.certificates.proof", { number })}</Link></div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const firstReviews = 5;

/** Words of real visits, newest first; none is said as none. */
export function Reviews({ helper: { reviews } }: Props) {
  const t = useT();
  const shown = reviews.slice(0, firstReviews);
  const more = reviews.slice(firstReviews);
  return (
    <section aria-labelledby="reviews">
      <Heading level={2} id="reviews">{t("helperPage.reviews.title")}</Heading>
      {reviews.length === 0 ? <p className="mt-3 text-muted">{t("helperPage.reviews.none")}</p> : <Muted className="mt-2">{t("helperPage.reviews.rule")}</Muted>}
      <ul className="mt-5 grid gap-6">{shown.map((review) => <Review key={review.id} review={review} />)}</ul>
      {more.length > 0 ? <Disclosure className="mt-4" summary={t("helperPage.reviews.more", { count: more.length })}><ul className="grid gap-6">{more.map((review) => <Review key={review.id} review={review} />)}</ul></Disclosure> : null}
    </section>
  );
}

function Review({ review: { stars, words, author, locality, at } }: { review: HelperPageData["reviews"][number] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li>
      <Stars value={stars} text={t("helperPage.reviews.stars", { count: stars })} hideText />
      {words ? <p className="mt-1 max-w-[60ch]">{words}</p> : null}
      <p className="mt-1 text-sm text-muted">{t("helperPage.reviews.by", { author, locality, day: formatLongDate(at, locale) })}</p>
    </li>
  );
}
