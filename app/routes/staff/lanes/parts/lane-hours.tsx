import { Form } from "@remix-run/react";
import type { WeeklySpan } from "#app/domain/availability/availability.ts";
import type { ExceptionShown } from "#app/domain/availability/exceptions.ts";
import { spansText } from "#app/domain/availability/hours.text.ts";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, Disclosure, ErrorSummary, Muted, RadioGroup, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { weekdays } from "../../helpers/parts/hours.tsx";

/** The week as seven lines that one types: quicker at a desk than twenty time fields. */
export function WeekForm({ weekly, state }: { weekly: WeeklySpan[]; state: FormState | undefined }) {
  const t = useT();
  return (
    <Form method="post" noValidate>
      <Stack gap={3}>
        <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t)} />
        <Muted>{t("staffHelpers.lanes.weeklyHint")}</Muted>
        {weekdays.map((weekday) => <TextField key={weekday} name={`day${weekday}`} label={t(`staffHelpers.lanes.weekdays.${weekday}`)} maxLength={200} autoComplete="off" defaultValue={typedAt(state, `day${weekday}`) ?? spansText(weekly.filter((span) => span.weekday === weekday))} error={problemAt(state, t, `day${weekday}`)} />)}
        <div><SubmitButton name="intent" value="weekly" pendingLabel={t("common.sending")}>{t("staffHelpers.lanes.saveWeekly")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}

export function LaneExceptions({ rows, state, today }: { rows: ExceptionShown[]; state: FormState | undefined; today: string }) {
  const t = useT();
  const locale = useLocale();
  const day = (date: string) => formatDate(Date.parse(`${date}T12:00:00Z`), locale);
  const dates = ({ date, until }: ExceptionShown) => (date === until ? day(date) : t("staffHelpers.range", { low: day(date), high: day(until) }));
  return (
    <Stack gap={3}>
      {rows.length === 0 ? <Muted>{t("staffHelpers.lanes.noExceptions")}</Muted> : (
        <ul className="grid divide-y divide-line border-y border-line">
          {rows.map((row) => (
            <li key={row.ids[0]} className="flex flex-wrap items-center gap-3 py-2">
              <span className="min-w-0 flex-1"><b>{dates(row)}</b> {t(`staffHelpers.lanes.kinds.${row.kind}`)}, {row.fromMinute === 0 && row.untilMinute === 1440 ? t("staffHelpers.lanes.wholeDay") : spansText([row])}</span>
              <Form method="post">
                {row.ids.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
                <Button name="intent" value="remove" variant="quiet" size="small" aria-label={t("staffHelpers.lanes.removeOf", { date: dates(row) })}>{t("staffHelpers.lanes.remove")}</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t("staffHelpers.lanes.add")} open={state !== undefined}><ExceptionForm state={state} today={today} /></Disclosure>
    </Stack>
  );
}

function ExceptionForm({ state, today }: { state: FormState | undefined; today: string }) {
  const t = useT();
  const field = (name: string) => ({ name, defaultValue: typedAt(state, name) ?? "", error: problemAt(state, t, name) });
  return (
    <Form method="post" noValidate>
      <Stack gap={4}>
        <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t)} />
        <RadioGroup {...field("kind")} defaultValue={typedAt(state, "kind") ?? "closed"} inline label={t("staffHelpers.lanes.kind")} options={(["closed", "open"] as const).map((value) => ({ value, label: t(`staffHelpers.lanes.kinds.${value}`) }))} />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <TextField {...field("date")} type="date" min={today} label={t("staffHelpers.lanes.date")} />
          <TextField {...field("dateUntil")} type="date" min={today} label={t("staffHelpers.lanes.dateUntil")} optional={t("common.optional")} />
          <TextField {...field("from")} type="time" label={t("staffHelpers.lanes.from")} optional={t("common.optional")} />
          <TextField {...field("until")} type="time" label={t("staffHelpers.lanes.until")} optional={t("common.optional")} />
        </div>
        <Muted>{t("staffHelpers.lanes.timeHint")}</Muted>
        <div><SubmitButton name="intent" value="exception" variant="secondary" pendingLabel={t("common.sending")}>{t("staffHelpers.lanes.add")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
