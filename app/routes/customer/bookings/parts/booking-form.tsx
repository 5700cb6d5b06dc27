import { Form } from "@remix-run/react";
import { CreditCard } from "#app/ui/icons.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { SeriesPart } from "#app/routes/shared/series/part.tsx";
import { useT } from "#app/texts/use.ts";
import { Columns, Container, ErrorSummary, type FormProblem, Section, Stack, StickyAction, SubmitButton, useHydrated } from "#app/ui/index.ts";
import type { FormAnswer } from "../form.tsx";
import { SubstitutionChoice } from "#app/routes/shared/booking/substitution.tsx";
import { BookingHead } from "./booking-head.tsx";
import { BookingSteps } from "./booking-steps.tsx";
import type { FormView } from "./form.server.ts";
import { AddressPart, ContactPart } from "./form-people.tsx";
import { problemWords, refusalWords } from "./form-words.ts";
import { HoldNotice } from "./form-hold.tsx";
import { PhotoPart } from "./form-photos.tsx";
import { QuestionPart } from "./form-questions.tsx";
import { ConditionsPart, SummaryAside } from "./form-conditions.tsx";

export type FieldError = (field: string) => string | undefined;

/** All that a booking asks and promises, on one page; the button at the end says what it does and what it costs. */
export function BookingForm({ view, state }: { view: FormView; state?: FormAnswer }) {
  const t = useT();
  const hydrated = useHydrated();
  const due = view.amountMinor;
  const submit = due === 0 ? t("rescue.credit.book") : t("booking.form.submit", { amount: formatMoney(due) });
  const values = { ...view.values, ...state?.values };
  const error: FieldError = (field) => (state?.errors[field] ? t(state.errors[field] as TextKey) : undefined);
  const problems: FormProblem[] = Object.keys(state?.errors ?? {}).map((field) => ({ field: field === "form" ? "" : field, message: problemWords(labelOf(field, view, t), error(field)) }));
  for (const { name, refusal } of state?.refusedPhotos ?? []) problems.push({ field: "photos", message: t(`booking.refused.${refusal}`, { name }) });
  if (state?.refusal) problems.push({ field: state.refusal.startsWith("too-far") || state.refusal.startsWith("outside") ? "street" : "", message: refusalWords(state.refusal, t) });
  problems.sort((a, b) => partOf(a.field) - partOf(b.field));
  const value = (name: string): string => String(values[name] ?? "");
  return (
    <Container>
      <Section space="tight">
        <BookingHead view={view} back={null} steps={<BookingSteps at={1} />} />
        <Columns of="side" className="mt-8">
          <div className="max-w-[44rem]">
            <ErrorSummary title={t("errors.summary.title")} errors={problems} />
            <Form id="booking" method="post" encType="multipart/form-data" noValidate={hydrated} className="mt-2">
              {/* Enter in any field must press the main button, whatever stands before it. */}
              <button type="submit" name="intent" value="pay" className="q-hidden" tabIndex={-1} aria-hidden="true">{submit}</button>
              <Stack gap={12}>
                <HoldNotice view={view} />
                <SeriesPart view={view} />
                <QuestionPart view={view} value={value} error={error} />
                <PhotoPart photos={view.photos} answer={state} error={state?.refusedPhotos?.length ? t("booking.photos.someRefused") : undefined} />
                <AddressPart view={view} value={value} error={error} />
                <ContactPart view={view} value={value} error={error} />
                {view.mayBeReplaced ? <SubstitutionChoice who={view.who} value={value("substitution")} /> : null}
                <ConditionsPart view={view} />
                <StickyAction note={due === 0 ? t("rescue.credit.free") : t(view.mode === "reserve" ? "payment.before.shortReserve" : "payment.before.shortDebit")}>
                  <SubmitButton name="intent" value="pay" size="large" icon={CreditCard} pendingLabel={t("common.sending")}>
                    {submit}
                  </SubmitButton>
                </StickyAction>
              </Stack>
            </Form>
          </div>
          <SummaryAside view={view} />
        </Columns>
      </Section>
    </Container>
  );
}

/** The parts of the form from top to bottom, so that the summary lists what to mend in the order in which it comes. */
const partOf = (field: string): number => (field === "" ? 0 : field.startsWith("intake.") ? 1 : field === "photos" ? 2 : /^(street|postcode|locality)/.test(field) ? 3 : 4);

function labelOf(field: string, view: FormView, t: ReturnType<typeof useT>): string {
  const question = view.questions.find(({ code }) => field === `intake.${code}`);
  if (question) return question.question;
  const fields = ["name", "email", "mobile", "visitedName", "visitedTelephone", "street", "concern", "postcode", "locality"] as const;
  if (field === "visitedEmail") return t("together.form.email");
  const own = fields.find((one) => one === field);
  return own ? t(`booking.field.${own}`) : t("booking.field.other");
}
