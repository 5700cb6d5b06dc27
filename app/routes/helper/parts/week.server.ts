import { openMinutes } from "#app/domain/availability/availability.ts";
import { calendarHours } from "#app/domain/availability/availability.queries.server.ts";
import { clockMinute, dateAt, type Day, daysFrom } from "#app/domain/availability/days.ts";
import { asMinutes, joined } from "#app/domain/availability/spans.ts";
import { helperRequests, helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import { importedBusy } from "#app/domain/calendars/imported.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { dateAfter, day as dayMs, hour, isDate } from "#app/domain/kernel/time.ts";
import { translator } from "#app/texts/registry.ts";
import type { TakenShown, WeekDay } from "./week.ts";
import { helperPath } from "./paths.ts";

const farthestDays = 366;

/** The seven days from the Monday on that belongs to a date; today's where the date is none or too far away. */
export function weekOf(ctx: Context, asked: string): { date: string; today: string; days: Day[] } {
  const { zone } = ctx.settings;
  const today = dateAt(zone, ctx.now);
  const isNear = isDate(asked) && Math.abs(Date.parse(asked) - Date.parse(today)) <= farthestDays * dayMs;
  const date = isNear ? asked : today;
  const monday = dateAfter(date, 1 - (new Date(date).getUTCDay() || 7));
  return { date, today, days: daysFrom(zone, Date.parse(monday) + 12 * hour, 7) };
}

/** A week of a helper's calendar, day by day: hours, and what takes time. */
export async function weekShown(ctx: Context, helperId: string, asked: string) {
  const { date, today, days } = weekOf(ctx, asked);
  const [from, until] = [days[0]?.startAt ?? ctx.now, days[6]?.endAt ?? ctx.now];
  const { weekly, exceptions, holidays } = await calendarHours(ctx, helperId);
  const visits = (await helperVisits(ctx, { from, until })).map((card) => ({ kind: "visit" as const, card }));
  const requests = (await helperRequests(ctx)).map((card) => ({ kind: "request" as const, card }));
  const busy = await importedBusy(ctx, [helperId], from, until);
  const t = translator(ctx.locale);
  const takenOn = (day: Day): TakenShown[] => [
    ...busy.filter(({ fromAt, untilAt }) => fromAt < day.endAt && untilAt > day.startAt).map(({ fromAt, untilAt }, i): TakenShown => ({ id: `busy-${i}`, kind: "busy", fromMinute: clockMinute(day, fromAt), untilMinute: clockMinute(day, untilAt), label: t("helper.times.busy"), to: null })),
    ...[...visits, ...requests]
      .filter(({ card }) => card.startsAt >= day.startAt && card.startsAt < day.endAt)
      .map(({ kind, card }): TakenShown => ({ id: card.id, kind, fromMinute: clockMinute(day, card.startsAt), untilMinute: clockMinute(day, card.endsAt), label: card.service.content.name[ctx.locale], to: helperPath(ctx.locale, `${kind === "visit" ? "visits" : "requests"}/${card.id}`) })),
  ];
  return {
    date,
    previous: dateAfter(date, -7),
    next: dateAfter(date, 7),
    isThisWeek: days.some((day) => day.date === today),
    days: days.map((day): WeekDay => {
      const holiday = holidays.find(({ fromDate, untilDate }) => fromDate <= day.date && day.date <= untilDate);
      return {
        date: day.date,
        at: Date.parse(day.date) + 12 * hour,
        state: day.date < today ? "past" : holiday ? "holiday" : "open",
        holiday: holiday?.name ?? "",
        isToday: day.date === today,
        spans: asMinutes(openMinutes(day, weekly, exceptions, holidays)),
        usual: asMinutes(joined(weekly.filter(({ weekday }) => weekday === day.weekday))),
        taken: takenOn(day),
      };
    }),
  };
}
