import { Form } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { Clock } from "#app/ui/icons.ts";
import { languageChoices } from "#app/routes/shared/booking/language-choices.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { SubstitutionChoice } from "#app/routes/shared/booking/substitution.tsx";
import { labelledProblem, problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { SeriesPart } from "#app/routes/shared/series/part.tsx";
import { sumOf } from "#app/routes/shared/series/sum.ts";
import { formatDayTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Checkbox, ErrorSummary, Fieldset, Heading, Notice, RadioGroup, Row, SelectField, Stack, SubmitButton, TextArea, TextField, useHydrated } from "#app/ui/index.ts";
import type { CallerState } from "../caller.tsx";
import type { CallerView } from "./caller.server.ts";

const refusals = ["already-prolonged", "too-late", "too-far", "outside-area", "unknown-place", "wrong-state"] as const;
type Props = { view: CallerView; state?: CallerState };

/** The sentence of a refusal on the way to a booking for a caller. */
export function useRefusal(refusal: string | undefined): string | null {
  const t = useT();
  return refusal ? t(`staffBookings.book.form.refused.${refusals.find((one) => one === refusal) ?? "other"}`) : null;
}

/** What one asks first stands first, so that the summary lists what to mend in the form's own order. */
const order = ["", "intake.", "concern", "name", "mobile", "email", "street", "postcode", "locality", "visitedName", "visitedTelephone", "visitedEmail"] as const;
const placeOf = (field: string): number => (field.startsWith("intake.") ? 1 : order.indexOf(field as (typeof order)[number]));

const named = ["name", "email", "mobile", "visitedName", "visitedTelephone", "street", "concern", "postcode", "locality"] as const;

/** Each problem with the field's own words before it, since one asks for several at once. */
function useProblems({ questions }: CallerView, state: CallerState | undefined) {
  const [t, locale] = [useT(), useLocale()];
  const labelOf = (field: string): string => {
    if (field === "visitedEmail") return t("together.form.email");
    const own = named.find((one) => one === field);
    return questions.find(({ code }) => field === `intake.${code}`)?.question ?? (own ? t(`booking.field.${own}`) : t("booking.field.other"));
  };
  return problemsOf(state, t, useRefusal(state?.refusal)).sort((a, b) => placeOf(a.field) - placeOf(b.field)).map(({ field, message }) => ({ field, message: field ? labelledProblem(labelOf(field), message, locale) : message }));
}

/** The same fields as the customer's form, in the order in which one asks on the telephone. */
export function CallerForm({ view, state }: Props) {
  const [t, locale] = [useT(), useLocale()];
  const price = useBookingPrice();
  const when = useWhen(view.now);
  const isHydrated = useHydrated();
  const { booking, service, who } = view;
  return (
    <Form method="post" noValidate={isHydrated} className="grid max-w-[46rem] gap-8 xl:max-w-[72rem]">
      <button type="submit" name="intent" value="read" className="q-hidden" tabIndex={-1} aria-hidden="true">{t("staffBookings.book.form.submit")}</button>
      <div className="grid gap-2">
        <Heading level={2}>{t("staffBookings.book.form.title")}</Heading>
        <p>{t("staffBookings.book.form.summary", { service: service.name, who, time: view.series ? t("series.chosen.title", { count: view.series.visits.length, rhythm: t(`series.rhythm.${view.series.everyWeeks}`) }) : formatDayTime(booking.startsAt, locale), price: price(view.series ? sumOf(view.series) : booking.priceMinor, booking.atMost) })}</p>
      </div>
      <ErrorSummary title={t("errors.summary.title")} errors={useProblems(view, state)} />
      {booking.holdUntil === null ? null : (
        <Notice icon={Clock} title={t("staffBookings.book.form.held", { time: when.at(booking.holdUntil) })} actions={<Row gap={2}>{booking.holdProlonged ? null : <SubmitButton name="intent" value="prolong" formNoValidate variant="secondary" size="small">{t("staffBookings.book.form.prolong")}</SubmitButton>}<SubmitButton name="intent" value="other-time" formNoValidate variant="quiet" size="small">{t("staffBookings.book.form.otherTime")}</SubmitButton></Row>}>
          {state?.saved ? t("staffBookings.book.form.prolonged") : null}
        </Notice>
      )}
      <SeriesPart view={view} />
      <Fields view={view} state={state} />
      {view.mayBeReplaced ? <SubstitutionChoice who={who} value={String(state?.values.substitution ?? view.values.substitution ?? "")} /> : null}
      <Row gap={3}>
        <SubmitButton name="intent" value="read">{t("staffBookings.book.form.submit")}</SubmitButton>
        <SubmitButton name="intent" value="leave" formNoValidate variant="quiet">{t("staffBookings.book.form.leave")}</SubmitButton>
      </Row>
    </Form>
  );
}

function Fields({ view, state }: Props) {
  const t = useT();
  const values = { ...view.values, ...state?.values };
  const field = (name: string) => ({ name, error: problemAt(state, t, name), defaultValue: String(values[name] ?? "") });
  const { booking, questions } = view;
  return (
    <div className="grid items-start gap-12 xl:grid-cols-2">
      <Fieldset legend={t("staffBookings.book.form.concern")} hint={t("staffBookings.book.form.concernHint")}>
        {questions.map(({ code, kind, question, hint, choices, required }) => {
          const common = { ...field(`intake.${code}`), label: question, hint: hint ?? undefined, ...(required ? {} : { optional: t("common.optional") }) };
          if (kind === "choice") return <RadioGroup key={code} {...common} options={choices} />;
          if (kind === "yesno") return <RadioGroup key={code} {...common} inline options={[{ value: "yes", label: t("booking.yes") }, { value: "no", label: t("booking.no") }]} />;
          return <TextField key={code} {...common} {...(kind === "number" ? { inputMode: "decimal" as const, width: "short" as const, maxLength: 12 } : { maxLength: 1000 })} />;
        })}
        <TextArea {...field("concern")} label={t("booking.field.concern")} optional={t("common.optional")} maxLength={2000} />
      </Fieldset>
      <Stack gap={12}>
        <Fieldset legend={t("staffBookings.book.form.contact")}>
          <TextField {...field("name")} label={t("booking.field.name")} autoComplete="off" required maxLength={120} />
          <TextField {...field("mobile")} type="tel" label={t("booking.field.mobile")} hint={t("staffBookings.book.form.mobileHint")} autoComplete="off" width="medium" required maxLength={30} />
          <TextField {...field("email")} type="email" label={t("booking.field.email")} hint={t("staffBookings.book.form.emailHint")} autoComplete="off" required maxLength={254} />
        </Fieldset>
        <div className="group grid gap-8">
          <Fieldset legend={t("staffBookings.book.form.address")}>
            <TextField {...field("street")} label={t("booking.field.street")} autoComplete="off" required maxLength={160} />
            <div>
              <p>{booking.postcode} {booking.locality}</p>
              <p className="q-muted">{t("staffBookings.book.form.placeFixed")}</p>
              <input type="hidden" name="postcode" value={booking.postcode} />
              <input type="hidden" name="locality" value={booking.locality} />
            </div>
            <Checkbox name="elsewhere" label={t("staffBookings.book.form.elsewhere")} defaultChecked={values.elsewhere === "on"} />
          </Fieldset>
          <div className="hidden group-has-[#elsewhere:checked]:block">
            <Fieldset legend={t("staffBookings.book.form.visited")}>
              <TextField {...field("visitedName")} label={t("booking.field.visitedName")} autoComplete="off" maxLength={120} />
              <TextField {...field("visitedTelephone")} type="tel" label={t("booking.field.visitedTelephone")} autoComplete="off" width="medium" maxLength={30} />
              <TextField {...field("visitedEmail")} type="email" label={t("together.form.email")} hint={t("together.form.emailHint")} optional={t("common.optional")} autoComplete="off" maxLength={254} />
              <SelectField {...field("visitedLocale")} width="medium" label={t("together.form.language")} optional={t("common.optional")} placeholder={t("together.form.same")} options={languageChoices} />
            </Fieldset>
          </div>
        </div>
      </Stack>
    </div>
  );
}
