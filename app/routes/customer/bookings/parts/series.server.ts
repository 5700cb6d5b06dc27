import { redirect } from "@remix-run/node";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { planSeries } from "#app/domain/series/plan.queries.server.ts";
import { readWish, type SeriesWish } from "#app/domain/series/series.ts";
import { bookingPath, leadPath } from "./open.server.ts";
import { headOf } from "./view.server.ts";

/** Dates are chosen while the first visit is held; a booking that is further along is shown where it stands. */
export function heldOnly(ctx: Context, page: BookingPage): void {
  const { id, state, holdUntil } = page.booking;
  const lead = state === "draft" ? leadPath(ctx, page, "series") : null;
  if (lead) throw redirect(lead);
  if (state === "abandoned" || (state === "draft" && (holdUntil ?? 0) <= ctx.now)) throw redirect(bookingPath(ctx, id, "again"));
  if (state !== "draft") throw redirect(bookingPath(ctx, id, state === "paying" ? "pay" : ""));
}

/** The wish of the address, else of the series that was chosen before; null while nothing was said. */
export function wishOf({ booking, series }: BookingPage, params: URLSearchParams): SeriesWish | null {
  const asked = readWish(params.get("every"), params.get("times"), booking.policy.seriesMost);
  return asked ?? (params.has("every") || !series ? null : readWish(series.everyWeeks, series.visits.length, booking.policy.seriesMost));
}

/** What the screen shows: the wish, and each of its dates with its state. */
export async function seriesChoice(ctx: Context, page: BookingPage, params: URLSearchParams) {
  const { booking } = page;
  const wish = wishOf(page, params);
  const plan = wish ? await planSeries(ctx, booking.id, wish) : null;
  // Times that were chosen before stay chosen where they still fit the day.
  const chosen = new Set(page.series?.visits.map(({ startsAt }) => startsAt) ?? []);
  const visits = plan?.ok ? plan.value.visits.map((visit) => ({ ...visit, chosen: [visit.startsAt, ...visit.instead].find((at) => chosen.has(at)) ?? (visit.free ? visit.startsAt : null) })) : null;
  return { ...headOf(ctx, page), most: booking.policy.seriesMost, wish, visits, refusal: plan && !plan.ok ? plan.refusal : null, until: booking.holdUntil ?? ctx.now };
}

/** What was chosen for the dates after the first: starts to hold, or the fields in which nothing was chosen. */
export function readChoice(form: FormData, { times }: SeriesWish): { starts: number[]; missing: string[] } {
  const starts: number[] = [];
  const missing: string[] = [];
  for (let nth = 2; nth <= times; nth++) {
    const value = form.get(`visit-${nth}`);
    if (value === null || (value !== "" && !(Number(value) > 0))) missing.push(`visit-${nth}`);
    else if (value !== "") starts.push(Number(value));
  }
  return { starts, missing };
}
