import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { useT } from "#app/texts/use.ts";
import { ErrorSummary, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";
import { Narrow } from "./narrow.tsx";

type Invited = { name: string; email: string; company: string; state: FormState | undefined };

/** A colleague chooses a password; the second factor follows on the next page. */
export function StaffInvitation({ name, email, company, state }: Invited) {
  const [t, hydrated] = [useT(), useHydrated()];
  return (
    <Narrow title={t("account.invitation.title")} lead={t("account.invitation.staffLead", { name, email, company })}>
      <Form method="post" noValidate={hydrated}>
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, state?.refusal ? t("account.invitation.already") : null)} />
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <TextField name="password" type="password" autoComplete="new-password" minLength={12} label={t("account.invitation.password")} hint={t("account.invitation.passwordHint")} error={problemAt(state, t, "password")} required />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.invitation.staffSubmit")}</SubmitButton>
        </Stack>
      </Form>
    </Narrow>
  );
}

/** A helper says yes; profile, radius and hours follow in their own area. */
export function HelperInvitation({ name, company, state }: Invited) {
  const t = useT();
  return (
    <Narrow title={t("account.invitation.title")} lead={t("account.invitation.helperLead", { name, company })}>
      <p>{t("account.invitation.helperWords")}</p>
      <Form method="post">
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, state?.refusal ? t("account.invitation.already") : null)} />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.invitation.helperSubmit")}</SubmitButton>
        </Stack>
      </Form>
    </Narrow>
  );
}
