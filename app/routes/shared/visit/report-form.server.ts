import { reportSchema, type ReportForm } from "#app/domain/booking/booking.schema.ts";
import { type FormState, readForm, typedValues } from "#app/http/form.server.ts";

export type ReportState = FormState & { rows: number };

const measureFields = ["code", "count", "before", "after", "evidence"] as const;
const mostRows = 40;

/** Leaves out the rows of measures that nobody filled in and closes the gaps, so that errors name the rows one sees. */
export function withoutEmptyRows(form: FormData): { form: FormData; rows: number } {
  const kept = new FormData();
  for (const [name, value] of form) if (!name.startsWith("measures[") && name !== "intent") kept.append(name, value);
  let rows = 0;
  for (let at = 0; at < mostRows; at++) {
    const typed = measureFields.map((field) => String(form.get(`measures[${at}].${field}`) ?? "").trim());
    // A count alone is what the form itself put there.
    if (!typed.some((value, index) => value !== "" && measureFields[index] !== "count")) continue;
    for (const [index, field] of measureFields.entries()) kept.append(`measures[${rows}].${field}`, typed[index] ?? "");
    rows += 1;
  }
  return { form: kept, rows };
}

/** Reads a report; numbers may be typed with a comma. What is refused comes back with all its words. */
export function readReport(sent: FormData): { ok: true; value: ReportForm; state: ReportState } | { ok: false; state: ReportState } {
  const { form, rows } = withoutEmptyRows(sent);
  for (const [name, value] of [...form]) if (/\.(before|after)$/.test(name)) form.set(name, String(value).replace(",", ".").replace(/['’\s]/g, ""));
  const values = typedValues(form);
  const read = readForm(form, reportSchema);
  if (!read.ok) return { ok: false, state: { values, errors: { ...read.state.errors, ...(read.state.errors.outcome && { outcome: "visit.report.outcomeMissing" }) }, rows } };
  return { ok: true, value: read.value, state: { values, errors: {}, rows } };
}

/** The same form with one row more: the way to add a row without JavaScript. */
export function oneRowMore(sent: FormData): ReportState {
  const { form, rows } = withoutEmptyRows(sent);
  return { values: typedValues(form), errors: {}, rows: Math.min(mostRows, rows + 3) };
}
