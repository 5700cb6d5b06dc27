import { openMinutes, rangeOf } from "#app/domain/availability/availability.ts";
import { type CalendarHours, calendarRules } from "#app/domain/availability/availability.queries.server.ts";
import { daysFrom, minuteOf } from "#app/domain/availability/days.ts";
import { helperRequests, helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import { importedBusy } from "#app/domain/calendars/imported.queries.server.ts";
import { merge } from "#app/domain/calendars/spans.ts";
import type { HelperRow } from "#app/domain/helper/helper.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { minute } from "#app/domain/kernel/time.ts";
import { listingsOf } from "#app/domain/listing/listing.queries.server.ts";

type Span = { from: number; until: number };
type Shown = { startsAt: number; endsAt: number } & ({ kind: "free" } | { kind: "busy" } | { kind: "visit" | "request"; id: string; service: string });
export type DayShown = {
  /** Midnight, UTC milliseconds. */
  at: number;
  date: string;
  /** Hours are entered at all. */
  isOpen: boolean;
  /** What is promised, asked for, taken by other calendars and free, in the order of the clock. */
  spans: Shown[];
};

/** The next two weeks: what is promised or asked for, and what is still free around it, both buffers kept; a gap too short for any offer is not free. */
export async function fortnight(ctx: Context, helper: HelperRow, { weekly, exceptions, holidays }: CalendarHours): Promise<DayShown[]> {
  const { settings, now } = ctx;
  const { rules } = await calendarRules(ctx, helper.id);
  const days = daysFrom(settings.zone, now, 14);
  const [first, last] = [days[0]?.startAt ?? now, days[days.length - 1]?.endAt ?? now];
  const visits = (await helperVisits(ctx, { from: first, until: last })).map((card) => ({ kind: "visit" as const, card }));
  const requests = (await helperRequests(ctx)).map((card) => ({ kind: "request" as const, card }));
  const shortest = Math.min(...(await listingsOf(ctx, helper.id)).map(({ type }) => type.content.durationMinutes)) * minute;
  const all = [...visits, ...requests].sort((a, b) => a.card.startsAt - b.card.startsAt);
  const imported = merge(await importedBusy(ctx, [helper.id], first, last));
  return days.map((day) => {
    const today = all.filter(({ card }) => card.startsAt >= day.startAt && card.startsAt < day.endAt);
    const open = openMinutes(day, weekly, exceptions, holidays).map(([from, until]): Span => ({ from: Math.max(minuteOf(day, from), now), until: minuteOf(day, until) })).filter(({ from, until }) => until > from);
    const blocked = [...all.map(({ card }) => rangeOf(card.startsAt, card.endsAt, rules)), ...imported];
    const free = blocked.reduce<Span[]>((spans, span) => spans.flatMap((each) => without(each, span)), open).filter(({ from, until }) => shortest === Infinity || until - from >= shortest);
    const elsewhere = imported.map(({ fromAt, untilAt }): Span => ({ from: Math.max(fromAt, day.startAt), until: Math.min(untilAt, day.endAt) })).filter(({ from, until }) => until > from);
    const taken = today.map(({ kind, card }) => ({ kind, id: card.id, startsAt: card.startsAt, endsAt: card.endsAt, service: card.service.content.name[ctx.locale] }));
    const shown = (kind: "free" | "busy", spans: readonly Span[]) => spans.map(({ from, until }) => ({ kind, startsAt: from, endsAt: until }));
    return {
      at: day.startAt,
      date: day.date,
      isOpen: open.length > 0,
      spans: [...(helper.pausedAt === null ? shown("free", free) : []), ...(open.length ? shown("busy", elsewhere) : []), ...taken].sort((a, b) => a.startsAt - b.startsAt),
    };
  });
}

function without({ from, until }: Span, { fromAt, untilAt }: { fromAt: number; untilAt: number }): Span[] {
  const rest: Span[] = [{ from, until: Math.min(until, fromAt) }, { from: Math.max(from, untilAt), until }];
  return untilAt <= from || fromAt >= until ? [{ from, until }] : rest.filter((span) => span.until > span.from);
}
