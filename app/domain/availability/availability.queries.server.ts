import { and, eq, gt, gte, inArray, isNull } from "drizzle-orm";
import { keptQuery } from "#db/kept-query.ts";
import { offerPrice } from "../booking/hourly.ts";
import { serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";
import { type DayException, daysAsked, firstSlot, slotsByDay, type WeeklySpan } from "./availability.ts";
import { type Calendar, loadCalendars, questionOf } from "./calendars.server.ts";
import { dateAt, type Day, daysFrom } from "./days.ts";
import { noOwnRules, type OwnRules, rulesOf, type SlotRules } from "./rules.ts";
import type { Point } from "./travel.ts";

export type DaySlots = { day: string; slots: number[] };
/** `from` is any moment of the first day, `at` where the visit would be, `ignore` the bookings whose own times are not in the way, `leadMinutes` how soon it may be. */
export type Span = { days?: number; from?: number; instant?: boolean; at?: Point | null; ignore?: string | readonly string[]; leadMinutes?: number };

const horizonOf = (ctx: Context, { days, from }: Span = {}): Day[] =>
  daysAsked({ zone: ctx.settings.zone, now: ctx.now, rules: ctx.settings.policy, ...(from !== undefined && { from }), ...(days !== undefined && { days }) });
/** A helper's own horizon may end sooner than the company's. */
const within = (ctx: Context, days: readonly Day[], { rules }: Calendar, horizon: readonly Day[]): Day[] => {
  if (rules.horizonDays >= ctx.settings.policy.horizonDays) return [...days];
  const end = horizon[rules.horizonDays - 1]?.endAt ?? 0;
  return days.filter(({ startAt }) => startAt < end);
};

/** Free starts of one calendar by day. A calendar that cannot be booked has none. */
export async function slotsFor(ctx: Context, calendarId: string, durationMinutes: number, span: Span = {}): Promise<DaySlots[]> {
  const days = horizonOf(ctx, span);
  const calendar = (await loadCalendars(ctx, [calendarId])).get(calendarId);
  if (!calendar) return days.map(({ date }) => ({ day: date, slots: [] }));
  const { instant, at, ignore, leadMinutes } = span;
  const asked = { durationMinutes, ...(instant !== undefined && { instant }), ...(at !== undefined && { at }), ...(ignore !== undefined && { ignore }), ...(leadMinutes !== undefined && { leadMinutes }) };
  const open = new Set(within(ctx, days, calendar, horizonOf(ctx)).map(({ date }) => date));
  return slotsByDay(questionOf(ctx, calendar, asked), days).map(({ day, slots }) => ({ day, slots: open.has(day) ? slots : [] }));
}

/** Whether a visit can begin then: asked of the very slots that screens show. */
export const isFree = async (ctx: Context, calendarId: string, startsAt: number, durationMinutes: number, span: Omit<Span, "days" | "from"> = {}): Promise<boolean> =>
  Number.isSafeInteger(startsAt) && (await slotsFor(ctx, calendarId, durationMinutes, { ...span, from: startsAt, days: 1 })).some(({ slots }) => slots.includes(startsAt));

/**
 * Free starts on the very days that hold some moments (in rising order, on different days), however far ahead: hours, limits, visits and
 * imported calendars count, the horizon does not. What a series asks; for anything else `slotsFor` holds.
 */
export async function slotsOnDays(ctx: Context, calendarId: string, durationMinutes: number, moments: readonly number[], asked: Pick<Span, "instant" | "at" | "ignore"> = {}): Promise<number[][]> {
  const days = moments.flatMap((at) => daysFrom(ctx.settings.zone, at, 1));
  const calendar = (await loadCalendars(ctx, [calendarId], days[days.length - 1]?.endAt)).get(calendarId);
  return calendar ? slotsByDay(questionOf(ctx, calendar, { durationMinutes, ...asked }), days).map(({ slots }) => slots) : days.map(() => []);
}

/** `instant` names the calendars that may be booked at once, or says it of all. */
type Many = { durationMinutes: number; instant?: boolean | ReadonlySet<string>; at?: Point | null; throughHolds?: boolean };

/** The next free start of each calendar, or null; the same few queries for one or for a page of them. Spans narrow the starts: what a search for a day and a time asks. */
export async function nextFree(ctx: Context, calendarIds: readonly string[], asked: Many, spans: readonly { from: number; until: number }[] | null = null): Promise<Map<string, number | null>> {
  return freeOf(ctx, await loadCalendars(ctx, calendarIds), calendarIds, asked, spans);
}

/** The next free start of each calendar, and the first of the professional service: what a page of results asks, in hardly more queries than one calendar. */
export async function nextFreeBeside(ctx: Context, calendarIds: readonly string[], asked: Many, professionalMinutes: number): Promise<{ free: Map<string, number | null>; professionalFreeAt: number | null }> {
  const lanes = await activeLanes(ctx);
  const calendars = await loadCalendars(ctx, [...calendarIds, ...lanes]);
  return { free: freeOf(ctx, calendars, calendarIds, asked, null), professionalFreeAt: first(freeOf(ctx, calendars, lanes, { durationMinutes: professionalMinutes }, null)) };
}

const first = (free: ReadonlyMap<string, number | null>): number | null => [...free.values()].reduce((soonest, at) => (at !== null && (soonest === null || at < soonest) ? at : soonest), null);

function freeOf(ctx: Context, calendars: ReadonlyMap<string, Calendar>, calendarIds: readonly string[], { instant = false, ...asked }: Many, spans: readonly { from: number; until: number }[] | null): Map<string, number | null> {
  const horizon = horizonOf(ctx);
  const days = spans ? horizon.filter(({ startAt, endAt }) => spans.some(({ from, until }) => from < endAt && until > startAt)) : horizon;
  const isAsked = (at: number) => !spans || spans.some(({ from, until }) => at >= from && at < until);
  return new Map(
    calendarIds.map((id) => {
      const calendar = calendars.get(id);
      const isInstant = typeof instant === "boolean" ? instant : instant.has(id);
      return [id, calendar ? firstSlot(questionOf(ctx, calendar, { ...asked, instant: isInstant }), within(ctx, days, calendar, horizon), horizon, isAsked) : null];
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

/** Free starts of a listing, for the cap of one that is paid by the hour; null when it is not offered. */
export async function slotsForListing(ctx: Context, listingId: string, { capMinutes, ...span }: Omit<Span, "instant"> & { capMinutes?: number | null } = {}): Promise<DaySlots[] | null> {
  const offer = await bookableListing(ctx, listingId);
  const { content } = offer?.service ?? {};
  return offer && content ? slotsFor(ctx, offer.helper.id, offerPrice(0, content, capMinutes).durationMinutes, { ...span, instant: offer.instant }) : null;
}

/** Lanes of the professional service, in the order they are filled. */
export async function activeLanes(ctx: Context): Promise<string[]> {
  return (await lanesInOrder(ctx.db, {})).map(({ id }) => id);
}
const lanesInOrder = keptQuery<Record<string, never>, { id: string }>((db) => {
  const { lane } = db.t;
  return db.select({ id: lane.id }).from(lane).where(eq(lane.state, "active")).orderBy(lane.name, lane.id);
});

/** Free starts of the professional service: a time is free when a lane is. */
export async function slotsForProfessional(ctx: Context, serviceTypeId: string, span: Omit<Span, "instant" | "at"> = {}): Promise<DaySlots[] | null> {
  const service = await serviceTypeById(ctx, serviceTypeId);
  if (service?.state !== "active") return null;
  const days = horizonOf(ctx, span);
  const calendars = await loadCalendars(ctx, await activeLanes(ctx));
  const asked = { durationMinutes: service.content.professional.durationMinutes, ...(span.ignore !== undefined && { ignore: span.ignore }) };
  const all = [...calendars.values()].map((calendar) => slotsByDay(questionOf(ctx, calendar, asked), days));
  return days.map(({ date }, i) => ({ day: date, slots: [...new Set(all.flatMap((lane) => lane[i]?.slots ?? []))].sort((a, b) => a - b) }));
}

/** The professional service's first free start, or null. */
export async function nextFreeProfessional(ctx: Context, serviceTypeId: string): Promise<number | null> {
  const service = await serviceTypeById(ctx, serviceTypeId);
  if (service?.state !== "active") return null;
  return first(await nextFree(ctx, await activeLanes(ctx), { durationMinutes: service.content.professional.durationMinutes }));
}

export type HolidayRow = { id: string; name: string; fromDate: string; untilDate: string };
export type CalendarHours = { weekly: (WeeklySpan & { id: string })[]; exceptions: (DayException & { id: string })[]; holidays: HolidayRow[] };

/** Weekly hours, exceptions and holidays that are not over, of one calendar, for its owner's screen. */
export async function calendarHours(ctx: Context, calendarId: string): Promise<CalendarHours> {
  const { weeklySpan, dayException, holiday } = ctx.db.t;
  return {
    weekly: await ctx.db.select().from(weeklySpan).where(eq(weeklySpan.calendarId, calendarId)).orderBy(weeklySpan.weekday, weeklySpan.fromMinute),
    exceptions: await ctx.db.select().from(dayException).where(eq(dayException.calendarId, calendarId)).orderBy(dayException.date, dayException.fromMinute),
    holidays: await ctx.db.select({ id: holiday.id, name: holiday.name, fromDate: holiday.fromDate, untilDate: holiday.untilDate }).from(holiday).where(and(eq(holiday.calendarId, calendarId), gte(holiday.untilDate, dateAt(ctx.settings.zone, ctx.now)))).orderBy(holiday.fromDate, holiday.id),
  };
}

/** What a helper has set for their own calendar, and the rules that follow from it and the company's policy. */
export async function calendarRules(ctx: Context, calendarId: string): Promise<{ own: OwnRules; rules: SlotRules }> {
  const { calendarRule } = ctx.db.t;
  const [row] = await ctx.db.select().from(calendarRule).where(eq(calendarRule.calendarId, calendarId));
  const { calendarId: _id, updatedAt: _at, ...own } = row ?? { ...noOwnRules, calendarId, updatedAt: 0 };
  return { own, rules: rulesOf(ctx.settings.policy, own) };
}
