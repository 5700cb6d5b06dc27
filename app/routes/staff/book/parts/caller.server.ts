import { isAtMost } from "#app/domain/booking/hourly.ts";
import { mayBeReplaced } from "#app/domain/dispatch/dispatch.policy.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { bookingSchema } from "#app/domain/booking/booking.schema.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { mayPlan } from "#app/domain/series/plan.queries.server.ts";
import { type FormState, readForm } from "#app/http/form.server.ts";
import { isElsewhere } from "./elsewhere.ts";
import { readBack } from "./read-out.server.ts";
import { translator } from "#app/texts/registry.ts";

/** Where the call stands: the form, reading it out, done, or the time is gone. */
export type CallStep = "form" | "read" | "over" | "done";

export function stepOf(ctx: Context, { state, holdUntil }: Booking, asked: string | null): CallStep {
  if (state === "abandoned" || (state === "draft" && (holdUntil ?? 0) <= ctx.now)) return "over";
  if (state !== "draft") return "done";
  return asked === "read" ? "read" : "form";
}

/** The first visit of a series, whose form and payment are everybody's; null where this is it, or a single one. */
export const leadOf = ({ booking, series }: Pick<BookingPage, "booking" | "series">): string | null => {
  const [first] = series?.visits ?? [];
  return first && series && series.nth > 1 && (booking.state === "draft" || booking.state === "paying") ? first.id : null;
};

/** What the draft knows, as the form would send it. */
export function keptValues(booking: Booking): Record<string, string> {
  const { contact, visited, street, postcode, locality, concern, intake } = booking;
  const elsewhere = isElsewhere(booking);
  return {
    name: contact?.name ?? "", email: contact?.email ?? "", mobile: contact?.mobile ?? "", elsewhere: elsewhere ? "on" : "", visitedName: elsewhere ? (visited?.name ?? "") : "", visitedTelephone: elsewhere ? (visited?.telephone ?? "") : "", visitedEmail: elsewhere ? (visited?.email ?? "") : "", visitedLocale: elsewhere ? (visited?.locale ?? "") : "",
    street: street ?? "", postcode, locality, concern, substitution: booking.substitution, ...Object.fromEntries(Object.entries(intake).map(([code, answer]) => [`intake.${code}`, answer])),
  };
}

/** The draft checked as a whole: what `submitForCaller` takes, or the form with its problems. */
export function readKept({ booking, service }: Pick<BookingPage, "booking" | "service">) {
  const form = new FormData();
  for (const [name, value] of Object.entries(keptValues(booking))) form.set(name, value);
  return readForm(form, bookingSchema(service.content));
}

/** Everything the screens of a held time show. */
export function callerView(ctx: Context, page: BookingPage) {
  const { booking, service, helper } = page;
  const t = translator(ctx.locale);
  const { brand } = ctx.settings;
  const values: FormState["values"] = keptValues(booking);
  return {
    now: ctx.now,
    booking: {
      id: booking.id, reference: booking.reference, state: booking.state, startsAt: booking.startsAt, endsAt: booking.endsAt, priceMinor: booking.priceMinor, atMost: isAtMost(booking), holdUntil: booking.holdUntil, holdProlonged: booking.holdProlonged,
      postcode: booking.postcode, locality: booking.locality, contract: booking.contract, instant: booking.instant, speaks: booking.locale,
    },
    mayBeReplaced: mayBeReplaced(booking),
    series: page.series,
    maySeries: booking.policy.seriesMost > 1 && mayPlan(ctx, booking),
    service: { code: service.code, name: service.content.name[ctx.locale] },
    who: helper?.displayName ?? (page.ladder?.shared ? t("dispatch.who") : null) ?? t("booking.professional", { brand: brand.name }),
    questions: service.content.intake.map(({ code, kind, question, hint, choices, required }) => ({ code, kind, required, question: question[ctx.locale], hint: hint?.[ctx.locale] ?? null, choices: (choices ?? []).map((choice) => ({ value: choice.code, label: choice.words[ctx.locale] })) })),
    /** Read aloud in the language that the caller speaks. */
    sentences: readBack(ctx, page),
    values,
    again: `/${ctx.locale}/staff/book?${new URLSearchParams({ service: service.code, where: `${booking.postcode} ${booking.locality}`, speaks: booking.locale, replaces: booking.id, ...(booking.capMinutes !== null && { cap: String(booking.capMinutes) }), ...(booking.listingId ? { listing: booking.listingId } : { professional: "1" }) })}`,
  };
}
export type CallerView = ReturnType<typeof callerView>;
