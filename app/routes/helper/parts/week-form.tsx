import { formatDay } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { cx, FormError } from "#app/ui/index.ts";
import { openEnded, rowsOf, spansOf, timeField, type TimeRow, type WeekDay } from "./week.ts";

type DayProps = { day: WeekDay; rows: TimeRow[]; errors: Record<string, string>; className: string; onChange: (rows: TimeRow[]) => void };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The hours of one date as lines of from and until: everything that the grid does, for fingers, keyboards and browsers without scripts. */
export function DayFields({ day, rows, errors, className, onChange }: DayProps) {
  const t = useT();
  const name = formatDay(day.at, useLocale());
  const change = (at: number, change: Partial<TimeRow>) => onChange(openEnded(rows.map((row, i) => (i === at ? { ...row, ...change } : row))));
  const isUsual = same(spansOf(rows), day.usual);
  return (
    <fieldset className={cx("grid min-w-0 gap-2 px-4 py-3 md:grid-cols-[13rem_1fr] md:items-start", className)}>
      <legend className="float-left font-semibold md:w-52 md:pt-3">
        {name}
        <span className="block text-sm font-normal text-muted">{t(day.state === "past" ? "helper.times.past" : day.state === "holiday" ? (day.holiday ? "helper.times.holidayNamed" : "helper.times.holiday") : isUsual ? "helper.times.usual" : "helper.times.differs", { name: day.holiday })}</span>
      </legend>
      {day.state === "open" ? (
        <div className="clear-both grid gap-2 md:clear-none">
          {rows.map((row, at) => <SpanFields key={at} day={day} name={name} at={at} row={row} errors={errors} onChange={(part) => change(at, part)} />)}
          {isUsual ? null : (
            <div>
              <button
                type="submit" name="usual" value={day.date} formNoValidate className="q-button q-quiet q-small" aria-label={t("helper.times.toUsualOf", { day: name })}
                onClick={(event) => {
                  event.preventDefault();
                  onChange(rowsOf(day.usual));
                }}
              >
                {t("helper.times.toUsual")}
              </button>
            </div>
          )}
        </div>
      ) : null}
    </fieldset>
  );
}

function SpanFields({ day, name, at, row, errors, onChange }: { day: WeekDay; name: string; at: number; row: TimeRow; errors: Record<string, string>; onChange: (part: Partial<TimeRow>) => void }) {
  const t = useT();
  const [from, until] = [timeField(day.date, at, "from"), timeField(day.date, at, "until")];
  const key = errors[from] ?? errors[until];
  const input = (field: string, label: string, value: string, end: "from" | "until") => (
    <input className="q-input min-w-0 px-2" type="time" step={900} id={field} name={field} value={value} onChange={(event) => onChange({ [end]: event.target.value })} aria-label={label} aria-invalid={errors[field] ? true : undefined} aria-describedby={key ? `${from}.error` : undefined} />
  );
  return (
    <div className="grid gap-1">
      <div className="grid max-w-sm grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-2">
        {input(from, t("helper.calendar.fromOf", { day: name, number: at + 1 }), row.from, "from")}
        <span className="text-muted">{t("helper.calendar.until")}</span>
        {input(until, t("helper.calendar.untilOf", { day: name, number: at + 1 }), row.until, "until")}
      </div>
      {key ? <FormError id={`${from}.error`}>{t(key as TextKey)}</FormError> : null}
    </div>
  );
}
