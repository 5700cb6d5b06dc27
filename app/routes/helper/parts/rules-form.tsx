import { Form } from "@remix-run/react";
import type { OwnRules, RuleField } from "#app/domain/availability/rules.ts";
import type { Means } from "#app/domain/availability/travel.ts";
import type { FormState } from "#app/http/form.server.ts";
import { useT } from "#app/texts/use.ts";
import { Fieldset, RadioGroup, SelectField, Stack, SubmitButton } from "#app/ui/index.ts";
import { Problems, useForm } from "./screen.tsx";
import { lengthWords } from "./words.ts";

export type RulesShown = { own: OwnRules; company: Record<RuleField, number>; means: readonly Means[]; companyMeans: Means };

const hours = (...all: number[]) => all.map((each) => each * 60);
const choices: Record<RuleField, readonly number[]> = {
  bufferBeforeMinutes: [0, 5, 10, 15, 20, 30, 45, 60, 90],
  bufferAfterMinutes: [0, 5, 10, 15, 20, 30, 45, 60, 90],
  visitsPerDay: [1, 2, 3, 4, 5, 6, 8],
  visitsPerWeek: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30],
  longestDayMinutes: hours(2, 3, 4, 5, 6, 7, 8, 9, 10, 12),
  leadMinutes: hours(1, 2, 3, 4, 6, 12, 24, 48, 72, 168),
  horizonDays: [3, 7, 14, 21, 28, 42, 60],
  stepMinutes: [15, 30, 60, 120],
};

/** A helper's own rules; every field has the company's rule as its first choice, in words. */
export function RulesForm({ shown: { own, company, means, companyMeans }, state }: { shown: RulesShown; state: FormState | undefined }) {
  const t = useT();
  const { typed, error } = useForm(state);
  const words = (field: RuleField, value: number): string => {
    if (field === "visitsPerDay" || field === "visitsPerWeek") return t("helper.times.visits", { count: value });
    if (field === "horizonDays") return t("helper.times.daysAhead", { count: value });
    return value === 0 ? t("helper.times.none") : lengthWords(t, value);
  };
  const field = (name: RuleField, hint?: string) => {
    const now = own[name];
    const offered = choices[name].filter((value) => name !== "horizonDays" || value <= company.horizonDays);
    const all = now === null || offered.includes(now) ? offered : [...offered, now].sort((a, b) => a - b);
    return (
      <SelectField
        name={name} label={t(`helper.times.${name}`)} hint={hint} error={error(name)} defaultValue={typed(name, now === null ? "" : String(now))}
        placeholder={t("helper.times.asCompany", { value: words(name, company[name]) })} options={all.map((value) => ({ value: String(value), label: words(name, value) }))}
      />
    );
  };
  return (
    <Form method="post" noValidate>
      <Stack gap={8}>
        <Problems state={state} />
        <RadioGroup
          name="means" label={t("helper.times.means")} hint={t("helper.times.meansHint")} error={error("means")} defaultValue={typed("means", own.means ?? companyMeans)}
          options={means.map((value) => ({ value, label: t(`helper.times.meansOf.${value}`) }))}
        />
        <Fieldset legend={t("helper.times.between")} hint={t("helper.times.betweenHint")}><div className="grid gap-4 sm:grid-cols-2">{field("bufferBeforeMinutes")}{field("bufferAfterMinutes")}</div></Fieldset>
        <Fieldset legend={t("helper.times.most")}>
          <Stack gap={4}>
            <div className="grid gap-4 sm:grid-cols-2 sm:items-end">{field("visitsPerDay")}{field("visitsPerWeek", t("helper.times.weekHint"))}</div>
            {field("longestDayMinutes", t("helper.times.longestHint"))}
          </Stack>
        </Fieldset>
        <Fieldset legend={t("helper.times.soon")}>
          <Stack gap={4}>
            {field("leadMinutes", t("helper.times.leadHint"))}
            {field("horizonDays", t("helper.times.horizonHint", { value: words("horizonDays", company.horizonDays) }))}
            {field("stepMinutes")}
          </Stack>
        </Fieldset>
        <div><SubmitButton pendingLabel={t("common.sending")}>{t("helper.times.saveRules")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
