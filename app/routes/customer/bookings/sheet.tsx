import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Printer } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useRoot } from "#app/root.tsx";
import { isAtMost } from "#app/domain/booking/hourly.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { useT } from "#app/texts/use.ts";
import { Avatar, BackLink, Button, Container, Muted, Section, useHydrated } from "#app/ui/index.ts";
import { bookingMeta } from "./parts/meta.ts";
import { openBooking, readers } from "./parts/open.server.ts";
import sheet from "./parts/sheet.css?url";
import { headOf } from "./parts/view.server.ts";

export { ErrorBoundary } from "./parts/not-here.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

/** The visit on one A5 page in large type, to lay beside the telephone or to forward to whoever is visited. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args, readers);
  const { booking } = page;
  return { ...headOf(ctx, page), codes: page.visit.codes, priced: page.part !== "visited", telephone: page.helperTelephone, visited: booking.visited?.name ?? booking.contact?.name ?? "", accepted: booking.acceptedAt !== null && booking.state !== "cancelled" };
}

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "sheet");

export default function VisitSheet() {
  const view = useLoaderData<typeof loader>();
  const t = useT();
  const price = useBookingPrice();
  const when = useWhen(view.now);
  const hydrated = useHydrated();
  const brand = useRoot()?.brand;
  const { booking } = view;
  return (
    <Container width="text">
      <Section space="tight">
        <div className="print:hidden mb-6 grid gap-3">
          <BackLink to={`/${view.locale}/bookings/${booking.id}`}>{t("booking.backToBooking")}</BackLink>
          {hydrated ? <div><Button type="button" icon={Printer} onClick={() => window.print()}>{t("booking.sheet.print")}</Button></div> : <Muted>{t("booking.sheet.printByHand")}</Muted>}
        </div>
        <article className="visit-sheet" aria-labelledby="sheet-title">
          <p className="visit-sheet-brand">{brand?.name} · {brand?.programmeName}</p>
          <h1 id="sheet-title">{t(view.accepted ? "booking.sheet.title" : "booking.sheet.titleOpen")}</h1>
          <div className="visit-sheet-who">
            <Avatar name={view.who} src={view.photo} size="huge" eager />
            <div>
              <p className="visit-sheet-large">{view.who}</p>
              <p>{view.service.name}</p>
              {view.telephone ? <p className="tabular-nums">{view.telephone}</p> : null}
            </div>
          </div>
          <dl>
            <div><dt>{t("booking.facts.when")}</dt><dd className="visit-sheet-large">{when.day(booking.startsAt)}<br />{t("booking.sheet.hours", { from: when.time(booking.startsAt), until: when.time(booking.endsAt) })}</dd></div>
            <div><dt>{t("booking.facts.where")}</dt><dd>{view.visited}<br />{booking.street}<br />{booking.postcode} {booking.locality}</dd></div>
            {view.priced ? <div><dt>{t("booking.price.title")}</dt><dd>{price(view.booking.payableMinor ?? view.booking.priceMinor, isAtMost(view.booking))}, {t("booking.sheet.paid")}</dd></div> : null}
          </dl>
          {view.codes?.customer && view.codes.helper ? (
            <dl className="visit-sheet-codes">
              <div><dt>{t("visit.codes.theirs", { who: view.who })}</dt><dd className="visit-sheet-large">{view.codes.helper}<br /><span className="visit-sheet-words">{t("visit.codes.theirsWords")}</span></dd></div>
              <div><dt>{t("visit.codes.mine")}</dt><dd className="visit-sheet-large">{view.codes.customer}<br /><span className="visit-sheet-words">{t("visit.codes.mineCustomer")}</span></dd></div>
              {view.codes.consent.length ? <div><dt>{t("visit.codes.consent")}</dt><dd><span className="visit-sheet-consent">{view.codes.consent.map((code, at) => <span key={code}>{at + 1}. <b>{code}</b></span>)}</span><span className="visit-sheet-words">{t("visit.codes.consentWords")}</span></dd></div> : null}
            </dl>
          ) : null}
          <p className="visit-sheet-rule">{t("booking.sheet.rule")}</p>
          <p className="visit-sheet-call">{t("booking.sheet.inDoubt", { telephone: (brand?.telephone ?? "").replace(/ /g, "\u00a0") })}<br /><span>{brand?.hours}</span></p>
          <p className="visit-sheet-reference">{t("common.reference", { reference: booking.reference })}</p>
        </article>
      </Section>
    </Container>
  );
}
