import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { namedProblems, problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Stack, SubmitButton, TextField } from "#app/ui/index.ts";

/** A lane's name and wait: for a new one, and to change one. */
export function LaneForm({ state, name, waitDays, doIt, intent }: { state: FormState | undefined; name: string; waitDays: number; doIt: string; intent: string }) {
  const [t, locale] = [useT(), useLocale()];
  const labels = { name: t("staffHelpers.lanes.nameField"), waitDays: t("staffHelpers.lanes.waitField") };
  return (
    <Form method="post" noValidate>
      <Stack gap={4}>
        <ErrorSummary title={t("errors.summary.title")} errors={namedProblems(problemsOf(state, t), labels, locale)} />
        <TextField name="name" label={labels.name} maxLength={60} autoComplete="off" defaultValue={typedAt(state, "name") ?? name} error={problemAt(state, t, "name")} required />
        <TextField name="waitDays" label={labels.waitDays} hint={t("staffHelpers.lanes.waitHint")} inputMode="numeric" width="short" maxLength={2} autoComplete="off" defaultValue={typedAt(state, "waitDays") ?? String(waitDays)} error={problemAt(state, t, "waitDays")} required />
        <div><SubmitButton name="intent" value={intent} variant="secondary" pendingLabel={t("common.sending")}>{doIt}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
