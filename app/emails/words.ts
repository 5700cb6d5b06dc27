import type { MailBooking, MailData, MailVisit, Reader } from "#app/domain/notification/letter.ts";
import { endedStates } from "#app/domain/booking/booking.ts";
import type { Words } from "#app/domain/kernel/words.ts";
import type { Brand } from "#app/domain/settings/settings.ts";
import { formatDate, formatDay, formatDayTime, formatMoney, formatShortDay, formatTime } from "#app/texts/format.ts";
import type { Translate, TextValues } from "#app/texts/registry.ts";
import { compensationMinor, type FactName } from "./catalogue.ts";
import { hour } from "#app/domain/kernel/time.ts";
import { seriesWord } from "#app/domain/series/series.ts";

export type MailFacts = { brand: Brand; origin: string; now: number; reader: Reader; booking: MailBooking | null; data: MailData; programme: Words | null; words: string | null };

/** The visits that a mail about a series tells its reader of: a helper those that were asked of them. */
export function seriesVisits({ booking, reader }: Pick<MailFacts, "booking" | "reader">): Pick<MailVisit, "startsAt" | "endsAt" | "state" | "priceMinor" | "netMinor">[] {
  return booking === null ? [] : booking.series === null ? [booking] : booking.series.filter(({ sameHelper }) => reader.part !== "helper" || sameHelper);
}

/** Everything that a text of mail.json may name in braces, written for its reader. */
export function textValues(t: Translate, { brand, reader, booking, data, programme }: MailFacts): TextValues {
  const { locale } = reader;
  const values: TextValues = { brand: brand.name, programme: brand.programmeName[locale], telephone: brand.telephone, hours: brand.hours[locale], name: reader.name };
  for (const [key, value] of Object.entries(data)) if (value !== null) values[key] = String(value);
  if (data.amountMinor !== undefined) values.amount = formatMoney(Number(data.amountMinor));
  if (data.fromAt && data.untilAt) Object.assign(values, { arriveFrom: formatTime(Number(data.fromAt), locale), arriveUntil: formatTime(Number(data.untilAt), locale) });
  if (data.since) values.since = formatTime(Number(data.since), locale);
  if (data.creditMinor) values.credit = formatMoney(Number(data.creditMinor));
  if (programme) values.program = programme[locale];
  if (!booking) return values;
  return {
    ...values,
    reference: booking.reference,
    service: booking.service[locale],
    day: formatShortDay(booking.startsAt, locale),
    time: formatTime(booking.startsAt, locale),
    locality: booking.locality,
    helper: booking.helperName ?? (booking.professional ? t("mail.professional", { brand: brand.name }) : t("dispatch.who")),
    customer: booking.customerName,
    bookedBy: booking.bookedBy,
    price: formatMoney(booking.payableMinor),
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
    visits: seriesVisits({ booking, reader }).length,
  };
}

/** Every date of a series on a line of its own, with its state once they have been answered. */
function datesOf(t: Translate, facts: MailFacts): string {
  const { locale } = facts.reader;
  const visits = seriesVisits(facts).map((visit) => ({ ...visit, word: seriesWord(visit.state) }));
  const isOpen = visits.every(({ word }) => word === "waiting" || word === "open");
  return visits.map(({ startsAt, endsAt, word }) => `${formatDay(startsAt, locale)}, ${t("mail.span", { from: formatTime(startsAt, locale), until: formatTime(endsAt, locale) })}${isOpen ? "" : `: ${t(`series.state.${word}`)}`}`).join("\n");
}

/** The value of one line, or null where there is nothing to say. */
export function factValue(fact: FactName, t: Translate, facts: MailFacts, values: TextValues): string | null {
  const { booking, data, words, reader } = facts;
  const { locale } = reader;
  switch (fact) {
    case "when":
      return booking && `${formatDay(booking.startsAt, locale)}, ${t("mail.span", { from: formatTime(booking.startsAt, locale), until: formatTime(booking.endsAt, locale) })}`;
    case "dates":
      return datesOf(t, facts) || null;
    case "sum": {
      const asked = seriesVisits(facts).filter(({ state }) => !endedStates.includes(state) || state === "closed");
      const amount = formatMoney(asked.reduce((sum, one) => sum + (reader.part === "helper" ? one.netMinor : one.priceMinor), 0));
      return asked.length > 0 ? (booking?.atMost ? t("mail.atMost", { amount }) : amount) : null;
    }
    case "refundAll":
      return Number(data.refundMinor ?? 0) > 0 ? formatMoney(Number(data.refundMinor)) : null;
    case "feeAll":
      return Number(data.compensationMinor ?? 0) > 0 && !(booking?.professional && reader.part !== "customer") ? formatMoney(Number(data.compensationMinor)) : null;
    case "price":
    case "forYou": {
      const minor = fact === "price" ? booking?.payableMinor : booking?.netMinor;
      return booking?.atMost && minor ? t("mail.atMost", { amount: formatMoney(minor) }) : (values[fact] ? String(values[fact]) : null);
    }
    case "place":
      return booking && `${booking.postcode} ${booking.locality}`;
    case "address":
      return booking && [booking.street, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", ");
    case "refund":
      return booking && booking.payableMinor > booking.compensationMinor ? formatMoney(booking.payableMinor - booking.compensationMinor) : null;
    case "fee":
      return booking && booking.compensationMinor > 0 ? formatMoney(booking.compensationMinor) : null;
    case "compensation":
      return booking && reader.part === "helper" && compensationMinor(booking, data) > 0 ? formatMoney(compensationMinor(booking, data)) : null;
    case "telephone":
      return booking?.telephone ?? null;
    case "concern":
      return booking?.concern || null;
    case "words":
    case "extra":
      return words;
    case "arrival":
      return data.fromAt && data.untilAt ? t("mail.span", { from: formatTime(Number(data.fromAt), locale), until: formatTime(Number(data.untilAt), locale) }) : null;
    case "extrasDue":
      return booking && booking.extrasDueMinor > 0 ? formatMoney(booking.extrasDueMinor) : null;
    case "theirCode":
      return reader.part === "customer" ? (booking?.codes?.helper ?? null) : null;
    case "visitCode":
      return reader.part === "customer" ? (booking?.codes?.customer ?? null) : null;
    case "consentCodes":
      return reader.part === "customer" ? (booking?.codes?.consent.join(", ") ?? null) : null;
    case "programme":
      return values.program === undefined ? null : String(values.program);
    case "validUntil":
    case "endsAt":
      return data[fact] ? formatDate(Number(data[fact]), locale) : null;
    default:
      return values[fact] ? String(values[fact]) : null;
  }
}
