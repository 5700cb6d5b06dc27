import { Link } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { MapPin, Phone } from "#app/ui/icons.ts";
import { useRoot } from "#app/root.tsx";
import { IntakeAnswers } from "#app/routes/shared/booking/intake.tsx";
import { Photos } from "#app/routes/shared/booking/photos.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DefinitionList, Disclosure, Icon, Notice, Stack } from "#app/ui/index.ts";
import type { VisitPage } from "./visit-page.server.ts";
import { isAhead } from "./visit-view.ts";
import { helperPath, mapHref, telHref } from "./paths.ts";

/** Where, when, whom: with the telephone and the map one tap away. */
export function VisitFacts({ visit }: { visit: VisitPage }) {
  const t = useT();
  const price = useBookingPrice();
  const when = useWhen(visit.now);
  const { street, postcode, locality, visited, contact, customerName, netMinor } = visit;
  const place = `${postcode} ${locality}`;
  const isOther = visited && contact && visited.name !== contact.name;
  const phone = visited?.telephone || contact?.mobile;
  return (
    <Stack gap={4}>
      <DefinitionList
        layout="stacked"
        items={[
          { term: t("visit.facts.when"), value: when.span(visit) },
          { term: t("visit.facts.where"), value: street ? <>{street}<br />{place}</> : place },
          { term: t("visit.facts.who"), value: visited?.name || customerName || t("visit.facts.hidden") },
          ...(isOther ? [{ term: t("visit.facts.booker"), value: <>{contact.name}{contact.mobile ? <>, <a href={telHref(contact.mobile)}>{contact.mobile}</a></> : null}</> }] : []),
          { term: t("visit.facts.price"), value: visit.state === "cancelled" ? price(visit.compensationMinor, false) : price(netMinor, visit.atMost) },
        ]}
      />
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        {phone ? <a className="q-button q-secondary" href={telHref(phone)}><Icon icon={Phone} />{t("visit.facts.call", { name: visited?.name || customerName })}</a> : null}
        {street && isAhead(visit.state) ? <a className="q-button q-secondary" href={mapHref(street, postcode, locality)} target="_blank" rel="noreferrer"><Icon icon={MapPin} />{t("visit.facts.map")}</a> : null}
      </div>
      {isAhead(visit.state) ? <p className="text-sm text-muted">{t("visit.facts.noCash")}</p> : null}
    </Stack>
  );
}

/** What the customer asked for, folded once the visit runs. */
export function VisitConcern({ visit, open }: { visit: VisitPage; open: boolean }) {
  const t = useT();
  return (
    <Disclosure summary={t("visit.facts.details")} open={open}>
      <Stack gap={3}>
        {visit.concern ? <blockquote className="whitespace-pre-line border-l-2 border-accent pl-4">{visit.concern}</blockquote> : null}
        <IntakeAnswers intake={visit.service.intake} answers={visit.answers} />
        <Photos ids={visit.photos} />
      </Stack>
    </Disclosure>
  );
}

/** The company is one tap away, also in the middle of a visit; so is the way out. */
export function VisitHelp({ visit, mayPropose }: { visit: VisitPage; mayPropose: boolean }) {
  const t = useT();
  const locale = useLocale();
  const root = useRoot();
  const telephone = root?.brand.telephone ?? "";
  return (
    <Stack gap={4}>
      {isAhead(visit.state) ? (
        <Notice tone="info" icon={Phone} title={t("visit.expert.title")} actions={<a className="q-button q-secondary" href={telHref(telephone)}>{t("visit.expert.call")} {telephone}</a>}>
          {t("visit.expert.words")} {root?.brand.hours}
        </Notice>
      ) : null}
      {mayPropose ? <p><Link className="inline-flex min-h-11 items-center" to={helperPath(locale, `visits/${visit.id}/reschedule`)}>{t("reschedule.action.propose")}</Link></p> : null}
      {visit.moves.cancel === null ? <p><Link className="inline-flex min-h-11 items-center text-bad" to={helperPath(locale, `visits/${visit.id}/cancel`)}>{t("visit.cancel.open")}</Link></p> : null}
      {visit.moves.cannotCome === null ? <p><Link className="inline-flex min-h-11 items-center text-bad" to={helperPath(locale, `visits/${visit.id}/cancel`)}>{t("visit.late.open")}</Link></p> : null}
    </Stack>
  );
}
