import { and, eq, gt, gte, inArray, isNull, lt, or } from "drizzle-orm";
import { keptQuery } from "#db/kept-query.ts";
import { importedBusy } from "../calendars/imported.queries.server.ts";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";
import { day as dayMs } from "../kernel/time.ts";
import type { DayException, Holiday, SlotQuestion, Taken, WeeklySpan } from "./availability.ts";
import { dateAt } from "./days.ts";
import { laneRules, noOwnRules, type OwnRules, rulesOf, type SlotRules } from "./rules.ts";
import type { Point } from "./travel.ts";

/** Everything about one calendar that its slots depend on. */
export type Calendar = { weekly: WeeklySpan[]; exceptions: DayException[]; holidays: Holiday[]; occupied: TakenRow[]; rules: SlotRules; endsAt: number | null; publicPoint: Point | null; mayBeInstant: boolean };

const group = <T extends { calendarId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const byId = new Map<string, T[]>();
  for (const row of rows) {
    const list = byId.get(row.calendarId);
    if (list) list.push(row);
    else byId.set(row.calendarId, [row]);
  }
  return byId;
};

/** The rules that a calendar follows now. */
export async function rulesNow(ctx: Context, calendarId: string): Promise<SlotRules> {
  const { lane, calendarRule } = ctx.db.t;
  const [found] = await ctx.db.select({ waitDays: lane.waitDays }).from(lane).where(eq(lane.id, calendarId));
  if (found) return laneRules(ctx.settings.policy, found.waitDays);
  const [own] = await ctx.db.select().from(calendarRule).where(eq(calendarRule.calendarId, calendarId));
  return rulesOf(ctx.settings.policy, own);
}

/** How long before now something may have begun that still counts: the rest of a week. */
const lookBackMs = 8 * dayMs;

/** The calendars that can be booked at all, in seven queries however many are asked for, with what is taken until the horizon or a later moment. A paused or suspended helper has none. */
export async function loadCalendars(ctx: Context, ids: readonly string[], untilAt = 0): Promise<Map<string, Calendar>> {
  const { policy, zone } = ctx.settings;
  const wanted = [...new Set(ids)];
  const found = new Map<string, Calendar>();
  if (wanted.length === 0) return found;
  const helpers = await servingHelpers(ctx.db, { ids: wanted });
  const lanes = helpers.length === wanted.length ? [] : await lanesAmong(ctx.db, { ids: wanted });
  const open = [...helpers, ...lanes].map(({ id }) => id);
  if (open.length === 0) return found;
  const today = dateAt(zone, ctx.now);
  const spans = group(await weeklySpans(ctx.db, { ids: open }));
  const exceptions = group(await exceptionsFrom(ctx.db, { ids: open, today }));
  const holidays = group(await holidaysFrom(ctx.db, { ids: open, today }));
  const [from, until] = [ctx.now - lookBackMs, Math.max(ctx.now + policy.horizonDays * dayMs, untilAt) + 8 * dayMs];
  const occupied = group(await takenOf(ctx, open, from, until));
  const calendar = (id: string, rules: SlotRules, endsAt: number | null, publicPoint: Point | null, mayBeInstant: boolean) =>
    found.set(id, { weekly: spans.get(id) ?? [], exceptions: exceptions.get(id) ?? [], holidays: holidays.get(id) ?? [], occupied: occupied.get(id) ?? [], rules, endsAt, publicPoint, mayBeInstant });
  for (const { id, endsAt, lat, lng, visitsClosed, own: set } of helpers) calendar(id, rulesOf(policy, set ?? noOwnRules), endsAt, lat === null || lng === null ? null : { lat, lng }, visitsClosed >= policy.probationVisits);
  for (const { id, waitDays } of lanes) calendar(id, laneRules(policy, waitDays), null, null, false);
  return found;
}

