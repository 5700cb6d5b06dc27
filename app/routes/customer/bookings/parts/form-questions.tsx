import { useT } from "#app/texts/use.ts";
import { Fieldset, RadioGroup, TextArea, TextField } from "#app/ui/index.ts";
import type { FieldError } from "./booking-form.tsx";
import type { FormView, Question } from "./form.server.ts";

type Props = { view: FormView; value: (name: string) => string; error: FieldError };

/** What the service type wants to know, and the concern in one's own words. */
export function QuestionPart({ view, value, error }: Props) {
  const t = useT();
  return (
    <Fieldset legend={t("booking.form.concernTitle")} hint={t("booking.form.concernHint", { who: view.who })}>
      {view.questions.map((question) => <Ask key={question.code} question={question} value={value(`intake.${question.code}`)} error={error(`intake.${question.code}`)} />)}
      <TextArea name="concern" label={t("booking.field.concern")} optional={t("common.optional")} hint={t("booking.form.noSecrets")} defaultValue={value("concern")} error={error("concern")} maxLength={2000} />
    </Fieldset>
  );
}

function Ask({ question, value, error }: { question: Question; value: string; error?: string }) {
  const t = useT();
  const { code, kind, choices, required } = question;
  const common = { name: `intake.${code}`, label: question.question, hint: question.hint ?? undefined, error, ...(required ? {} : { optional: t("common.optional") }) };
  if (kind === "choice") return <RadioGroup {...common} defaultValue={value} options={choices.map((choice) => ({ value: choice.code, label: choice.words }))} />;
  if (kind === "yesno") return <RadioGroup {...common} inline defaultValue={value} options={[{ value: "yes", label: t("booking.yes") }, { value: "no", label: t("booking.no") }]} />;
  if (kind === "number") return <TextField {...common} inputMode="decimal" width="short" maxLength={12} defaultValue={value} />;
  return <TextField {...common} maxLength={1000} defaultValue={value} />;
}
