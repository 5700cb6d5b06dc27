import { translator } from "#app/texts/registry.ts";
import type { MailKind } from "./catalogue.ts";
import { visitCalendar } from "./visit-calendar.ts";
import { type MailFacts, textValues } from "./words.ts";

/** The calendar file that goes with a mail about a visit, in its reader's words; none for others. */
export function mailCalendar(kind: MailKind, facts: MailFacts): { name: string; type: string; content: string }[] {
  const { booking, reader, brand, origin } = facts;
  if (!kind.calendar || !booking) return [];
  const t = translator(reader.locale);
  const { service = "", helper = "", customer = "" } = textValues(t, facts);
  const isCustomer = reader.part === "customer" || reader.part === "watcher";
  const page = isCustomer ? `bookings/${booking.id}` : reader.part === "staff" ? `staff/bookings/${booking.id}` : `helper/visits/${booking.id}`;
  const content = visitCalendar({
    booking,
    locale: reader.locale,
    company: brand.name,
    origin,
    summary: t("booking.headline", { service, who: isCustomer ? helper : customer }),
    description: [t("common.reference", { reference: booking.reference }), ...(isCustomer ? [t("booking.sheet.inDoubt", { telephone: brand.telephone })] : [])].join("\n"),
    alarm: String(service),
    url: `${origin}/${reader.locale}/${page}`,
  });
  return [{ name: `${booking.reference}.ics`, type: "text/calendar; charset=utf-8", content }];
}
