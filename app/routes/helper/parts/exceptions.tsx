import { Form } from "@remix-run/react";
import { X } from "#app/ui/icons.ts";
import type { ExceptionShown } from "#app/domain/availability/exceptions.ts";
import type { FormState } from "#app/http/form.server.ts";
import { formatDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Disclosure, Icon, Muted, RadioGroup, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { clockOf } from "./hours.ts";
import { Problems, useForm } from "./screen.tsx";

/** Days that differ from the week: a list, and a form for one more. */
export function Exceptions({ rows, state, today }: { rows: readonly ExceptionShown[]; state: FormState | undefined; today: string }) {
  const t = useT();
  return (
    <Stack gap={4}>
      {rows.length ? <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">{rows.map((row) => <Row key={row.ids[0]} row={row} />)}</ul> : <Muted>{t("helper.calendar.noExceptions")}</Muted>}
      <Disclosure summary={t("helper.calendar.addException")} open={state !== undefined}>
        <ExceptionForm state={state} today={today} />
      </Disclosure>
    </Stack>
  );
}

function Row({ row }: { row: ExceptionShown }) {
  const t = useT();
  const locale = useLocale();
  const { ids, date, until, kind, fromMinute, untilMinute } = row;
  const day = (date: string) => formatDay(Date.parse(`${date}T12:00:00Z`), locale);
  const dates = date === until ? day(date) : t("helper.units.fromTo", { from: day(date), until: day(until) });
  const time = fromMinute === 0 && untilMinute === 1440 ? t("helper.calendar.allDay") : t("helper.units.fromTo", { from: clockOf(fromMinute), until: clockOf(untilMinute) });
  return (
    <li className="flex items-center gap-3 px-4 py-2">
      <span className="min-w-0 flex-1"><span className="block font-medium">{dates}</span><span className="block text-sm text-muted">{t(kind === "closed" ? "helper.calendar.closedWord" : "helper.calendar.openWord")}, {time}</span></span>
      <Form method="post" action="#exceptions">
        {ids.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
        <button type="submit" name="intent" value="remove" className="q-button q-quiet q-small" aria-label={t("helper.calendar.removeOf", { date: dates })}><Icon icon={X} size={18} /><span>{t("helper.calendar.remove")}</span></button>
      </Form>
    </li>
  );
}

function ExceptionForm({ state, today }: { state: FormState | undefined; today: string }) {
  const t = useT();
  const { typed, error } = useForm(state);
  const field = (name: string) => ({ name, defaultValue: typed(name, ""), error: error(name) });
  return (
    <Form method="post" action="#exceptions" noValidate>
      <Stack gap={4}>
        <Problems state={state} />
        <RadioGroup name="kind" label={t("helper.calendar.kind")} defaultValue={typed("kind", "closed")} error={error("kind")} options={[{ value: "closed", label: t("helper.calendar.kindClosed") }, { value: "open", label: t("helper.calendar.kindOpen") }]} />
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          <TextField {...field("date")} type="date" min={today} label={t("helper.calendar.date")} required />
          <TextField {...field("dateUntil")} type="date" min={today} label={t("helper.calendar.dateUntil")} optional={t("common.optional")} hint={t("helper.calendar.dateUntilHint")} />
        </div>
        <div className="grid grid-cols-2 gap-4">
          <TextField {...field("from")} type="time" label={t("helper.calendar.timeFrom")} />
          <TextField {...field("until")} type="time" label={t("helper.calendar.timeUntil")} />
        </div>
        <Muted>{t("helper.calendar.timeHint")}</Muted>
        <div><SubmitButton name="intent" value="exception" variant="secondary" pendingLabel={t("common.sending")}>{t("helper.calendar.addException")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
