import { labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { FormError } from "#app/ui/index.ts";
import type { ReportSubject } from "./report-form.tsx";

export type Checked = { done: (code: string, index: number) => boolean; value: (code: string, index: number) => string; error?: (field: string) => string | undefined };

/** The service type's points: a large box each, and a field where something is measured. */
export function Checklist({ items, checked }: { items: ReportSubject["service"]["checklist"]; checked: Checked }) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
      {items.map(({ code, words, required, unit }, index) => {
        const name = `checklist[${index}]`;
        const error = checked.error?.(`${name}.done`);
        return (
          <li key={code} className="grid gap-2 px-4 py-2">
            <input type="hidden" name={`${name}.code`} value={code} />
            <div className="q-choice">
              <input type="checkbox" id={`${name}.done`} name={`${name}.done`} defaultChecked={checked.done(code, index)} aria-invalid={error ? true : undefined} aria-describedby={error ? `${name}.error` : undefined} />
              <label htmlFor={`${name}.done`}><span>{words}{required ? null : <span className="text-muted"> ({t("visit.started.optional")})</span>}</span></label>
            </div>
            {error ? <FormError id={`${name}.error`}>{error}</FormError> : null}
            {unit ? (
              <label className="mb-2 ml-9 flex items-center gap-3 text-sm">
                <span className="text-muted">{t("visit.started.value")}</span>
                <span className="q-affix max-w-40">
                  <input className="q-input" name={`${name}.value`} defaultValue={checked.value(code, index)} inputMode="decimal" maxLength={60} autoComplete="off" aria-label={`${labelled(t("visit.started.value"), locale)} ${words}`} />
                  <span>{unit}</span>
                </span>
              </label>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
