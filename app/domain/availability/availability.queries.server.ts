import { and, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import { serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";
import { day as dayMs } from "../kernel/time.ts";
import { type DayException, daysAsked, firstSlot, type SlotPolicy, type SlotQuestion, slotsByDay, type Taken, type WeeklySpan } from "./availability.ts";
import type { Day } from "./days.ts";

export type DaySlots = { day: string; slots: number[] };
type Calendar = { weekly: WeeklySpan[]; exceptions: DayException[]; taken: Taken[]; policy: SlotPolicy; endsAt: number | null };

const group = <T extends { calendarId: string }>(rows: T[]): Map<string, T[]> => {
  const byId = new Map<string, T[]>();
  for (const row of rows) byId.set(row.calendarId, [...(byId.get(row.calendarId) ?? []), row]);
  return byId;
};

/** The calendars that can be booked at all, in five queries however many are asked for. A paused or suspended helper has none. */
async function loadCalendars(ctx: Context, ids: readonly string[]): Promise<Map<string, Calendar>> {
  const { helper, lane, weeklySpan, dayException, occupancy } = ctx.db.t;
  const wanted = [...new Set(ids)];
  const found = new Map<string, Calendar>();
  if (wanted.length === 0) return found;
  const helpers = await ctx.db.select({ id: helper.id, endsAt: helper.endsAt }).from(helper).where(and(inArray(helper.id, wanted), inArray(helper.state, [...servingStates]), isNull(helper.pausedAt)));
  const lanes = helpers.length === wanted.length ? [] : await ctx.db.select().from(lane).where(and(inArray(lane.id, wanted), eq(lane.state, "active")));
  const open = [...helpers, ...lanes].map(({ id }) => id);
  if (open.length === 0) return found;
  const spans = group(await ctx.db.select().from(weeklySpan).where(inArray(weeklySpan.calendarId, open)));
  const exceptions = group(await ctx.db.select().from(dayException).where(inArray(dayException.calendarId, open)));
  const until = ctx.now + (ctx.settings.policy.horizonDays + 2) * dayMs;
  const taken = group(
    await ctx.db
      .select({ calendarId: occupancy.calendarId, fromAt: occupancy.fromAt, untilAt: occupancy.untilAt, bookingId: occupancy.bookingId })
      .from(occupancy)
      .where(and(inArray(occupancy.calendarId, open), gt(occupancy.untilAt, ctx.now - 2 * dayMs), lt(occupancy.fromAt, until), or(isNull(occupancy.expiresAt), gt(occupancy.expiresAt, ctx.now)))),
  );
  const calendar = (id: string, policy: SlotPolicy, endsAt: number | null) =>
    found.set(id, { weekly: spans.get(id) ?? [], exceptions: exceptions.get(id) ?? [], taken: taken.get(id) ?? [], policy, endsAt });
  for (const { id, endsAt } of helpers) calendar(id, ctx.settings.policy, endsAt);
  for (const { id, waitDays } of lanes) calendar(id, { ...ctx.settings.policy, leadMinutes: waitDays * 1440, instantLeadMinutes: waitDays * 1440, visitsPerDay: Number.POSITIVE_INFINITY }, null);
  return found;
}

/** Visits by date: both buffers are equal, so the middle of a range lies in its visit. */
function countByDay(days: readonly Day[], taken: readonly (Taken & { bookingId?: string | null })[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { fromAt, untilAt, bookingId } of taken) {
    if (bookingId === null) continue;
    const middle = (fromAt + untilAt) / 2;
    const day = days.find(({ startAt, endAt }) => startAt <= middle && middle < endAt);
    if (day) counts[day.date] = (counts[day.date] ?? 0) + 1;
  }
  return counts;
}

function questionOf(ctx: Context, calendar: Calendar, days: readonly Day[], durationMinutes: number, instant: boolean): SlotQuestion {
  const { weekly, exceptions, taken, policy } = calendar;
  return { weekly, exceptions, occupied: taken, bookedPerDay: countByDay(days, taken), durationMinutes, policy, now: ctx.now, instant, zone: ctx.settings.zone };
}

export type Span = { days?: number; from?: number; instant?: boolean };

/** Free starts of one calendar by day. A calendar that cannot be booked has none. */
export async function slotsFor(ctx: Context, calendarId: string, durationMinutes: number, { days: count, from, instant = false }: Span = {}): Promise<DaySlots[]> {
  const days = daysAsked({ zone: ctx.settings.zone, now: ctx.now, policy: ctx.settings.policy, ...(from !== undefined && { from }), ...(count !== undefined && { days: count }) });
  const calendar = (await loadCalendars(ctx, [calendarId])).get(calendarId);
  if (!calendar) return days.map(({ date }) => ({ day: date, slots: [] }));
  const byDay = slotsByDay(questionOf(ctx, calendar, days, durationMinutes, instant), days);
  const { endsAt } = calendar;
  return endsAt === null ? byDay : byDay.map(({ day, slots }) => ({ day, slots: slots.filter((at) => at < endsAt) }));
}

/** The next free start of each calendar, or null; the same few queries for one or for a page of them. */
export async function nextFree(ctx: Context, calendarIds: readonly string[], durationMinutes: number, instant = false): Promise<Map<string, number | null>> {
  const days = daysAsked({ zone: ctx.settings.zone, now: ctx.now, policy: ctx.settings.policy });
  const calendars = await loadCalendars(ctx, calendarIds);
  return new Map(
    calendarIds.map((id) => {
      const calendar = calendars.get(id);
      const first = calendar ? firstSlot(questionOf(ctx, calendar, days, durationMinutes, instant), days) : null;
      return [id, first !== null && calendar && calendar.endsAt !== null && first >= calendar.endsAt ? null : first];
    }),
  );
}

/** The first free start of each calendar inside one of the spans, or null: what a search for a day and a time asks. */
export async function nextFreeWithin(ctx: Context, calendarIds: readonly string[], durationMinutes: number, spans: readonly { from: number; until: number }[], instant = false): Promise<Map<string, number | null>> {
  const isAsked = (at: number) => spans.some(({ from, until }) => at >= from && at < until);
  const days = daysAsked({ zone: ctx.settings.zone, now: ctx.now, policy: ctx.settings.policy }).filter(({ startAt, endAt }) => spans.some(({ from, until }) => from < endAt && until > startAt));
  const calendars = await loadCalendars(ctx, calendarIds);
  return new Map(
    calendarIds.map((id) => {
      const calendar = calendars.get(id);
      const end = calendar?.endsAt ?? Number.POSITIVE_INFINITY;
      const slots = calendar ? slotsByDay(questionOf(ctx, calendar, days, durationMinutes, instant), days).flatMap((day) => day.slots) : [];
      return [id, slots.find((at) => isAsked(at) && at < end) ?? null];
    }),
  );
}

/** A listing that can be booked now, with what a booking takes from it; null when it is not offered. */
export async function bookableListing(ctx: Context, listingId: string) {
  const { listing, helper, certificate } = ctx.db.t;
  const [row] = await ctx.db
    .select({ listing, helper })
    .from(listing)
    .innerJoin(helper, eq(helper.id, listing.helperId))
    .where(and(eq(listing.id, listingId), eq(listing.state, "live"), inArray(helper.state, [...servingStates]), isNull(helper.pausedAt)));
  const service = row && (await serviceTypeById(ctx, row.listing.serviceTypeId));
  if (!row || !service || service.state !== "active" || service.riskClass === "professional_only") return null;
  const certified =
    service.programmeCode === null ||
    (await ctx.db.$count(certificate, and(eq(certificate.helperId, row.helper.id), eq(certificate.programmeCode, service.programmeCode), isNull(certificate.endedAt), gt(certificate.validUntil, ctx.now)))) > 0;
  if (!certified) return null;
  return { ...row, service, instant: row.listing.instant && row.helper.visitsClosed >= ctx.settings.policy.probationVisits };
}

/** Free starts of a listing; null when it is not offered. */
export async function slotsForListing(ctx: Context, listingId: string, span: Omit<Span, "instant"> = {}): Promise<DaySlots[] | null> {
  const offer = await bookableListing(ctx, listingId);
  return offer && slotsFor(ctx, offer.helper.id, offer.service.content.durationMinutes, { ...span, instant: offer.instant });
}

/** Lanes of the professional service, in the order they are filled. */
export async function activeLanes(ctx: Context): Promise<string[]> {
  const { lane } = ctx.db.t;
  return (await ctx.db.select({ id: lane.id }).from(lane).where(eq(lane.state, "active")).orderBy(lane.name, lane.id)).map(({ id }) => id);
}

/** Free starts of the professional service: a time is free when a lane is. */
export async function slotsForProfessional(ctx: Context, serviceTypeId: string, { days: count, from }: Omit<Span, "instant"> = {}): Promise<DaySlots[] | null> {
  const service = await serviceTypeById(ctx, serviceTypeId);
  if (service?.state !== "active") return null;
  const days = daysAsked({ zone: ctx.settings.zone, now: ctx.now, policy: ctx.settings.policy, ...(from !== undefined && { from }), ...(count !== undefined && { days: count }) });
  const calendars = await loadCalendars(ctx, await activeLanes(ctx));
  const all = [...calendars.values()].map((calendar) => slotsByDay(questionOf(ctx, calendar, days, service.content.professional.durationMinutes, false), days));
  return days.map(({ date }, i) => ({ day: date, slots: [...new Set(all.flatMap((lane) => lane[i]?.slots ?? []))].sort((a, b) => a - b) }));
}

/** The professional service's first free start, or null. */
export async function nextFreeProfessional(ctx: Context, serviceTypeId: string): Promise<number | null> {
  const service = await serviceTypeById(ctx, serviceTypeId);
  if (service?.state !== "active") return null;
  const first = [...(await nextFree(ctx, await activeLanes(ctx), service.content.professional.durationMinutes)).values()].filter((at): at is number => at !== null);
  return first.length ? Math.min(...first) : null;
}

/** Weekly hours and coming exceptions of one calendar, for its owner's screen. */
export async function calendarHours(ctx: Context, calendarId: string): Promise<{ weekly: (WeeklySpan & { id: string })[]; exceptions: (DayException & { id: string })[] }> {
  const { weeklySpan, dayException } = ctx.db.t;
  return {
    weekly: await ctx.db.select().from(weeklySpan).where(eq(weeklySpan.calendarId, calendarId)).orderBy(weeklySpan.weekday, weeklySpan.fromMinute),
    exceptions: await ctx.db.select().from(dayException).where(eq(dayException.calendarId, calendarId)).orderBy(dayException.date, dayException.fromMinute),
  };
}
