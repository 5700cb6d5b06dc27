import type { CalendarHours } from "#app/domain/availability/availability.queries.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { addHoliday } from "#app/domain/availability/rules.commands.server.ts";
import { holidaySchema } from "#app/domain/availability/rules.schema.ts";
import { helperVisits } from "#app/domain/booking/lists.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { day } from "#app/domain/kernel/time.ts";
import { answer } from "#app/http/answer.server.ts";
import { type FormState, readForm } from "#app/http/form.server.ts";

/** Holidays with the promised visits that lie in them: these are said, never dropped. */
export async function holidaysShown(ctx: Context, { holidays }: Pick<CalendarHours, "holidays">) {
  if (holidays.length === 0) return [];
  const dates = (await helperVisits(ctx, { from: ctx.now, until: ctx.now + 366 * day })).map(({ startsAt }) => dateAt(ctx.settings.zone, startsAt));
  return holidays.map((row) => ({ ...row, visits: dates.filter((date) => row.fromDate <= date && date <= row.untilDate).length }));
}

/** Enters holidays from the form; the state to mend it, or nothing. */
export async function enterHoliday(ctx: Context, helperId: string, form: FormData): Promise<FormState | null> {
  const read = readForm(form, holidaySchema);
  if (!read.ok) return read.state;
  const today = dateAt(ctx.settings.zone, ctx.now);
  if (read.value.fromDate < today) return { values: read.values, errors: { fromDate: "helper.calendar.errorPast" } };
  const added = await addHoliday(ctx, helperId, read.value);
  if (!added.ok && added.refusal === "invalid") return { values: read.values, errors: { untilDate: "helper.times.errorHoliday" } };
  answer(added);
  return null;
}
