import { Form } from "@remix-run/react";
import { Mail } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Checkbox, ErrorSummary, Heading, Lead, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import type { CallerState } from "../caller.tsx";
import type { CallerView } from "./caller.server.ts";
import { useRefusal } from "./caller-form.tsx";

/** Read aloud, agreed, booked: the caller hears what a customer would read before the click. */
export function ReadOut({ view, state }: { view: CallerView; state?: CallerState }) {
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(view.now);
  const { id, holdUntil, speaks } = view.booking;
  return (
    <Stack gap={6} className="max-w-[46rem]">
      <div>
        <Heading level={2}>{t("staffBookings.book.read.title")}</Heading>
        <Lead className="mt-1">{t("staffBookings.book.read.lead")}{holdUntil === null ? "" : ` ${t("staffBookings.book.form.held", { time: when.at(holdUntil) })}.`}</Lead>
      </div>
      <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, useRefusal(state?.refusal))} />
      <blockquote lang={speaks} className="grid gap-3 border-l-4 border-accent pl-5 text-lg wrap-anywhere">{view.sentences.map((words) => <p key={words}>{words}</p>)}</blockquote>
      <Form method="post">
        <Stack gap={6}>
          <Checkbox name="consent" label={t("staffBookings.book.read.consent")} hint={t("staffBookings.book.read.consentHint", { who: view.who })} error={problemAt(state, t, "consent")} />
          <Row gap={3}>
            <SubmitButton name="intent" value="submit" icon={Mail} pendingLabel={t("common.sending")}>{t("staffBookings.book.read.submit")}</SubmitButton>
            <ButtonLink to={`/${locale}/staff/book/${id}`} variant="secondary">{t("staffBookings.book.read.back")}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Stack>
  );
}
