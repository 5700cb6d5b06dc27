import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, ErrorSummary, Notice, Row, Stack, SubmitButton, TextArea } from "#app/ui/index.ts";
import { Desk } from "./desk.tsx";

/** The clear second step before something that weighs: what will happen, why, and the way back. */
export function SureForm({ title, back, effects, reason, state, doIt, keep, isDangerous = false }: {
  title: string; back: { to: string; label: string }; effects: string[]; reason: { label: string; hint?: string; optional?: string }; state: FormState | undefined; doIt: string; keep: string; isDangerous?: boolean;
}) {
  const t = useT();
  const refusal = state?.refusal ? t(`staffHelpers.measure.${state.refusal}` as TextKey) : null;
  return (
    <Desk width="text" title={title} back={back}>
      <Form method="post" noValidate>
        <Stack gap={6}>
          <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, refusal)} />
          <Notice tone={isDangerous ? "warn" : "info"} title={t("staffHelpers.measure.what")}><ul className="list-disc pl-5">{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul></Notice>
          <TextArea name="reason" {...reason} rows={4} maxLength={2000} defaultValue={typedAt(state, "reason") ?? ""} error={problemAt(state, t, "reason")} />
          <Row>
            <SubmitButton variant={isDangerous ? "danger" : "primary"} pendingLabel={t("staffHelpers.measure.doing")}>{doIt}</SubmitButton>
            <ButtonLink to={back.to} variant="quiet">{keep}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Desk>
  );
}
