import { Link } from "@remix-run/react";
import { memo } from "react";
import { BadgeCheck, CalendarClock, Heart, Languages, MapPin, Zap } from "#app/ui/icons.ts";
import { formatMoney, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, ButtonLink, cx, Icon, Stars } from "#app/ui/index.ts";
import type { SearchCard } from "./search-answer.server.ts";
import { formatKm, formatSlot, portraitOf } from "./search-words.ts";
import { sinceWords } from "./search-since.ts";

type Props = { card: SearchCard; service: string; place: string; isActive: boolean; isChosen: boolean; onHover: (id: string | null) => void; eager: boolean };

/** A helper at a glance: who, how far, what it costs, how well it went for others, when. Remembered, so that pointing at one does not draw all twenty anew. */
export const HelperCard = memo(function HelperCard({ card, service, place, isActive, isChosen, onHover, eager }: Props) {
  const t = useT();
  const locale = useLocale();
  const page = `/${locale}/helpers/${card.helperId}?service=${service}&place=${place}`;
  return (
    <article
      data-nosnippet="" id={`listing-${card.listingId}`} aria-labelledby={`name-${card.listingId}`} onPointerEnter={() => onHover(card.listingId)} onPointerLeave={() => onHover(null)} onFocus={() => onHover(card.listingId)} onBlur={() => onHover(null)}
      className={cx("relative rounded-lg border bg-surface p-4 transition-colors duration-100 sm:p-5", isActive || isChosen ? "border-accent" : "border-line", isChosen && "shadow-quiet")}
    >
      <div className="grid grid-cols-[56px_minmax(0,1fr)_auto] items-start gap-x-4">
        <Avatar name={card.name} src={portraitOf(card.photoFileId)} decorative eager={eager} />
        <div className="min-w-0">
          <h2 id={`name-${card.listingId}`} className="text-lg leading-tight font-semibold">
            <Link to={page} className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg hover:text-accent hover:underline">{card.name}</Link>{card.mine ? <> <Icon icon={Heart} size={18} label={t("together.mine.badge")} className="inline align-[-3px] text-accent" /></> : null}
          </h2>
          <p className="mt-1 flex items-center gap-1.5 text-sm text-muted"><Icon icon={MapPin} size={16} />{t("search.card.where", { locality: card.locality, km: formatKm(card.roundedKm, locale) })}</p>
        </div>
        <p className="text-right"><span className="block text-lg leading-tight font-semibold whitespace-nowrap tabular-nums">{formatMoney(card.priceMinor)}</span><span className="mt-1 block text-sm text-muted">{t(card.hourly ? "search.card.hourly" : "search.card.whole")}</span></p>
      </div>
      <Success card={card} />
      <ul className="mt-3 grid gap-1.5 text-sm">
        {card.certificates.length > 0 ? <li className="flex items-start gap-2"><Icon icon={BadgeCheck} size={18} className="mt-px text-accent" />{t("search.card.certified")}</li> : null}
        <li className="flex items-start gap-2"><Icon icon={Languages} size={18} className="mt-px text-muted" />{card.languages.join(", ")}</li>
      </ul>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line pt-3">
        <p className="flex items-center gap-2 font-medium">
          <Icon icon={CalendarClock} className="text-accent" />
          {card.nextFreeAt === null ? <span className="font-normal text-muted">{t("search.card.noSlot")}</span> : <time dateTime={new Date(card.nextFreeAt).toISOString()}>{t("search.card.free", { slot: formatSlot(card.nextFreeAt, locale) })}</time>}
        </p>
        {card.nextFreeAt === null ? null : (
          <span className="relative z-10 w-full sm:w-auto"><ButtonLink wide to={`/${locale}/helpers/${card.helperId}/book?listing=${card.listingId}&place=${place}`} size="small" variant="secondary" aria-label={t("search.card.chooseOf", { name: card.name })}>{t("search.card.choose")}</ButtonLink></span>
        )}
        {card.instant ? <p className="flex w-full items-center gap-2 text-sm text-muted"><Icon icon={Zap} size={16} />{t("search.card.instant")}</p> : null}
      </div>
    </article>
  );
});

/** How well it went for others; what is not known is said. */
function Success({ card: { stars, solved, since } }: { card: SearchCard }) {
  const t = useT();
  const locale = useLocale();
  if (!stars && !solved) return <p className="mt-3 text-sm text-muted">{t("search.card.new", { since: sinceWords(since, locale) })}</p>;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {stars ? <Stars value={stars.mean} text={t("search.card.stars", { count: stars.n, mean: formatNumber(stars.mean, locale, 1) })} /> : <span className="text-muted">{t("search.card.noStars")}</span>}
      {solved ? <span className="font-medium tabular-nums">{t("search.card.solved", { count: solved.n, solved: Math.round(solved.share * solved.n) })}</span> : null}
    </p>
  );
}
