import { Form } from "@remix-run/react";
import type { HolidayRow } from "#app/domain/availability/availability.queries.server.ts";
import type { FormState } from "#app/http/form.server.ts";
import { formatDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Disclosure, Icon, Muted, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { X } from "#app/ui/icons.ts";
import { Problems, useForm } from "./screen.tsx";

/** Holidays that are still to come, with the visits that stand in them, and a form for more. */
export function Holidays({ rows, state, today }: { rows: readonly (HolidayRow & { visits: number })[]; state: FormState | undefined; today: string }) {
  const t = useT();
  const locale = useLocale();
  const { typed, error } = useForm(state);
  const day = (date: string) => formatDay(Date.parse(`${date}T12:00:00Z`), locale);
  const field = (name: string) => ({ name, defaultValue: typed(name, ""), error: error(name) });
  return (
    <Stack gap={4}>
      {rows.length === 0 ? <Muted>{t("helper.times.noHolidays")}</Muted> : (
        <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map(({ id, name, fromDate, untilDate, visits }) => {
            const dates = fromDate === untilDate ? day(fromDate) : t("helper.units.fromTo", { from: day(fromDate), until: day(untilDate) });
            return (
              <li key={id} className="grid gap-1 px-4 py-2">
                <div className="flex items-center gap-3">
                  <span className="min-w-0 flex-1"><span className="block font-medium">{name || t("helper.times.holiday")}</span><span className="block text-sm text-muted">{dates}</span></span>
                  <Form method="post" action="#holidays">
                    <input type="hidden" name="id" value={id} />
                    <button type="submit" name="intent" value="removeHoliday" className="q-button q-quiet q-small" aria-label={t("helper.times.removeHolidayOf", { dates })}><Icon icon={X} size={18} /><span>{t("helper.calendar.remove")}</span></button>
                  </Form>
                </div>
                {visits > 0 ? <p className="text-sm text-warn">{t("helper.times.visitsInHoliday", { count: visits })}</p> : null}
              </li>
            );
          })}
        </ul>
      )}
      <Disclosure summary={t("helper.times.addHoliday")} open={state !== undefined}>
        <Form method="post" action="#holidays" noValidate>
          <Stack gap={4}>
            <Problems state={state} />
            <TextField {...field("name")} label={t("helper.times.holidayName")} optional={t("common.optional")} hint={t("helper.times.holidayNameHint")} maxLength={60} />
            <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
              <TextField {...field("fromDate")} type="date" min={today} label={t("helper.times.holidayFrom")} required />
              <TextField {...field("untilDate")} type="date" min={today} label={t("helper.times.holidayUntil")} required />
            </div>
            <div><SubmitButton name="intent" value="holiday" variant="secondary" pendingLabel={t("common.sending")}>{t("helper.times.addHoliday")}</SubmitButton></div>
          </Stack>
        </Form>
      </Disclosure>
    </Stack>
  );
}
