import type { MailBooking, MailData, Reader } from "#app/domain/notification/letter.ts";
import type { Words } from "#app/domain/kernel/words.ts";
import type { Brand } from "#app/domain/settings/settings.ts";
import { formatDate, formatDay, formatDayTime, formatMoney, formatShortDay, formatTime } from "#app/texts/format.ts";
import type { Translate, TextValues } from "#app/texts/registry.ts";
import { compensationMinor, type FactName } from "./catalogue.ts";
import { hour } from "#app/domain/kernel/time.ts";

export type MailFacts = { brand: Brand; origin: string; now: number; reader: Reader; booking: MailBooking | null; data: MailData; programme: Words | null; words: string | null };

/** Everything that a text of mail.json may name in braces, written for its reader. */
export function textValues(t: Translate, { brand, reader, booking, data, programme }: MailFacts): TextValues {
  const { locale } = reader;
  const values: TextValues = { brand: brand.name, programme: brand.programmeName[locale], telephone: brand.telephone, hours: brand.hours[locale], name: reader.name };
  for (const [key, value] of Object.entries(data)) if (value !== null) values[key] = String(value);
  if (data.amountMinor !== undefined) values.amount = formatMoney(Number(data.amountMinor));
  if (programme) values.program = programme[locale];
  if (!booking) return values;
  return {
    ...values,
    reference: booking.reference,
    service: booking.service[locale],
    day: formatShortDay(booking.startsAt, locale),
    time: formatTime(booking.startsAt, locale),
    locality: booking.locality,
    helper: booking.helperName ?? t("mail.professional", { brand: brand.name }),
    customer: booking.customerName,
    price: formatMoney(booking.priceMinor),
    forYou: formatMoney(booking.netMinor),
    answerBy: booking.answerBy === null ? "" : formatDayTime(booking.answerBy, locale),
    until: formatDayTime(Number(data.until ?? booking.answerBy ?? booking.startsAt), locale),
    from: data.from ? formatDayTime(Number(data.from), locale) : "",
    certificates: booking.helperCertificates.map((name) => name[locale]).join(", "),
    was: formatDayTime(Number(data.was ?? booking.startsAt), locale),
    proposed: [data.slot1, data.slot2, data.slot3].flatMap((slot) => (slot ? [formatDayTime(Number(slot), locale)] : [])).join("; "),
    freeUntil: formatDayTime(booking.freeUntil, locale),
    signOffBy: booking.reportedAt === null ? "" : formatDayTime(booking.reportedAt + booking.policy.signOffHours * hour, locale),
    redoDays: booking.policy.redoDays,
  };
}

/** The value of one line, or null where there is nothing to say. */
export function factValue(fact: FactName, t: Translate, facts: MailFacts, values: TextValues): string | null {
  const { booking, data, words, reader } = facts;
  const { locale } = reader;
  switch (fact) {
    case "when":
      return booking && `${formatDay(booking.startsAt, locale)}, ${t("mail.span", { from: formatTime(booking.startsAt, locale), until: formatTime(booking.endsAt, locale) })}`;
    case "place":
      return booking && `${booking.postcode} ${booking.locality}`;
    case "address":
      return booking && [booking.street, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", ");
    case "refund":
      return booking && booking.priceMinor > booking.compensationMinor ? formatMoney(booking.priceMinor - booking.compensationMinor) : null;
    case "fee":
      return booking && booking.compensationMinor > 0 ? formatMoney(booking.compensationMinor) : null;
    case "compensation":
      return booking && reader.part === "helper" && compensationMinor(booking, data) > 0 ? formatMoney(compensationMinor(booking, data)) : null;
    case "telephone":
      return booking?.telephone ?? null;
    case "concern":
      return booking?.concern || null;
    case "words":
      return words;
    case "programme":
      return values.program === undefined ? null : String(values.program);
    case "validUntil":
    case "endsAt":
      return data[fact] ? formatDate(Number(data[fact]), locale) : null;
    default:
      return values[fact] ? String(values[fact]) : null;
  }
}
