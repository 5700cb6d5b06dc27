import { Form } from "@remix-run/react";
import type { EndProposal } from "#app/domain/certification/ending.queries.server.ts";
import type { FormState } from "#app/http/form.server.ts";
import { problemsOf } from "#app/routes/shared/problems.ts";
import { formatDate } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, ErrorSummary, Notice, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import { Desk } from "./desk.tsx";

/** A proposal to end a helper's work: who proposed it and why; a second person confirms or drops it, the first can take it back. */
export function DecideEnd({ title, back, proposal, effects, state }: { title: string; back: { to: string; label: string }; proposal: EndProposal; effects: string[]; state: FormState | undefined }) {
  const [t, locale] = [useT(), useLocale()];
  const { reason, proposerName, proposedAt, isOwn } = proposal;
  const refusal = state?.refusal ? t(`staffHelpers.measure.${state.refusal}` as TextKey) : null;
  return (
    <Desk width="text" title={title} back={back}>
      <Form method="post">
        <Stack gap={6}>
          <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, refusal)} />
          <section className="grid gap-2">
            <p>{t("staffHelpers.measure.notice.waits", { name: proposerName ?? "–", date: formatDate(proposedAt, locale) })}</p>
            <blockquote className="border-l-4 border-line pl-4 whitespace-pre-line wrap-anywhere">{reason}</blockquote>
          </section>
          {isOwn ? <Notice>{t("staffHelpers.measure.notice.own")}</Notice> : <Notice tone="warn" title={t("staffHelpers.measure.what")}><ul className="list-disc pl-5">{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul></Notice>}
          <Row>
            {isOwn ? null : <SubmitButton name="intent" value="confirm" variant="danger" pendingLabel={t("staffHelpers.measure.doing")}>{t("staffHelpers.measure.notice.confirm")}</SubmitButton>}
            <SubmitButton name="intent" value="drop" variant="secondary" pendingLabel={t("staffHelpers.measure.doing")}>{t("staffHelpers.measure.notice.drop")}</SubmitButton>
            <ButtonLink to={back.to} variant="quiet">{t("staffHelpers.measure.keep")}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Desk>
  );
}
