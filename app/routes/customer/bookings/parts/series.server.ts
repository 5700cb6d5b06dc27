import { redirect } from "@remix-run/node";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { datesOf } from "#app/routes/shared/series/choice.server.ts";
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

/** What the screen shows: the wish, and each of its dates with its state. */
export const seriesChoice = async (ctx: Context, page: BookingPage, params: URLSearchParams) => ({ ...headOf(ctx, page), dates: await datesOf(ctx, page, params) });
