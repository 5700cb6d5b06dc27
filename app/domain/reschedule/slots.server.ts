import { eq } from "drizzle-orm";
import { type DaySlots, isFree, slotsFor } from "../availability/availability.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { minute } from "../kernel/time.ts";
import { takeLeadMinutes } from "./reschedule.ts";

type Visit = Pick<Booking, "id" | "calendarId" | "startsAt" | "endsAt">;
const nextOnes = 6;

const lengthOf = ({ startsAt, endsAt }: Visit): number => Math.round((endsAt - startsAt) / minute);

/** The visit's own time is not in its way, and its place stays. */
async function spanOf(ctx: Context, { id }: Visit) {
  const { occupancy } = ctx.db.t;
  const [own] = await ctx.db.select({ lat: occupancy.lat, lng: occupancy.lng }).from(occupancy).where(eq(occupancy.bookingId, id)).limit(1);
  return { ignore: id, at: own && own.lat !== null && own.lng !== null ? { lat: own.lat, lng: own.lng } : null };
}

/** The times to which this visit can truly be moved in its own calendar, by day; the time it has is none of them. */
export async function slotsToPropose(ctx: Context, visit: Visit): Promise<DaySlots[]> {
  const days = await slotsFor(ctx, visit.calendarId, lengthOf(visit), await spanOf(ctx, visit));
  return days.map(({ day, slots }) => ({ day, slots: slots.filter((slot) => slot !== visit.startsAt) }));
}

/** Can the visit still be moved there, now that somebody says yes? Nobody is expected within the hour. */
export const isStillFree = async (ctx: Context, visit: Visit, slot: number): Promise<boolean> => isFree(ctx, visit.calendarId, slot, lengthOf(visit), { ...(await spanOf(ctx, visit)), leadMinutes: takeLeadMinutes });

/** The next free starts from the wished one on; earlier ones when there are none later. */
export async function nextSlots(ctx: Context, visit: Visit, from: number): Promise<number[]> {
  const free = (await slotsToPropose(ctx, visit)).flatMap(({ slots }) => slots);
  const later = free.filter((slot) => slot >= from).slice(0, nextOnes);
  return later.length ? later : free.slice(-nextOnes);
}
