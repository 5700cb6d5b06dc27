import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { isAtMost } from "#app/domain/booking/hourly.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { planSeries } from "#app/domain/series/plan.queries.server.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { readWish, type SeriesWish } from "#app/domain/series/series.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, typedValues } from "#app/http/form.server.ts";

/** A wish for a series in an address. */
export const wishQuery = (everyWeeks: number, times: number): string => new URLSearchParams({ every: String(everyWeeks), times: String(times) }).toString();

/** The wish of the address, else of the series that was chosen before; null while nothing was said. */
export function wishOf({ booking, series }: BookingPage, params: URLSearchParams): SeriesWish | null {
  const asked = readWish(params.get("every"), params.get("times"), booking.policy.seriesMost);
  return asked ?? (params.has("every") || !series ? null : readWish(series.everyWeeks, series.visits.length, booking.policy.seriesMost));
}

/** What the choice of dates shows: the wish, and each of its dates with its state. */
export async function datesOf(ctx: Context, page: BookingPage, params: URLSearchParams) {
  const { booking } = page;
  const wish = wishOf(page, params);
  const plan = wish ? await planSeries(ctx, booking.id, wish) : null;
  // Times that were chosen before stay chosen where they still fit the day.
  const chosen = new Set(page.series?.visits.map(({ startsAt }) => startsAt) ?? []);
  const visits = plan?.ok ? plan.value.visits.map((visit) => ({ ...visit, chosen: [visit.startsAt, ...visit.instead].find((at) => chosen.has(at)) ?? (visit.free ? visit.startsAt : null) })) : null;
  return { now: ctx.now, startsAt: booking.startsAt, priceMinor: booking.priceMinor, atMost: isAtMost(booking), most: booking.policy.seriesMost, wish, visits, refusal: plan && !plan.ok ? plan.refusal : null, until: booking.holdUntil ?? ctx.now };
}
export type DatesView = Awaited<ReturnType<typeof datesOf>>;

/** What was chosen for the dates after the first: starts to hold, or the fields in which nothing was chosen. */
function readChoice(form: FormData, { times }: SeriesWish): { starts: number[]; missing: string[] } {
  const starts: number[] = [];
  const missing: string[] = [];
  for (let nth = 2; nth <= times; nth++) {
    const value = form.get(`visit-${nth}`);
    if (value === null || (value !== "" && !(Number(value) > 0))) missing.push(`visit-${nth}`);
    else if (value !== "") starts.push(Number(value));
  }
  return { starts, missing };
}

/** Holds the dates of a sent choice, all or none: the ids of all visits, or the form again with what is to mend. */
export async function holdDates(ctx: Context, bookingId: string, wish: SeriesWish, form: FormData) {
  const { starts, missing } = readChoice(form, wish);
  const values = typedValues(form);
  if (missing.length > 0) return { again: formAgain({ values, errors: Object.fromEntries(missing.map((field) => [field, "errors.field.choice"])) }, 400) };
  const made = await makeSeries(ctx, bookingId, { everyWeeks: wish.everyWeeks, starts });
  if (!made.ok) return { again: formAgain({ values, errors: {}, refusal: made.refusal }, made.refusal === "too-few" ? 400 : statusOf(made.refusal)) };
  return { bookingIds: made.value.bookingIds };
}
