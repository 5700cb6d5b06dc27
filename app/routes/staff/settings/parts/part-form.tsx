import { Form } from "@remix-run/react";
import { locales } from "#app/domain/kernel/words.ts";
import type { BookingPolicy } from "#app/domain/booking/booking.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { useT } from "#app/texts/use.ts";
import { ErrorSummary, Fieldset, RadioGroup, Stack, SubmitButton, TextArea, TextField } from "#app/ui/index.ts";
import { policyGroups, policyShown } from "./policy-groups.ts";
import type { SettingPart } from "./parts.ts";

type Values = { brand: Settings["brand"]; contract: Settings["contract"]; policy: BookingPolicy; cover: Settings["cover"]; ranking: Settings["matchWeights"] };
type Props = { part: Exclude<SettingPart, "area">; values: Values; state: FormState | undefined };

/** The form of one part, with the date from which it holds. */
export function PartForm({ part, values, state }: Props) {
  const t = useT();
  return (
    <Form method="post" className="max-w-[46rem]">
      <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t)} />
      <Stack gap={6}>
        <Fields part={part} values={values} state={state} />
        <TextField name="validFrom" type="date" width="medium" label={t("staffSettings.validFrom")} hint={t("staffSettings.validFromHint")} optional={t("common.optional")} error={problemAt(state, t, "validFrom")} defaultValue={typedAt(state, "validFrom") ?? ""} />
        <div><SubmitButton pendingLabel={t("staffSettings.saving")}>{t("staffSettings.save")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}

function Fields({ part, values, state }: Props) {
  const t = useT();
  const field = (name: string, now: string | number | null) => ({ name, error: problemAt(state, t, name), defaultValue: typedAt(state, name) ?? String(now ?? "") });
  const inLanguages = (name: string, words: Record<string, string>, long = false) => (
    <div className="grid gap-4 sm:grid-cols-2">
      {locales.map((l) => (long ? <TextArea key={l} rows={4} label={t(`staffSettings.language.${l}`)} {...field(`${name}.${l}`, words[l] ?? "")} /> : <TextField key={l} label={t(`staffSettings.language.${l}`)} {...field(`${name}.${l}`, words[l] ?? "")} />))}
    </div>
  );
  switch (part) {
    case "brand":
      return (
        <>
          <TextField label={t("staffSettings.brand.name")} {...field("name", values.brand.name)} />
          <Fieldset legend={t("staffSettings.brand.programmeName")}>{inLanguages("programmeName", values.brand.programmeName)}</Fieldset>
          <TextField width="medium" label={t("staffSettings.brand.accent")} hint={t("staffSettings.brand.accentHint")} {...field("accent", values.brand.accent)} />
          <TextField width="medium" label={t("staffSettings.brand.second")} optional={t("common.optional")} {...field("second", values.brand.second)} />
          <TextField width="medium" type="tel" label={t("staffSettings.brand.telephone")} {...field("telephone", values.brand.telephone)} />
          <Fieldset legend={t("staffSettings.brand.hours")}>{inLanguages("hours", values.brand.hours)}</Fieldset>
          <TextField type="email" label={t("staffSettings.brand.supportEmail")} hint={t("staffSettings.brand.supportEmailHint")} {...field("supportEmail", values.brand.supportEmail)} />
          <TextField label={t("staffSettings.brand.address")} {...field("address", values.brand.address)} />
        </>
      );
    case "contract":
      return <RadioGroup name="contract" label={t("staffSettings.contract.label")} error={problemAt(state, t, "contract")} defaultValue={typedAt(state, "contract") ?? values.contract} options={(["helper", "company"] as const).map((value) => ({ value, label: t(`staffSettings.contract.${value}`), hint: t(`staffSettings.contract.${value}Hint`) }))} />;
    case "cover":
      return (
        <>
          <TextField width="medium" inputMode="decimal" prefix="CHF" label={t("staffSettings.cover.limit")} {...field("limit", (values.cover.limitMinor / 100).toFixed(2))} />
          <TextField width="medium" inputMode="decimal" prefix="CHF" label={t("staffSettings.cover.excess")} {...field("excess", (values.cover.excessMinor / 100).toFixed(2))} />
          <Fieldset legend={t("staffSettings.cover.words")}>{inLanguages("words", values.cover.words, true)}</Fieldset>
        </>
      );
    case "ranking":
      return (
        <Fieldset legend={t("staffSettings.ranking.label")} hint={t("staffSettings.ranking.hint")}>
          <div className="grid gap-4 sm:grid-cols-2">
            {(["distance", "solved", "earliest", "answer"] as const).map((name) => <TextField key={name} width="medium" inputMode="numeric" suffix="%" label={t(`staffSettings.ranking.${name}`)} {...field(name, values.ranking[name])} />)}
          </div>
        </Fieldset>
      );
    case "policy":
      return policyGroups.map(({ group, fields }) => (
        <Fieldset key={group} legend={t(`staffSettings.policy.group.${group}`)}>
          <div className="grid gap-4 sm:grid-cols-2">
            {fields.map((name) => {
              const { value, ...unit } = policyShown(name, values.policy[name]);
              return <TextField key={name} width="medium" inputMode={unit.prefix || unit.suffix ? "decimal" : "numeric"} {...unit} label={t(`staffSettings.policy.${name}`)} {...field(name, value)} />;
            })}
          </div>
        </Fieldset>
      ));
  }
}