const servingHelpers = keptQuery<{ ids: readonly string[] }, { id: string; endsAt: number | null; lat: number | null; lng: number | null; visitsClosed: number; own: OwnRules | null }>((db, value) => {
  const { helper, calendarRule } = db.t;
  return db
    .select({ id: helper.id, endsAt: helper.endsAt, lat: helper.publicLat, lng: helper.publicLng, visitsClosed: helper.visitsClosed, own: calendarRule })
    .from(helper)
    .leftJoin(calendarRule, eq(calendarRule.calendarId, helper.id))
    .where(and(db.among(helper.id, value("ids")), inArray(helper.state, [...servingStates]), isNull(helper.pausedAt)));
});
const lanesAmong = keptQuery<{ ids: readonly string[] }, { id: string; waitDays: number }>((db, value) => {
  const { lane } = db.t;
  return db.select({ id: lane.id, waitDays: lane.waitDays }).from(lane).where(and(db.among(lane.id, value("ids")), eq(lane.state, "active")));
});
const weeklySpans = keptQuery<{ ids: readonly string[] }, WeeklySpan & { calendarId: string }>((db, value) => {
  const { weeklySpan } = db.t;
  return db.select({ calendarId: weeklySpan.calendarId, weekday: weeklySpan.weekday, fromMinute: weeklySpan.fromMinute, untilMinute: weeklySpan.untilMinute }).from(weeklySpan).where(db.among(weeklySpan.calendarId, value("ids")));
});
const exceptionsFrom = keptQuery<{ ids: readonly string[]; today: string }, DayException & { calendarId: string }>((db, value) => {
  const { dayException } = db.t;
  return db.select().from(dayException).where(and(db.among(dayException.calendarId, value("ids")), gte(dayException.date, value("today"))));
});
const holidaysFrom = keptQuery<{ ids: readonly string[]; today: string }, Holiday & { calendarId: string }>((db, value) => {
  const { holiday } = db.t;
  return db.select().from(holiday).where(and(db.among(holiday.calendarId, value("ids")), gte(holiday.untilDate, value("today"))));
});

/** `expiresAt` is when a hold ends by itself. */
type TakenRow = Taken & { calendarId: string; bookingId: string | null; expiresAt: number | null };

/** Whatever takes time in some calendars between two moments; a hold that is over takes none. */
export async function takenOf(ctx: Context, ids: readonly string[], from: number, until: number): Promise<TakenRow[]> {
  const rows = await occupied(ctx.db, { ids, from, until, now: ctx.now });
  const imported = await importedBusy(ctx, ids, from, until);
  const ours = rows.map(({ calendarId, fromAt, untilAt, bookingId, visitFromAt, visitUntilAt, lat, lng, expiresAt }) => ({
    calendarId,
    expiresAt,
    bookingId,
    fromAt,
    untilAt,
    visit: bookingId === null ? null : { fromAt: visitFromAt ?? fromAt, untilAt: visitUntilAt ?? untilAt },
    at: lat === null || lng === null ? null : { lat, lng },
  }));
  return [...ours, ...imported.map((row) => ({ ...row, visit: null, at: null, expiresAt: null }))];
}

type Occupied = { calendarId: string; fromAt: number; untilAt: number; bookingId: string | null; visitFromAt: number | null; visitUntilAt: number | null; lat: number | null; lng: number | null; expiresAt: number | null };
const occupied = keptQuery<{ ids: readonly string[]; from: number; until: number; now: number }, Occupied>((db, value) => {
  const { occupancy } = db.t;
  return db
    .select({ calendarId: occupancy.calendarId, fromAt: occupancy.fromAt, untilAt: occupancy.untilAt, bookingId: occupancy.bookingId, visitFromAt: occupancy.visitFromAt, visitUntilAt: occupancy.visitUntilAt, lat: occupancy.lat, lng: occupancy.lng, expiresAt: occupancy.expiresAt })
    .from(occupancy)
    .where(and(db.among(occupancy.calendarId, value("ids")), gt(occupancy.untilAt, value("from")), lt(occupancy.fromAt, value("until")), or(isNull(occupancy.expiresAt), gt(occupancy.expiresAt, value("now")))));
});

/**
 * What is asked about a slot: how long, whether at once, where (null counts no way, absent is the helper's public point),
 * which bookings' own times do not stand in its way, how soon it may be (absent is the calendar's own lead time),
 * and whether holds are looked through, as a lower bound must: they end by themselves, without a word to anybody.
 */
export type Asked = { durationMinutes: number; instant?: boolean; at?: Point | null; ignore?: string | readonly string[]; leadMinutes?: number; throughHolds?: boolean };

export function questionOf(ctx: Context, { weekly, exceptions, holidays, occupied, rules: own, endsAt, publicPoint, mayBeInstant }: Calendar, { durationMinutes, instant = false, at = publicPoint, ignore, leadMinutes, throughHolds = false }: Asked): SlotQuestion {
  const rules = leadMinutes === undefined ? own : { ...own, leadMinutes, instantLeadMinutes: leadMinutes };
  const ignored = typeof ignore === "string" ? [ignore] : (ignore ?? []);
  const inTheWay = ignored.length === 0 && !throughHolds ? occupied : occupied.filter(({ bookingId, expiresAt }) => (bookingId === null || !ignored.includes(bookingId)) && !(throughHolds && expiresAt !== null));
  return { weekly, exceptions, holidays, endsAt, rules, occupied: inTheWay, durationMinutes, now: ctx.now, instant: instant && mayBeInstant, zone: ctx.settings.zone, at };
}
