import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { cx, SelectField, TextField } from "#app/ui/index.ts";
import type { ReportState } from "./report-form.server.ts";
import type { ReportSubject } from "./report-form.tsx";

/** Rows of measures: what, how many, before and after, on what it rests. Rows left empty do not count. */
export function Measures({ kinds, rows, state }: { kinds: ReportSubject["measureKinds"]; rows: number; state: ReportState | undefined }) {
  const t = useT();
  const options = kinds.map(({ code, words, unit }) => ({ value: code, label: `${words} (${unit})` }));
  return (
    <ol className="grid gap-4">
      {Array.from({ length: rows }, (_, at) => {
        const name = (field: string) => `measures[${at}].${field}`;
        const typed = (field: string) => String(state?.values[name(field)] ?? "");
        const error = (field: string) => (state?.errors[name(field)] ? t(state.errors[name(field)] as TextKey) : undefined);
        return (
          <li key={at}>
            <fieldset className="grid gap-4 rounded-lg border border-line p-4">
              <legend className="px-1 text-sm font-semibold text-muted">{t("visit.report.measure", { number: at + 1 })}</legend>
              <SelectField name={name("code")} label={t("visit.report.measureCode")} placeholder={t("visit.report.choose")} options={options} defaultValue={typed("code")} error={error("code")} />
              {/* A sentence needs more room than a third of a phone. */}
              <div className={cx("grid gap-3", ["count", "before", "after"].some(error) ? "sm:grid-cols-3" : "grid-cols-3")}>
                <TextField name={name("count")} label={t("visit.report.count")} inputMode="numeric" defaultValue={typed("count") || "1"} error={error("count")} autoComplete="off" />
                <TextField name={name("before")} label={t("visit.report.before")} inputMode="decimal" defaultValue={typed("before")} error={error("before")} autoComplete="off" />
                <TextField name={name("after")} label={t("visit.report.after")} inputMode="decimal" defaultValue={typed("after")} error={error("after")} autoComplete="off" />
              </div>
              <TextField name={name("evidence")} label={t("visit.report.evidence")} optional={t("common.optional")} hint={at === 0 ? t("visit.report.evidenceHint") : undefined} defaultValue={typed("evidence")} error={error("evidence")} maxLength={400} />
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}
