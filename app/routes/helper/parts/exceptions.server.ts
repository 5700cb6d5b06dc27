import { addException, removeException } from "#app/domain/availability/availability.commands.server.ts";
import type { DayException } from "#app/domain/availability/availability.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { type FormState, typedValues } from "#app/http/form.server.ts";
import { endMinute, minuteOfClock } from "./hours.ts";

const mostDays = 90;
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The date a number of days after another. */
const dateAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Reads one exception, a day or a range of days; without times it is whole days. */
export function readExceptions(ctx: Context, form: FormData): { ok: true; days: DayException[] } | { ok: false; state: FormState } {
  const field = (name: string) => String(form.get(name) ?? "").trim();
  const errors: FormState["errors"] = {};
  const [date, dateUntil, kind] = [field("date"), field("dateUntil") || field("date"), field("kind")];
  if (kind !== "closed" && kind !== "open") errors.kind = "errors.field.choice";
  if (!isDate(date)) errors.date = "errors.field.date";
  else if (date < dateAt(ctx.settings.zone, ctx.now)) errors.date = "helper.calendar.errorPast";
  const count = isDate(dateUntil) && isDate(date) ? (Date.parse(dateUntil) - Date.parse(date)) / 86_400_000 + 1 : Number.NaN;
  if (!errors.date && !(count >= 1 && count <= mostDays)) errors.dateUntil = "helper.calendar.errorRange";
  const fromMinute = field("from") ? minuteOfClock(field("from")) : 0;
  const untilMinute = field("until") ? endMinute(field("until")) : 1440;
  if (fromMinute === null) errors.from = "errors.field.time";
  if (untilMinute === null) errors.until = "errors.field.time";
  if (fromMinute !== null && untilMinute !== null && fromMinute >= untilMinute) errors.until = "helper.calendar.errorOrder";
  if (Object.keys(errors).length) return { ok: false, state: { values: typedValues(form), errors } };
  return { ok: true, days: Array.from({ length: count }, (_, i) => ({ date: dateAfter(date, i), kind: kind as DayException["kind"], fromMinute: fromMinute ?? 0, untilMinute: untilMinute ?? 1440 })) };
}

/** Enters all days or none; the same exception entered again is left as it is. */
export const addExceptions = (ctx: Context, calendarId: string, days: readonly DayException[], known: readonly DayException[]): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    for (const day of days) {
      if (known.some((each) => each.date === day.date && each.kind === day.kind && each.fromMinute === day.fromMinute && each.untilMinute === day.untilMinute)) continue;
      const added = await addException(tx, calendarId, day);
      if (!added.ok) return added;
    }
    return ok(null);
  });

export const removeExceptions = (ctx: Context, ids: readonly string[]): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    for (const id of ids.slice(0, mostDays)) {
      const removed = await removeException(tx, id);
      if (!removed.ok) return removed;
    }
    return ok(null);
  });

export type ExceptionShown = { ids: string[]; from: string; until: string; kind: DayException["kind"]; fromMinute: number; untilMinute: number };

/** Exceptions that are still to come; days in a row that say the same are one line. */
export function exceptionsShown(ctx: Context, rows: readonly (DayException & { id: string })[]): ExceptionShown[] {
  const today = dateAt(ctx.settings.zone, ctx.now);
  const shown: ExceptionShown[] = [];
  for (const { id, date, kind, fromMinute, untilMinute } of rows) {
    if (date < today) continue;
    const before = shown.find((each) => dateAfter(each.until, 1) === date && each.kind === kind && each.fromMinute === fromMinute && each.untilMinute === untilMinute);
    if (before) Object.assign(before, { until: date, ids: [...before.ids, id] });
    else shown.push({ ids: [id], from: date, until: date, kind, fromMinute, untilMinute });
  }
  return shown;
}
