import { Form } from "@remix-run/react";
import { Plus } from "#app/ui/icons.ts";
import { useEffect, useState } from "react";
import type { TextKey } from "#app/texts/keys.ts";
import { labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, FormError, Icon, SubmitButton } from "#app/ui/index.ts";
import { hourField, type HoursState, weekdays } from "./hours.ts";

/** The hours of every week: a line a day, from and until; more lines where somebody has more than one span. */
export function HoursForm({ state }: { state: HoursState }) {
  const [t, locale] = [useT(), useLocale()];
  const [rows, setRows] = useState(state.rows);
  useEffect(() => setRows(state.rows), [state]);
  const problems = Object.entries(state.errors).map(([field, key]) => ({ field, message: `${labelled(t(`helper.calendar.weekdays.${field.split(".")[1] as "1"}`), locale)} ${t(key as TextKey)}` }));
  return (
    <Form method="post" action="#weekly" noValidate className="grid gap-4">
      <ErrorSummary title={t("errors.summary.title")} errors={problems} />
      <div className="grid divide-y divide-line rounded-lg border border-line bg-surface">
        {weekdays.map((weekday) => {
          const day = t(`helper.calendar.weekdays.${weekday}`);
          return (
            <fieldset key={weekday} className="grid min-w-0 gap-2 px-4 py-3 sm:grid-cols-[7rem_1fr] sm:items-start">
              <legend className="float-left font-semibold sm:w-28 sm:pt-3">{day}</legend>
              <div className="clear-both grid gap-2 sm:clear-none">
                {Array.from({ length: rows[weekday] ?? 1 }, (_, at) => (
                  <Span key={at} day={day} weekday={weekday} at={at} state={state} isLast={at + 1 === (rows[weekday] ?? 1)} onMore={() => setRows({ ...rows, [weekday]: (rows[weekday] ?? 1) + 1 })} />
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
      <div><SubmitButton name="intent" value="weekly" pendingLabel={t("common.sending")}>{t("helper.calendar.saveWeekly")}</SubmitButton></div>
    </Form>
  );
}

function Span({ day, weekday, at, state, isLast, onMore }: { day: string; weekday: number; at: number; state: HoursState; isLast: boolean; onMore: () => void }) {
  const t = useT();
  const [from, until] = [hourField(weekday, at, "from"), hourField(weekday, at, "until")];
  const key = state.errors[from] ?? state.errors[until];
  const input = (name: string, label: string) => (
    <input className="q-input min-w-0 px-2" type="time" step={900} id={name} name={name} defaultValue={state.values[name] ?? ""} aria-label={label} aria-invalid={state.errors[name] ? true : undefined} aria-describedby={key ? `${from}.error` : undefined} />
  );
  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_44px] items-center gap-2">
        {input(from, t("helper.calendar.fromOf", { day, number: at + 1 }))}
        <span className="text-muted">{t("helper.calendar.until")}</span>
        {input(until, t("helper.calendar.untilOf", { day, number: at + 1 }))}
        {isLast ? (
          <button
            type="submit" name="intent" value={`row-${weekday}`} className="q-icon-button" formNoValidate aria-label={t("helper.calendar.anotherOf", { day })} title={t("helper.calendar.another")}
            onClick={(event) => {
              event.preventDefault();
              onMore();
            }}
          >
            <Icon icon={Plus} />
          </button>
        ) : <span />}
      </div>
      {key ? <FormError id={`${from}.error`}>{t(key as TextKey)}</FormError> : null}
    </div>
  );
}
