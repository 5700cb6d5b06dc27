import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { isElsewhere } from "#app/domain/together/together.ts";
import { formatDay, formatTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";

/** Short sentences to pass on to whoever is visited, in their own language, with their own link where they have no address to which it goes; null where the customer is visited themselves, or nobody comes any more. */
export function forwardOf(ctx: Context, { booking, service, helper, ladder }: BookingPage, link: { watcherId: string; href: string } | null = null) {
  const { visited } = booking;
  const coming = ["requested", "accepted", "underway"].includes(booking.state);
  if (!coming || !visited || !isElsewhere(booking)) return null;
  const locale = visited.locale ?? booking.locale;
  const t = translator(locale);
  const { brand } = ctx.settings;
  const who = helper?.displayName ?? t("booking.professional", { brand: brand.name });
  const words = [
    t("together.word.hello", { name: visited.name }),
    t(booking.acceptedAt !== null ? "together.word.comes" : ladder?.shared ? "together.word.askedOthers" : "together.word.asked", { who, day: formatDay(booking.startsAt, locale), time: formatTime(booking.startsAt, locale) }),
    t("together.word.what", { service: service.content.name[locale] }),
    t("together.word.rule"),
    ...(link ? [t("together.word.link", { link: link.href })] : []),
    t("together.word.call", { telephone: brand.telephone }),
  ].join("\n");
  return { name: visited.name, words, locale, /** By which their link is taken back. */ watcherId: link?.watcherId ?? null, mailed: !visited.email ? ("never" as const) : booking.acceptedAt === null ? ("later" as const) : ("told" as const) };
}
export type Forward = NonNullable<ReturnType<typeof forwardOf>>;
