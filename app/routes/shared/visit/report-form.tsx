import { Form, useSearchParams } from "@remix-run/react";
import { Plus, Send } from "#app/ui/icons.ts";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { workedChoices } from "#app/domain/booking/hourly.ts";
import { formatHours } from "#app/texts/format.ts";
import { labelledProblem, problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, ErrorSummary, Heading, Muted, RadioCards, SelectField, Stack, SubmitButton, TextArea } from "#app/ui/index.ts";
import { Checklist } from "./checklist.tsx";
import { useDraft } from "./draft.ts";
import { Measures } from "./measures.tsx";
import type { ReportState } from "./report-form.server.ts";

/** What a report is about: the points, causes and measures of one visit's service, in the reader's language. */
export type ReportSubject = {
  id: string;
  service: { checklist: { code: string; words: string; required: boolean; unit: string | null }[]; rootCauses: { code: string; words: string }[] };
  measureKinds: { code: string; words: string; unit: string }[];
  /** A visit that is paid by the hour: its cap, and what was worked as the clock has it, in minutes. */
  worked: { capMinutes: number; minutes: number } | null;
};

const outcomes = ["solved", "partly", "not_solved"] as const;
const rowsAtFirst = 1;

/** The report: outcome, checklist, measures, cause, words; nothing typed is lost on the way. */
export function ReportForm({ visit, state }: { visit: ReportSubject; state: ReportState | undefined }) {
  const t = useT();
  const locale = useLocale();
  const [params] = useSearchParams();
  const typed = (field: string, otherwise: string) => typedAt(state, field) ?? otherwise;
  const error = (field: string) => problemAt(state, t, field);
  // Of several numbers that are refused in the same words each says which it is.
  const named = (field: string, message: string): string => {
    const [, at, what] = /^measures\[(\d+)\]\.(count|before|after)$/.exec(field) ?? [];
    const label = at && what ? `${t("visit.report.measure", { number: Number(at) + 1 })}, ${t(`visit.report.${what as "count" | "before" | "after"}`)}` : null;
    return label ? labelledProblem(label, message, locale) : message;
  };
  const form = useRef<HTMLFormElement>(null);
  const [rows, setRows] = useState(Math.max(state?.rows ?? 0, rowsAtFirst));
  const { isKept, draft, keep } = useDraft(form, visit.id, state !== undefined, rows);
  const { service, measureKinds } = visit;

  useEffect(() => setRows((before) => Math.max(before, state?.rows ?? 0)), [state]);
  useEffect(() => {
    const filled = Object.keys(draft).flatMap((name) => (/^measures\[\d+\]\.code$/.test(name) && draft[name]?.[0] ? [Number(name.slice(9, name.indexOf("]"))) + 1] : []));
    setRows((before) => Math.max(before, ...filled));
  }, [draft]);

  const another = (event: MouseEvent) => {
    event.preventDefault();
    setRows(rows + 1);
  };
  const checked = {
    done: (code: string, at: number) => (state ? `checklist[${at}].done` in state.values : params.getAll("c").includes(code)),
    value: (code: string, at: number) => typed(`checklist[${at}].value`, params.get(`v.${code}`) ?? ""),
    error,
  };
  return (
    <Form method="post" ref={form} onInput={keep} noValidate>
      {/* Enter sends the report and never adds a row. */}
      <button type="submit" name="intent" value="report" className="q-hidden" tabIndex={-1} aria-hidden="true" />
      <Stack gap={8}>
        <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t).map(({ field, message }) => ({ field: field === "words" ? "report-words" : field, message: named(field, message) }))} />
        <RadioCards name="outcome" label={<span className="text-lg">{t("visit.report.outcome")}</span>} defaultValue={typed("outcome", "")} error={error("outcome")} options={outcomes.map((value) => ({ value, label: t(`visit.report.outcomes.${value}`), hint: t(`visit.report.outcomeHints.${value}`) }))} />
        {visit.worked ? <SelectField name="workedMinutes" label={t("visit.report.worked")} hint={t("visit.report.workedHint", { time: formatHours(visit.worked.capMinutes) })} defaultValue={typed("workedMinutes", String(visit.worked.minutes))} error={error("workedMinutes")} options={workedChoices(visit.worked.capMinutes).map((minutes) => ({ value: String(minutes), label: formatHours(minutes) }))} /> : null}
        <section className="grid gap-3">
          <Heading level={2} size={3}>{t("visit.report.checklist")}</Heading>
          <Muted>{t("visit.report.checklistWords")}</Muted>
          <Checklist items={service.checklist} checked={checked} />
        </section>
        {measureKinds.length ? (
          <section className="grid gap-3">
            <Heading level={2} size={3}>{t("visit.report.measures")}</Heading>
            <Muted>{t("visit.report.measuresWords")}</Muted>
            <Measures key={state ? "again" : "new"} kinds={measureKinds} rows={rows} state={state} />
            <div><Button name="intent" value="row" variant="secondary" icon={Plus} onClick={another}>{t("visit.report.anotherRow")}</Button></div>
          </section>
        ) : null}
        <SelectField name="rootCause" label={t("visit.report.rootCause")} placeholder={t("visit.report.noCause")} defaultValue={typed("rootCause", "")} error={error("rootCause")} options={service.rootCauses.map(({ code, words }) => ({ value: code, label: words }))} />
        <TextArea name="words" id="report-words" label={t("visit.report.words")} optional={t("common.optional")} hint={t("visit.report.wordsHint")} defaultValue={typed("words", "")} error={error("words")} maxLength={2000} />
        <div className="grid gap-2">
          <SubmitButton name="intent" value="report" size="large" wide icon={Send} pendingLabel={t("common.sending")}>{t("visit.finished.do")}</SubmitButton>
          <p role="status" className="text-sm text-muted">{isKept ? t("visit.report.draft") : ""}</p>
        </div>
      </Stack>
    </Form>
  );
}
