import { type MouseEvent, memo } from "react";
import { BadgeCheck, CalendarClock, Heart, Languages, MapPin, Zap } from "#app/ui/icons.ts";
import { formatMoney, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, cx, Icon, Stars } from "#app/ui/index.ts";
import type { SearchCard } from "./search-answer.server.ts";
import { formatKm, formatSlot, portraitOf } from "./search-words.ts";
import { sinceWords } from "./search-since.ts";

type Props = { card: SearchCard; service: string; place: string; isActive: boolean; isChosen: boolean; onHover: (id: string | null) => void; onFollow: (event: MouseEvent<HTMLAnchorElement>) => void; eager: boolean };

/** A helper at a glance: who, how far, what it costs, how well it went for others, when. Remembered, so that pointing at one does not draw all twenty anew. */
export const HelperCard = memo(function HelperCard({ card, service, place, isActive, isChosen, onHover, onFollow, eager }: Props) {
  const t = useT();
  const locale = useLocale();
  const { listingId, helperId, nextFreeAt } = card;
  return (
    <article
      data-nosnippet="" id={`listing-${listingId}`} aria-labelledby={`name-${listingId}`} onPointerEnter={() => onHover(listingId)} onPointerLeave={() => onHover(null)} onFocus={() => onHover(listingId)} onBlur={() => onHover(null)}
      className={cx("q-result", isActive && "q-result-active", isChosen && "q-result-chosen")}
    >
      <div className="q-result-head">
        <Avatar name={card.name} src={portraitOf(card.photoFileId)} decorative eager={eager} />
        <div>
          <h2 id={`name-${listingId}`}><a onClick={onFollow} href={`/${locale}/helpers/${helperId}?service=${service}&place=${place}`}>{card.name}</a>{card.mine ? <> <Icon icon={Heart} size={18} label={t("together.mine.badge")} /></> : null}</h2>
          <p className="q-result-where"><Icon icon={MapPin} size={16} />{t("search.card.where", { locality: card.locality, km: formatKm(card.roundedKm, locale) })}</p>
        </div>
        <p className="q-result-price"><b>{formatMoney(card.priceMinor)}</b><span>{t(card.hourly ? "search.card.hourly" : "search.card.whole")}</span></p>
      </div>
      <Success card={card} />
      <ul className="q-result-facts">
        {card.certified ? <li><Icon icon={BadgeCheck} size={18} className="q-certified" />{t("search.card.certified")}</li> : null}
        <li><Icon icon={Languages} size={18} />{card.languages.join(", ")}</li>
      </ul>
      <div className="q-result-foot">
        {nextFreeAt === null ? (
          <p className="q-result-free"><Icon icon={CalendarClock} /><span className="font-normal text-muted">{t("search.card.noSlot")}</span></p>
        ) : (
          <>
            <p className="q-result-free"><Icon icon={CalendarClock} /><time dateTime={new Date(nextFreeAt).toISOString()}>{t("search.card.free", { slot: formatSlot(nextFreeAt, locale) })}</time></p>
            <a onClick={onFollow} className="q-button q-secondary q-small" href={`/${locale}/helpers/${helperId}/book?listing=${listingId}&place=${place}`} aria-label={t("search.card.chooseOf", { name: card.name })}>{t("search.card.choose")}</a>
          </>
        )}
        {card.instant ? <p className="q-result-instant"><Icon icon={Zap} size={16} />{t("search.card.instant")}</p> : null}
      </div>
    </article>
  );
});

/** How well it went for others; what is not known is said. */
function Success({ card: { stars, solved, since } }: { card: SearchCard }) {
  const t = useT();
  const locale = useLocale();
  if (!stars && !solved) return <p className="q-result-new">{t("search.card.new", { since: sinceWords(since, locale) })}</p>;
  return (
    <p className="q-result-proof">
      {stars ? <Stars value={stars.mean} text={t("search.card.stars", { count: stars.n, mean: formatNumber(stars.mean, locale, 1) })} /> : <span className="text-muted">{t("search.card.noStars")}</span>}
      {solved ? <b>{t("search.card.solved", { count: solved.n, solved: Math.round(solved.share * solved.n) })}</b> : null}
    </p>
  );
}
