import { Form, Link } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Card, ErrorSummary, Heading, Muted, Notice, RadioGroup, Stack, SubmitButton, TextArea } from "#app/ui/index.ts";
import type { VisitToCheck } from "./visit.server.ts";

const verdicts = ["right", "remark", "wrong"] as const;

/** The company's first check; a visit that was checked shows the verdict instead. */
export function CheckForm({ visit, state }: { visit: VisitToCheck; state: FormState | undefined }) {
  const t = useT();
  const locale = useLocale();
  const skip = visit.nextId ? <Link to={`/${locale}/staff/unresolved/${visit.nextId}`}>{t(visit.checks.length ? "staffHelpers.unresolved.next" : "staffHelpers.unresolved.skip")}</Link> : null;
  return (
    <Card as="section" className="content-start">
      <Stack gap={4}>
        <div><Heading level={2} size={3}>{t("staffHelpers.unresolved.check")}</Heading><Muted>{t("staffHelpers.unresolved.checkLead")}</Muted></div>
        {visit.checks.length ? (
          <>
            {visit.checks.map(({ id, verdict, words, at }) => <Notice key={id} tone="ok" title={t("staffHelpers.unresolved.checkedBy", { verdict: t(`staffHelpers.unresolved.verdicts.${verdict}`), date: formatDate(at, locale) })}><span className="whitespace-pre-line wrap-anywhere">{words}</span></Notice>)}
            {skip}
          </>
        ) : (
          <Form method="post" noValidate>
            <Stack gap={4}>
              <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, state?.refusal === "wrong-state" ? t("staffHelpers.unresolved.wrong-state") : null)} />
              <RadioGroup name="verdict" label={t("staffHelpers.unresolved.verdict")} defaultValue={typedAt(state, "verdict") ?? ""} error={problemAt(state, t, "verdict")} options={verdicts.map((value) => ({ value, label: t(`staffHelpers.unresolved.verdicts.${value}`), hint: t(`staffHelpers.unresolved.verdictHints.${value}`) }))} />
              <TextArea name="words" label={t("staffHelpers.unresolved.checkWords")} hint={t("staffHelpers.unresolved.checkHint")} rows={5} maxLength={2000} defaultValue={typedAt(state, "words") ?? ""} error={problemAt(state, t, "words")} />
              <SubmitButton pendingLabel={t("staffHelpers.unresolved.saving")}>{t(visit.nextId ? "staffHelpers.unresolved.save" : "staffHelpers.unresolved.saveLast")}</SubmitButton>
              {skip}
            </Stack>
          </Form>
        )}
      </Stack>
    </Card>
  );
}
