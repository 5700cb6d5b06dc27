import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { useT } from "#app/texts/use.ts";
import { Card, CodeField, ErrorSummary, Notice, Stack, SubmitButton, useHydrated } from "#app/ui/index.ts";
import { Narrow } from "./narrow.tsx";

/** The picture to scan, the key to type, and the first code that proves both. */
export function EnrolForm({ secret, picture, demoCode, state }: { secret: string; picture: string; demoCode: string | null; state: FormState | undefined }) {
  const [t, hydrated] = [useT(), useHydrated()];
  const refused = state?.refusal === "too-many" ? t("account.signIn.tooMany") : state?.refusal ? t("account.secondFactor.wrong") : null;
  return (
    <Narrow title={t("account.enrol.title")} lead={t("account.enrol.lead")}>
      <Stack gap={3}>
        <img src={picture} width={240} height={240} alt={t("account.enrol.picture")} className="rounded-md border border-line" />
        <p>
          {t("account.enrol.byHand")}
          <br />
          <code className="break-all">{secret}</code>
        </p>
      </Stack>
      {demoCode ? <Notice tone="warn" title={t("account.secondFactor.demoTitle")}>{t("account.secondFactor.demo", { code: demoCode })}</Notice> : null}
      <Form method="post" noValidate={hydrated}>
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, refused)} />
          <CodeField name="code" label={t("account.enrol.label")} error={problemAt(state, t, "code")} required />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.enrol.submit")}</SubmitButton>
        </Stack>
      </Form>
    </Narrow>
  );
}

/** Shown once, to be printed. */
export function RecoveryCodes({ codes, home }: { codes: readonly string[]; home: string }) {
  const t = useT();
  return (
    <Narrow title={t("account.enrol.doneTitle")} lead={t("account.enrol.doneLead")}>
      <Card>
        <ul className="grid grid-cols-2 gap-2 tabular-nums">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      </Card>
      <div><a className="q-button q-primary" href={home}><span>{t("account.enrol.doneLink")}</span></a></div>
    </Narrow>
  );
}
