import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronRight } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, CatalogueIcon, Heading, Icon, Notice } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { type Offer, offersOf } from "./parts/offers.server.ts";
import { Screen, Trouble, useBackToMe, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath, lengthWords } from "./parts/words.ts";

export const meta = titled("helper.listings.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const offers = (await offersOf(ctx, helper)).map(({ scopeIn: _in, scopeOut: _out, ...offer }) => offer);
  return { offers, payout: helper.payoutActiveAt !== null };
}
type Row = Omit<Offer, "scopeIn" | "scopeOut">;

export default function Listings() {
  const t = useT();
  const locale = useLocale();
  const { offers, payout } = useLoaderData<typeof loader>();
  const groups = [
    { title: t("helper.listings.mine"), rows: offers.filter(({ listing }) => listing !== null) },
    { title: t("helper.listings.possible"), rows: offers.filter(({ listing, why }) => listing === null && why === null) },
    { title: t("helper.listings.later"), rows: offers.filter(({ listing, why }) => listing === null && why !== null) },
  ];
  return (
    <Screen title={t("helper.listings.title")} lead={t("helper.listings.lead")} back={useBackToMe()} saved={useDone() ? t("helper.listings.saved") : null}>
      {payout ? null : <Notice tone="warn"><Link to={helperPath(locale, "me/payout")}>{t("helper.listings.why.payout-missing")}</Link></Notice>}
      {groups.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => (
        <section key={title} className="grid gap-2">
          <Heading level={2} size={4}>{title}</Heading>
          <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">{rows.map((offer) => <OfferRow key={offer.id} offer={offer} />)}</ul>
        </section>
      ))}
    </Screen>
  );
}

function OfferRow({ offer }: { offer: Row }) {
  const t = useT();
  const locale = useLocale();
  const { code, name, icon, why, listing, corridor, durationMinutes, programme } = offer;
  const body: ReactNode = (
    <>
      <CatalogueIcon name={icon} size={24} className={why && !listing ? "text-muted" : "text-accent"} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="block text-sm text-muted">
          {listing && !why ? "" : why ? t(`helper.listings.why.${why}`, { programme }) : corridor ? `${t("helper.listings.corridor", { min: formatMoney(corridor.min), max: formatMoney(corridor.max) })}, ${t("helper.listings.duration", { time: lengthWords(t, durationMinutes) })}` : ""}
        </span>
        {listing ? (
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <b className="tabular-nums">{formatMoney(listing.priceMinor)}</b>
            <Badge tone={listing.state === "live" && !why ? "ok" : "plain"}>{t(`helper.listings.${listing.state}`)}</Badge>
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
