import { Form } from "@remix-run/react";
import type { MyProfile } from "#app/domain/account/account.queries.server.ts";
import { locales } from "#app/domain/kernel/words.ts";
import type { FormState } from "#app/http/form.server.ts";
import { namedProblems, problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Heading, SelectField, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";

export function ProfileForm({ profile, state }: { profile: MyProfile; state: FormState | undefined }) {
  const [t, locale, hydrated] = [useT(), useLocale(), useHydrated()];
  const value = (field: "name" | "mobile" | "locale") => typedAt(state, field) ?? profile[field] ?? "";
  const labels = { name: t("account.home.name"), mobile: t("account.home.mobile") };
  return (
    <Form method="post" noValidate={hydrated}>
      <Stack gap={6}>
        <Heading level={2}>{t("account.home.profile")}</Heading>
        <ErrorSummary title={t("account.problem")} errors={namedProblems(problemsOf(state, t), labels, locale)} />
        <TextField name="name" autoComplete="name" label={labels.name} defaultValue={value("name")} error={problemAt(state, t, "name")} maxLength={120} required />
        <TextField name="mobile" type="tel" width="medium" autoComplete="tel" label={labels.mobile} hint={t("account.home.mobileHint")} optional={t("common.optional")} defaultValue={value("mobile")} error={problemAt(state, t, "mobile")} maxLength={30} />
        <SelectField name="locale" width="medium" label={t("account.home.locale")} defaultValue={value("locale")} error={problemAt(state, t, "locale")} options={locales.map((one) => ({ value: one, label: t(`common.languages.${one}`) }))} />
        <div><SubmitButton pendingLabel={t("common.sending")}>{t("account.home.save")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
