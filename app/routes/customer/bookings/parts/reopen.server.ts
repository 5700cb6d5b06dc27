import type { Booking } from "#app/domain/booking/booking.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { Args } from "#app/http/context.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";

/**
 * Turns a booking that waits for its payment into a form again: the open Checkout ends, the same slot is held anew.
 * Gives the new draft, a context that may see it, and headers that make the browser remember it. Refusals as of holdSlot.
 */
export async function reopen(args: Args, ctx: Context, booking: Booking): Promise<Result<{ bookingId: string; ctx: Context; headers: Headers }>> {
  const { listingId, serviceTypeId, startsAt, postcode, locality, id } = booking;
  const held = await holdSlot(ctx, { offer: listingId ? { listingId } : { professional: serviceTypeId }, startsAt, place: { postcode, locality }, replacesBookingId: id });
  if (!held.ok) return held;
  const { bookingId } = held.value;
  const headers = new Headers();
  proveBooking({ app: args.context.app, request: args.request }, headers, bookingId);
  return ok({ bookingId, headers, ctx: { ...ctx, actor: { ...ctx.actor, provenBookings: [bookingId, ...ctx.actor.provenBookings] } } });
}
