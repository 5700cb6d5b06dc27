import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronRight } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { servingStates } from "#app/domain/helper/helper.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, CatalogueIcon, Heading, Icon, Muted, Notice } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { type Offer, offersOf } from "./parts/offers.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";
import { lengthWords } from "./parts/words.ts";

export const meta = titled("helper.listings.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const offers = (await offersOf(ctx, helper)).map(({ scopeIn: _in, scopeOut: _out, ...offer }) => offer);
  const isFound = servingStates.includes(helper.state) && helper.pausedAt === null && helper.publicLat !== null;
  return { offers, payout: helper.payoutActiveAt !== null, isFound };
}
type Row = Omit<Offer, "scopeIn" | "scopeOut">;

export default function Listings() {
  const t = useT();
  const locale = useLocale();
  const { offers, payout, isFound } = useLoaderData<typeof loader>();
  const lacking = offers.filter(({ listing, why }) => listing === null && why === "not-certified");
  const groups: { title: string; words?: string; rows: Row[] }[] = [
    { title: t("helper.listings.mine"), rows: offers.filter(({ listing }) => listing !== null) },
    { title: t("helper.listings.possible"), rows: offers.filter(({ listing, why }) => listing === null && why === null) },
    ...[...new Set(lacking.map(({ programme }) => programme))].map((programme) => ({ title: t("helper.listings.later", { programme }), words: t("helper.listings.laterWords"), rows: lacking.filter((offer) => offer.programme === programme) })),
    { title: t("helper.listings.professional"), words: t("helper.listings.professionalWords"), rows: offers.filter(({ listing, why }) => listing === null && why === "professional-only") },
  ];
  return (
    <Screen title={t("helper.listings.title")} lead={t("helper.listings.lead")} back={useBackToMe()} saved={useDone() ? t("helper.listings.saved") : null}>
      {payout ? null : <Notice tone="warn" actions={<ButtonLink to={helperPath(locale, "me/payout")} variant="secondary" size="small">{t("helper.welcome.steps.payout.action")}</ButtonLink>}>{t("helper.listings.why.payout-missing")}</Notice>}
      {groups.filter(({ rows }) => rows.length > 0).map(({ title, words, rows }) => (
        <section key={title} className="grid gap-2">
          <div><Heading level={2} size={4}>{title}</Heading>{words ? <Muted>{words}</Muted> : null}</div>
          <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">{rows.map((offer) => <OfferRow key={offer.id} offer={offer} isFound={isFound} />)}</ul>
        </section>
      ))}
    </Screen>
  );
}

function OfferRow({ offer, isFound }: { offer: Row; isFound: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { code, name, icon, why, listing, corridor, durationMinutes, programme } = offer;
  const isLive = listing?.state === "live" && !why && isFound;
  const body: ReactNode = (
    <>
      <CatalogueIcon name={icon} size={24} className={why && !listing ? "text-muted" : "text-accent"} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="block text-sm text-muted">
          {listing ? (why ? t(`helper.listings.why.${why}`, { programme }) : "") : corridor && why !== "professional-only" ? `${t("helper.listings.corridor", { min: formatMoney(corridor.min), max: formatMoney(corridor.max) })}, ${lengthWords(t, durationMinutes)}` : ""}
        </span>
        {listing ? (
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <b className="tabular-nums">{formatMoney(listing.priceMinor)}</b>
            <Badge tone={isLive ? "ok" : "plain"}>{t(isLive || listing.state !== "live" ? `helper.listings.${listing.state}` : "helper.listings.hidden")}</Badge>
            {listing.instant ? <span className="text-sm text-muted">{t("helper.listings.instantly")}</span> : null}
          </span>
        ) : null}
      </span>
    </>
  );
  const line = "flex min-h-16 items-center gap-4 px-4 py-3";
  if (why && !listing) return <li className={line}>{body}</li>;
  return (
    <li>
      <Link to={helperPath(locale, `me/listings/${code}`)} className={`${line} text-ink no-underline hover:bg-sunken`}>{body}<Icon icon={ChevronRight} className="text-muted" /></Link>
    </li>
  );
}

export { Trouble as ErrorBoundary };
