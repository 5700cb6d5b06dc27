import { Link } from "@remix-run/react";
import { Zap } from "#app/ui/icons.ts";
import { useOfferPrice } from "#app/routes/shared/price.ts";
import { formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Icon, Notice } from "#app/ui/index.ts";
import type { HelperPageData } from "./helper-data.server.ts";

/** Price, the next free times, and the way to book: beside the page on desktops, at the thumb on phones. */
export function BookingBox({ helper }: { helper: HelperPageData }) {
  const t = useT();
  const locale = useLocale();
  const price = useOfferPrice();
  const { chosen, preview, place } = helper;
  const to = `/${locale}/helpers/${helper.id}/book?listing=${chosen.id}${place ? `&place=${place.id}` : ""}`;
  return (
    <aside aria-labelledby="book" className="rounded-lg border border-line bg-surface p-5 lg:sticky lg:top-6 lg:p-6 lg:shadow-quiet">
      <Heading level={2} size={3} id="book">{chosen.name}</Heading>
      <p className="mt-2 text-2xl font-semibold tabular-nums">{price(chosen.priceMinor, chosen.hourly)}</p>
      <p className="text-sm text-muted">{chosen.hourly ? t("helperPage.box.hourly") : t("helperPage.box.whole", { minutes: chosen.minutes })}</p>
      {place && !place.comes ? <Notice tone="warn" className="mt-4">{t("helperPage.box.tooFar", { name: helper.name, place: place.label })}</Notice> : null}
      {preview.length === 0 ? <p className="mt-5 text-muted">{t("helperPage.box.noSlots")}</p> : (
        <>
          <p className="mt-5 text-sm font-semibold">{t("helperPage.box.free")}</p>
          <ul className="mt-2 grid gap-2.5">
            {preview.map(({ day, slots, more }) => (
              <li key={day} className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-2 text-sm">
                <span>{formatShortDay(slots[0] ?? 0, locale)}</span>
                <span className="flex flex-wrap gap-x-3 gap-y-1 tabular-nums">
                  {slots.map((slot) => <Link key={slot} to={`${to}&slot=${slot}`} rel="nofollow">{formatTime(slot, locale)}</Link>)}
                  {more > 0 ? <span className="text-muted">{t("helperPage.box.more", { count: more })}</span> : null}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-5"><ButtonLink to={to} wide>{t("helperPage.box.choose")}</ButtonLink></p>
        </>
      )}
      {chosen.instant ? <p className="mt-3 flex gap-2 text-sm text-muted"><Icon icon={Zap} size={18} />{t("search.card.instant")}</p> : <p className="mt-3 text-sm text-muted">{t("helperPage.box.request", { name: helper.name })}</p>}
    </aside>
  );
}
