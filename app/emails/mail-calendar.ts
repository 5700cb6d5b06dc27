import { translator } from "#app/texts/registry.ts";
import type { MailKind } from "./catalogue.ts";
import { visitCalendar, type VisitEntry } from "./visit-calendar.ts";
import { type MailFacts, textValues } from "./words.ts";

type Visit = VisitEntry["booking"];

/** The calendar file that goes with a mail about a visit, in its reader's words, one for each visit of a series; none for others. Whether one went out before is asked by who sends it. */
export function mailCalendar(kind: MailKind, facts: MailFacts): { name: string; type: string; content: string }[] {
  const { booking, reader, brand, origin } = facts;
  if (!kind.calendar || !booking) return [];
  const t = translator(reader.locale);
  const { service = "", helper = "", customer = "" } = textValues(t, facts);
  const isCustomer = reader.part === "customer" || reader.part === "watcher";
  const page = isCustomer ? "bookings" : reader.part === "staff" ? "staff/bookings" : "helper/visits";
  const isGone = kind.calendar === "gone";
  // While others are asked it is nobody's visit yet.
  const who = isCustomer ? (booking.helperName === null && !booking.professional ? t("dispatch.who") : helper) : customer;
  const file = (visit: Visit) => ({ name: `${visit.reference}.ics`, type: "text/calendar; charset=utf-8", content: visitCalendar({
    booking: isGone ? { ...visit, state: "cancelled", street: null } : visit,
    locale: reader.locale,
    company: brand.name,
    origin,
    summary: t("booking.headline", { service, who }),
    description: [t("common.reference", { reference: visit.reference }), ...(isCustomer ? [t("booking.sheet.inDoubt", { telephone: brand.telephone })] : [])].join("\n"),
    alarm: String(service),
    url: `${origin}/${reader.locale}/${page}/${visit.id}`,
  }) });
  if (!kind.series || booking.series === null) return [file(booking)];
  // Every visit of a series is a file of its own, once it stands or stood.
  return booking.series.filter(({ acceptedAt, sameHelper }) => acceptedAt !== null && (isCustomer || sameHelper)).map(file);
}
