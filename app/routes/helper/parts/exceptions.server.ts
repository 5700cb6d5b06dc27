import type { DayException } from "#app/domain/availability/availability.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { readExceptionDays } from "#app/domain/availability/exceptions.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { type FormState, typedValues } from "#app/http/form.server.ts";

const problems = { past: "helper.calendar.errorPast", range: "helper.calendar.errorRange", order: "helper.calendar.errorOrder" };

/** Reads the calendar's form of exceptions, a day or a range of days. */
export function readExceptions(ctx: Context, form: FormData): { ok: true; days: DayException[] } | { ok: false; state: FormState } {
  const field = (name: string) => String(form.get(name) ?? "").trim();
  const typed = { date: field("date"), dateUntil: field("dateUntil"), kind: field("kind"), from: field("from"), until: field("until") };
  const read = readExceptionDays(typed, dateAt(ctx.settings.zone, ctx.now), problems);
  return read.ok ? read : { ok: false, state: { values: typedValues(form), errors: read.errors } };
}
