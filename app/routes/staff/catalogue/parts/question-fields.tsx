import { isEmptyQuestion, mostQuestions, questionKinds } from "#app/domain/catalogue/catalogue.form.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Checkbox, Disclosure, SelectField, Stack, TextField } from "#app/ui/index.ts";
import { LinesFields, type Typed, useField, WordsFields } from "./fields.tsx";

/** The intake questions, each folded away; two empty ones wait at the end. */
export function QuestionFields({ typed }: { typed: Typed }) {
  const t = useT();
  const locale = useLocale();
  const filled = Array.from({ length: mostQuestions }, (_, at) => at).filter((at) => !isEmptyQuestion(typed.values, at));
  const shown = Math.min(mostQuestions, (filled.at(-1) ?? -1) + 3);
  return (
    <Stack gap={2}>
      {Array.from({ length: shown }, (_, at) => {
        const name = `intake.${at}`;
        const isNew = !filled.includes(at);
        const hasError = Object.keys(typed.errors).some((field) => field.startsWith(`${name}.`));
        const title = isNew ? t("staffHelpers.catalogue.newQuestion") : `${t("staffHelpers.catalogue.question", { number: at + 1 })}: ${typed.values[`${name}.question.${locale}`] ?? ""}`;
        return <Disclosure key={at} summary={title} open={hasError}><Question typed={typed} name={name} /></Disclosure>;
      })}
    </Stack>
  );
}

function Question({ typed, name }: { typed: Typed; name: string }) {
  const t = useT();
  const field = useField(typed);
  return (
    <Stack gap={4}>
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextField {...field(`${name}.code`)} label={t("staffHelpers.catalogue.questionCode")} maxLength={60} spellCheck={false} />
        <SelectField {...field(`${name}.kind`)} defaultValue={typed.values[`${name}.kind`] || "choice"} label={t("staffHelpers.catalogue.questionKind")} options={questionKinds.map((value) => ({ value, label: t(`staffHelpers.catalogue.kinds.${value}`) }))} />
        <Checkbox name={`${name}.required`} label={t("staffHelpers.catalogue.questionRequired")} defaultChecked={typed.values[`${name}.required`] === "on"} />
      </div>
      <WordsFields typed={typed} name={`${name}.question`} label={t("staffHelpers.catalogue.questionWords")} maxLength={200} />
      <WordsFields typed={typed} name={`${name}.hint`} label={t("staffHelpers.catalogue.questionHint")} maxLength={200} />
      <LinesFields typed={typed} name={`${name}.choices`} label={t("staffHelpers.catalogue.choices")} codes={t("staffHelpers.catalogue.choiceCodes")} />
    </Stack>
  );
}
