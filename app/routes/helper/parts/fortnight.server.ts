import { openMinutes, rangeOf } from "#app/domain/availability/availability.ts";
import { type CalendarHours, calendarRules } from "#app/domain/availability/availability.queries.server.ts";
import { daysFrom, minuteOf } from "#app/domain/availability/days.ts";
import { helperRequests, helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import { importedBusy } from "#app/domain/calendars/imported.queries.server.ts";
import { merge } from "#app/domain/calendars/spans.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { minute } from "#app/domain/kernel/time.ts";

type Span = { from: number; until: number };
export type DayShown = {
  /** Midnight, UTC milliseconds. */
  at: number;
  date: string;
  /** Hours are entered at all. */
  isOpen: boolean;
  free: Span[];
  /** What the helper's other calendars take. */
  busy: Span[];
  taken: { id: string; kind: "visit" | "request"; startsAt: number; endsAt: number; service: string; reference: string }[];
};

/** A shorter rest between two visits is no time that anybody could book. */
const shortest = 30 * minute;

/** The next two weeks: what is promised or asked for, and what is still free around it, both buffers kept. */
export async function fortnight(ctx: Context, helperId: string, { weekly, exceptions, holidays }: CalendarHours, isPaused: boolean): Promise<DayShown[]> {
  const { settings, now } = ctx;
  const { rules } = await calendarRules(ctx, helperId);
  const days = daysFrom(settings.zone, now, 14);
  const [first, last] = [days[0]?.startAt ?? now, days[days.length - 1]?.endAt ?? now];
  const visits = (await helperVisits(ctx, { from: first, until: last })).map((card) => ({ kind: "visit" as const, card }));
  const requests = (await helperRequests(ctx)).map((card) => ({ kind: "request" as const, card }));
  const all = [...visits, ...requests].sort((a, b) => a.card.startsAt - b.card.startsAt);
  const imported = merge(await importedBusy(ctx, [helperId], first, last));
  return days.map((day) => {
    const today = all.filter(({ card }) => card.startsAt >= day.startAt && card.startsAt < day.endAt);
    const open = openMinutes(day, weekly, exceptions, holidays).map(([from, until]): Span => ({ from: Math.max(minuteOf(day, from), now), until: minuteOf(day, until) })).filter(({ from, until }) => until > from);
    const blocked = [...all.map(({ card }) => rangeOf(card.startsAt, card.endsAt, rules)), ...imported];
    return {
      at: day.startAt,
      date: day.date,
      isOpen: open.length > 0,
      free: isPaused ? [] : blocked.reduce<Span[]>((free, taken) => free.flatMap((span) => without(span, taken)), open).filter(({ from, until }) => until - from >= shortest),
      busy: imported.map(({ fromAt, untilAt }): Span => ({ from: Math.max(fromAt, day.startAt), until: Math.min(untilAt, day.endAt) })).filter(({ from, until }) => until > from),
      taken: today.map(({ kind, card }) => ({ id: card.id, kind, startsAt: card.startsAt, endsAt: card.endsAt, service: card.service.content.name[ctx.locale], reference: card.reference })),
    };
  });
}

function without({ from, until }: Span, { fromAt, untilAt }: { fromAt: number; untilAt: number }): Span[] {
  const rest: Span[] = [{ from, until: Math.min(until, fromAt) }, { from: Math.max(from, untilAt), until }];
  return untilAt <= from || fromAt >= until ? [{ from, until }] : rest.filter((span) => span.until > span.from);
}
