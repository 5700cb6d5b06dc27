import { eq } from "drizzle-orm";
import { type DaySlots, isFree, slotsFor, slotsOnDays } from "../availability/availability.queries.server.ts";
import { daysFrom } from "../availability/days.ts";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { day as dayMs, minute } from "../kernel/time.ts";
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
  const days = isBeyond(ctx, visit.startsAt) ? await slotsAround(ctx, visit) : await slotsFor(ctx, visit.calendarId, lengthOf(visit), await spanOf(ctx, visit));
  return days.map(({ day, slots }) => ({ day, slots: slots.filter((slot) => slot !== visit.startsAt) }));
}

/** Can the visit still be moved there, now that somebody says yes? Nobody is expected within the hour. */
export async function isStillFree(ctx: Context, visit: Visit, slot: number): Promise<boolean> {
  const span = await spanOf(ctx, visit);
  if (await isFree(ctx, visit.calendarId, slot, lengthOf(visit), { ...span, leadMinutes: takeLeadMinutes })) return true;
  return isBeyond(ctx, visit.startsAt) && slot > ctx.now && ((await slotsOnDays(ctx, visit.calendarId, lengthOf(visit), [slot], span))[0]?.includes(slot) ?? false);
}

const aroundDays = 14;
/** A visit of a series may lie beyond the horizon: it moves among the days around its own. */
const isBeyond = (ctx: Context, startsAt: number): boolean => startsAt > ctx.now + (ctx.settings.policy.horizonDays - 1) * dayMs;

async function slotsAround(ctx: Context, visit: Visit): Promise<DaySlots[]> {
  const days = daysFrom(ctx.settings.zone, visit.startsAt - aroundDays * dayMs, 2 * aroundDays + 1);
  const slots = await slotsOnDays(ctx, visit.calendarId, lengthOf(visit), days.map(({ startAt }) => startAt), await spanOf(ctx, visit));
  return days.map(({ date }, i) => ({ day: date, slots: slots[i] ?? [] }));
}

/** The next free starts from the wished one on; earlier ones when there are none later. */
export async function nextSlots(ctx: Context, visit: Visit, from: number): Promise<number[]> {
  const free = (await slotsToPropose(ctx, visit)).flatMap(({ slots }) => slots);
  const later = free.filter((slot) => slot >= from).slice(0, nextOnes);
  return later.length ? later : free.slice(-nextOnes);
}
