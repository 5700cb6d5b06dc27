import { Link } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import type { ReactNode } from "react";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatDate, formatDayTime, formatHours, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DefinitionList, Heading, Muted, Stack } from "#app/ui/index.ts";
import type { StaffView } from "./view.server.ts";

/** Facts and people beside the story; first on small screens, because that is what callers ask. */
export function Aside({ view }: { view: StaffView }) {
  return (
    <Stack gap={8} className="max-xl:order-first">
      <Facts view={view} />
      <People view={view} />
    </Stack>
  );
}

function Facts({ view: { booking, service, who, helper, agreed, now } }: { view: StaffView }) {
  const [t, locale] = [useT(), useLocale()];
  const price = useBookingPrice();
  const when = useWhen(now);
  const { hourlyMinor, capMinutes, workedMinutes } = booking;
  const byTheHour = hourlyMinor === null || capMinutes === null ? null : t(workedMinutes === null ? "staffBookings.page.facts.cap" : "staffBookings.page.facts.worked", { rate: t("common.price.hour", { amount: formatMoney(hourlyMinor) }), cap: formatHours(capMinutes), time: formatHours(workedMinutes ?? capMinutes) });
  const items: { term: ReactNode; value: ReactNode }[] = [
    { term: t("staffBookings.page.facts.visit"), value: when.span(booking) },
    { term: t("staffBookings.page.facts.service"), value: <>{service} <Muted as="span">{t("staffBookings.page.facts.version", { version: booking.version })}</Muted></> },
    { term: t("staffBookings.page.facts.who"), value: <WhoComes who={who} helper={helper} /> },
    { term: t("staffBookings.page.facts.place"), value: booking.place },
    { term: t("staffBookings.page.facts.price"), value: <>{price(booking.priceMinor, booking.atMost)}{byTheHour ? <><br /><Muted as="span">{byTheHour}</Muted></> : null}</> },
    ...(booking.payableMinor === null ? [] : [{ term: t("staffBookings.page.facts.pays"), value: formatMoney(booking.payableMinor) }]),
    ...(booking.netMinor === null ? [] : [{ term: t("staffBookings.page.facts.net"), value: formatMoney(booking.netMinor) }]),
    { term: t("staffBookings.page.facts.contract"), value: t(`staffBookings.page.facts.contracts.${booking.contract}`) },
    { term: t("staffBookings.page.facts.language"), value: t(`staffSettings.language.${booking.locale}`) },
    ...(booking.provider === "helper" ? [{ term: t("staffBookings.page.facts.instant"), value: t(booking.instant ? "staffBookings.page.facts.instantYes" : "staffBookings.page.facts.instantNo") }] : []),
    { term: t("staffBookings.page.facts.created"), value: <>{formatDayTime(booking.createdAt, locale)}<br /><Muted as="span">{t(booking.byStaff ? "staffBookings.page.facts.byStaff" : "staffBookings.page.facts.byCustomer")}</Muted></> },
    ...(agreed ? [{ term: t("staffBookings.page.facts.agreed"), value: t("staffBookings.page.facts.agreedBy", { time: formatDayTime(agreed.at, locale), name: agreed.by }) }] : []),
    ...(booking.replaces ? [{ term: t("staffBookings.page.facts.replaces"), value: <Link to={`/${locale}/staff/bookings/${booking.replaces}`}>{t("staffBookings.page.facts.replacesLink")}</Link> }] : []),
  ];
  return (
    <section aria-labelledby="facts">
      <Heading level={2} size={3} id="facts">{t("staffBookings.page.facts.title")}</Heading>
      <DefinitionList layout="stacked" items={items} />
    </section>
  );
}

/** The helper's page, and the public proof of each certificate. */
function WhoComes({ who, helper }: Pick<StaffView, "who" | "helper">) {
  const [t, locale] = [useT(), useLocale()];
  if (!helper) return <>{who}</>;
  return (
    <>
      <Link to={`/${locale}/staff/helpers/${helper.id}`}>{who}</Link>
      {helper.certificates.length === 0 ? <Muted>{t("staffBookings.page.facts.noCertificate")}</Muted> : null}
      {helper.certificates.map(({ number, validUntil }) => <a key={number} href={`/${locale}/certificates/${number}`} className="block text-sm">{t("staffBookings.page.facts.certificate", { number, date: formatDate(validUntil, locale) })}</a>)}
    </>
  );
}

const call = (telephone: string) => telephone && <a href={`tel:${telephone.replace(/[^\d+]/g, "")}`} className="whitespace-nowrap">{telephone}</a>;

function People({ view: { people, watchers, customer, booking } }: { view: StaffView }) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <section aria-labelledby="people">
      <Heading level={2} size={3} id="people">{t("staffBookings.page.people.title")}</Heading>
      {booking.blurredAt === null ? null : <Muted>{t("staffBookings.page.people.blurred", { date: formatDate(booking.blurredAt, locale) })}</Muted>}
      {people ? <Known people={people} watchers={watchers} /> : <><p className="mt-2 wrap-anywhere">{customer || t("staffBookings.page.people.none")}</p><Muted>{t("staffBookings.page.people.hidden")}</Muted></>}
    </section>
  );
}

function Known({ people: { contact, visited, street, place, helperTelephone }, watchers }: { people: NonNullable<StaffView["people"]>; watchers: StaffView["watchers"] }) {
  const [t, locale] = [useT(), useLocale()];
  const isSame = visited !== null && visited.name === contact?.name && visited.telephone === contact.mobile;
  const items = [
    { term: t("staffBookings.page.people.customer"), value: contact ? <span className="wrap-anywhere">{contact.name}<br />{contact.mobile ? <>{call(contact.mobile)}<br /></> : null}<a href={`mailto:${contact.email}`}>{contact.email}</a><br /><Link to={`/${locale}/staff/system/mails?to=${encodeURIComponent(contact.email)}`} className="text-sm">{t("staffBookings.page.people.mails")}</Link></span> : t("staffBookings.page.people.none") },
    ...(visited ? [{ term: t("staffBookings.page.people.visited"), value: isSame ? t("staffBookings.page.people.same") : <span className="wrap-anywhere">{visited.name}<br />{call(visited.telephone)}{visited.email ? <><br /><a href={`mailto:${visited.email}`}>{visited.email}</a></> : null}</span> }] : []),
    ...(watchers.length ? [{ term: t("together.around.who"), value: <ul className="grid gap-1">{watchers.map(({ id, name, email, right }) => <li key={id} className="wrap-anywhere">{name}, {t(`together.around.right.${right}`)}<br /><Muted as="span">{email}</Muted></li>)}</ul> }] : []),
    { term: t("staffBookings.page.people.address"), value: <span className="wrap-anywhere">{[street, place].filter(Boolean).join(", ")}</span> },
    ...(helperTelephone ? [{ term: t("staffBookings.page.people.helper"), value: call(helperTelephone) }] : []),
  ];
  return <DefinitionList layout="stacked" items={items} />;
}
