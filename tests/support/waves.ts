import { eq } from "drizzle-orm";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { asksOf } from "#app/domain/dispatch/asks.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { day, hour } from "./bookings.ts";
import { aForm, aGuest, aHelper, as, basel, type HelperMore, monday } from "./people.ts";

/** Thursday 10 June 2027, 14:00 in Zurich: three days ahead of `monday`. */
export const thursday = monday + 3 * day + 4 * hour;

export type Offering = Awaited<ReturnType<typeof aHelper>>;

/** A request to one helper whose customer takes somebody else at the same time, with others nearby who could come. */
export async function aRequest(root: Context, { others = [], chosen = {}, substitution = "same_time", startsAt = thursday }: { others?: HelperMore[]; chosen?: HelperMore; substitution?: "ask" | "same_time"; startsAt?: number } = {}) {
  const helper = await aHelper(root, { givenName: "Maya", ...chosen });
  const rest: Offering[] = [];
  for (const [i, more] of others.entries()) rest.push(await aHelper(root, { givenName: `Nr${i + 1}`, ...more }));
  const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
  const guest = aGuest(bookingId);
  must(await submitBooking(as(root, guest), bookingId, { ...aForm(), substitution }));
  const booking = must(await paymentArrived(as(root, system), bookingId));
  return { helper, others: rest, bookingId, guest, booking, startsAt };
}

/** Who was asked and what became of it, by given name: "0 Maya declined". */
export async function askedOf(root: Context, bookingId: string, people: readonly Offering[]): Promise<string[]> {
  const names = new Map(people.map(({ helperId }, i) => [helperId, i === 0 ? "chosen" : `other${i}`]));
  return (await asksOf(root, bookingId)).map(({ wave, helperId, state }) => `${wave} ${names.get(helperId)} ${state}`).sort();
}

/** Whose calendars a booking blocks. */
export async function blocked(root: Context, bookingId: string): Promise<string[]> {
  const { occupancy } = root.db.t;
  return (await root.db.select({ id: occupancy.calendarId }).from(occupancy).where(eq(occupancy.bookingId, bookingId))).map(({ id }) => id).sort();
}
