import { isAtMost } from "#app/domain/booking/hourly.ts";
import { mayBeReplaced } from "#app/domain/dispatch/dispatch.policy.ts";
import { paymentMode } from "#app/domain/booking/booking.policy.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { cancellationShown } from "#app/routes/shared/booking/cancellation.server.ts";
import { answersOf } from "#app/routes/shared/booking/intake.tsx";
import { sumOf } from "#app/routes/shared/series/sum.ts";
import { relativeTime } from "#app/routes/shared/booking/when.ts";
import { formatDay, formatMoney, formatTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { isElsewhere } from "./elsewhere.ts";

/** A name or a sentence that ends with a full stop needs no second one. */
const oneStop = (words: string): string => words.replace(/([.?!])\./g, "$1");

/** The sentences that the caller hears before anything is booked, in their own language and in the order of importance: what, when, who, where, price, payment, cancellation in francs, conditions. */
export function readBack(ctx: Context, { booking, service, helper, series }: BookingPage): string[] {
  const { locale, contact, visited, policy } = booking;
  const t = translator(locale);
  const { brand, cover } = ctx.settings;
  const who = helper?.displayName ?? t("booking.professional", { brand: brand.name });
  const elsewhere = isElsewhere(booking) && visited ? visited : null;
  const answers = answersOf(service.content.intake, booking.intake, locale, t);
  const concern = [booking.concern, ...answers.map(({ question, answer }) => `${question} ${answer}`)].map((said) => said.trim()).filter(Boolean).map((said) => (/[.?!]$/.test(said) ? said : `${said}.`)).join(" ");
  const rule = cancellationShown(booking, ctx.now);
  const at = (ms: number) => relativeTime(ms, ctx.now, locale, t);
  const most = formatMoney(Math.max(rule.lateMinor ?? 0, rule.veryLateMinor));
  const dateOf = (ms: number) => t("together.read.date", { day: formatDay(ms, locale), time: formatTime(ms, locale) });
  const sentences = [
    ...(series
      ? [t("together.read.notedSeries", { service: service.content.name[locale], visits: t("series.chosen.title", { count: series.visits.length, rhythm: t(`series.rhythm.${series.everyWeeks}`) }), dates: series.visits.map(({ startsAt }) => dateOf(startsAt)).join("; ") })]
      : [t("together.read.noted", { service: service.content.name[locale], day: formatDay(booking.startsAt, locale), time: formatTime(booking.startsAt, locale) })]),
    elsewhere ? t("together.read.whoOther", { who, visited: elsewhere.name }) : t("together.read.who", { who }),
    t("together.read.where", { street: booking.street ?? "", postcode: booking.postcode, locality: booking.locality }),
    ...(elsewhere ? [t("together.read.visited", { name: elsewhere.name, telephone: elsewhere.telephone })] : []),
    ...(elsewhere?.email ? [t("together.read.visitedMail", { name: elsewhere.name, email: elsewhere.email })] : []),
    ...(concern ? [t("together.read.concern", { concern })] : []),
    ...(mayBeReplaced(booking) ? [t(booking.substitution === "same_time" ? "together.read.sameTime" : "together.read.askFirst", { who })] : []),
    t("together.read.contact", { name: contact?.name ?? "", mobile: contact?.mobile ?? "", email: contact?.email ?? "" }),
    series ? t(isAtMost(booking) ? "together.read.priceSeriesAtMost" : "together.read.priceSeries", { price: formatMoney(booking.priceMinor), sum: formatMoney(sumOf(series)) }) : t(isAtMost(booking) ? "together.read.priceAtMost" : "together.read.price", { price: formatMoney(booking.priceMinor) }),
    t(booking.contract === "helper" ? "together.read.contractHelper" : "together.read.contractCompany", { who, brand: brand.name }),
    t("together.read.payment", { minutes: policy.checkoutMinutes }),
    series ? t("together.read.debitSeries", { sum: formatMoney(sumOf(series)) }) : t(paymentMode(booking.startsAt, ctx.now, policy) === "reserve" ? "together.read.reserve" : "together.read.debit"),
    ...(series ? [t(booking.instant ? "series.chosen.instant" : "series.chosen.request", { who }), t("together.read.ruleSeries")] : []),
    rule.freeUntil === null ? t("together.read.cancelSoon", { minutes: rule.graceMinutes }) : t("together.read.cancel", { time: at(rule.freeUntil) }),
    rule.lateMinor === null ? t("together.read.cancelCost", { most }) : t("together.read.cancelCosts", { late: formatMoney(rule.lateMinor), from: at(rule.veryLateFrom), most: formatMoney(rule.veryLateMinor) }),
    t("together.read.sees", { who }),
    t("together.read.cover", { cover: cover.words[locale] }),
    t("together.read.agree"),
  ];
  return sentences.map(oneStop);
}
