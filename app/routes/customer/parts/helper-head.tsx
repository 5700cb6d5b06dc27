import type { ReactNode } from "react";
import { BadgeCheck, Languages, MapPin, MessageCircleReply } from "#app/ui/icons.ts";
import { formatNumber, formatPercent } from "#app/texts/format.ts";
import { Remember } from "#app/routes/shared/remember.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, Heading, Icon, Stars } from "#app/ui/index.ts";
import type { HelperPageData } from "./helper-data.server.ts";
import { answerWords } from "./helper-words.ts";
import { sinceWords } from "./search-since.ts";
import { formatKm, portraitOf } from "./search-words.ts";

/** Who it is, at a glance. */
export function HelperHead({ helper, remembered }: { helper: HelperPageData; remembered: boolean | null }) {
  const t = useT();
  const locale = useLocale();
  const { stars, solved, place } = helper;
  return (
    <header className="grid gap-5 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-center sm:gap-8">
      <Avatar name={helper.name} src={portraitOf(helper.photoFileId)} size="huge" eager />
      <div>
        <Heading level={1}>{helper.name}</Heading>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          {stars ? <Stars value={stars.mean} text={t("search.card.stars", { count: stars.n, mean: formatNumber(stars.mean, locale, 1) })} /> : <span className="text-muted">{t("search.card.new", { since: sinceWords(helper.since, locale) })}</span>}
        </p>
        <ul className="mt-4 grid gap-2">
          <Fact icon={MapPin}>{place ? t("helperPage.head.near", { locality: helper.locality, km: formatKm(place.km, locale), place: place.label }) : t("helperPage.head.in", { locality: helper.locality })}</Fact>
          {solved ? <Fact icon={BadgeCheck}>{t("helperPage.head.solved", { count: solved.n, solved: Math.round(solved.share * solved.n), low: formatPercent(solved.low, locale), high: formatPercent(solved.high, locale) })}</Fact> : null}
          <Fact icon={Languages}>{helper.languages.join(", ")}</Fact>
          {helper.answerMinutes === null ? null : <Fact icon={MessageCircleReply}>{answerWords(helper.answerMinutes, t)}</Fact>}
        </ul>
        {remembered === null ? null : <div className="mt-4"><Remember helperId={helper.id} service={helper.chosen.code} name={helper.name} isIn={remembered} back={`/${locale}/helpers/${helper.id}?service=${helper.chosen.code}${place ? `&place=${place.id}` : ""}`} /></div>}
      </div>
    </header>
  );
}

function Fact({ icon, children }: { icon: typeof MapPin; children: ReactNode }) {
  return <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-2.5"><Icon icon={icon} className="mt-0.5 text-accent" /><span>{children}</span></li>;
}
