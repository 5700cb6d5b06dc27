import type { Booking } from "#app/domain/booking/booking.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { seriesShown } from "#app/domain/series/series.queries.server.ts";
import type { Args } from "#app/http/context.server.ts";
import { wishQuery } from "#app/routes/shared/series/choice.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";

/** The screen that goes on with a new draft: the form, or the dates again where a series could not be held as it was. */
type Reopened = { bookingId: string; screen: string; ctx: Context; headers: Headers };

/**
 * Turns a booking that waits for its payment into a form again: the open Checkout ends, the same slot is held anew, and those of a series.
 * Gives the new draft, a context that may see it, and headers that make the browser remember it. Refusals as of holdSlot.
 */
export async function reopen(args: Args, ctx: Context, booking: Booking): Promise<Result<Reopened>> {
  const { listingId, serviceTypeId, startsAt, postcode, locality, id } = booking;
  const before = await seriesShown(ctx, booking, "customer");
  const held = await holdSlot(ctx, { offer: listingId ? { listingId } : { professional: serviceTypeId }, startsAt, place: { postcode, locality }, replacesBookingId: id });
  if (!held.ok) return held;
  const { bookingId } = held.value;
  const headers = new Headers();
  const goesOn = booking.watching !== undefined && (await findBooking(ctx, bookingId)) !== null;
  // A story that goes on in the customer's place is seen as it was; everything else is this browser's own from now on.
  const seeing = goesOn ? ctx : { ...ctx, actor: { ...ctx.actor, provenBookings: [bookingId, ...ctx.actor.provenBookings] } };
  const series = before && (await makeSeries(seeing, bookingId, { everyWeeks: before.everyWeeks, starts: before.visits.map((visit) => visit.startsAt).filter((at) => at !== startsAt) }));
  if (!goesOn) proveBooking({ app: args.context.app, request: args.request }, headers, ...(series?.ok ? series.value.bookingIds : [bookingId]));
  return ok({ bookingId, headers, ctx: seeing, screen: before && !series?.ok ? `series?${wishQuery(before.everyWeeks, before.visits.length)}` : "form" });
}
