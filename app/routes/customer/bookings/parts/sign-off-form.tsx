import { Form } from "@remix-run/react";
import { aspects } from "#app/domain/review/review.ts";
import type { FormState } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { ErrorSummary, Fieldset, RadioCards, StarsField, StickyAction, SubmitButton, TextArea } from "#app/ui/index.ts";
import { problemWords, refusalWords } from "./form-words.ts";
import type { Head, View } from "./view.server.ts";

const voices = ["yes", "no", "unknown"] as const;
type Props = { view: Head & { answered: boolean; reviewed: boolean; report: View["report"]; signsOffAt: number | null }; state?: FormState };

/** Solved? Right in your eyes? Then stars, words, and a private word, each of them free to leave out. */
export function SignOffForm({ view, state }: Props) {
  const t = useT();
  const when = useWhen(view.now);
  const error = (field: string) => (state?.errors[field] ? t(state.errors[field] as TextKey) : undefined);
  const value = (field: string) => String(state?.values[field] ?? "");
  const label = (field: string): string => (field === "solved" || field === "right" ? t(`booking.signOff.${field}`, { who: view.who }) : field === "words" || field === "privateWord" ? t(`booking.signOff.${field}`) : t(`booking.aspect.${field as (typeof aspects)[number]}`));
  const problems = [...(state?.refusal ? [{ field: "", message: refusalWords(state.refusal, t) }] : []), ...Object.keys(state?.errors ?? {}).map((field) => ({ field, message: problemWords(label(field), error(field)) }))];
  const starWords = [t("booking.star.1"), t("booking.star.2"), t("booking.star.3"), t("booking.star.4"), t("booking.star.5")] as const;
  const stars = (aspect: string) => ([1, 2, 3, 4, 5] as const).find((one) => String(one) === value(aspect));
  return (
    <>
      <ErrorSummary title={t("errors.summary.title")} errors={problems} />
      <Form method="post" className="grid gap-12">
        {view.answered ? null : (
          <div className="grid gap-8">
            {(["solved", "right"] as const).map((name) => (
              <RadioCards key={name} name={name} label={t(`booking.signOff.${name}`, { who: view.who })} hint={t(`booking.signOff.${name}Hint`)} error={error(name)} defaultValue={value(name)} required options={voices.map((voice) => ({ value: voice, label: t(`booking.voice.${voice}`) }))} />
            ))}
          </div>
        )}
        {view.reviewed ? null : (
          <Fieldset legend={t("booking.signOff.starsTitle", { who: view.who })} hint={t(view.answered ? "booking.signOff.starsHintOnly" : "booking.signOff.starsHint")}>
            {aspects.map((aspect) => <StarsField key={aspect} name={aspect} label={t(`booking.aspect.${aspect}`)} words={starWords} error={error(aspect)} defaultValue={stars(aspect)} />)}
            <TextArea name="words" label={t("booking.signOff.words")} optional={t("common.optional")} hint={t("booking.signOff.wordsHint")} error={error("words")} defaultValue={value("words")} maxLength={1500} />
            <TextArea name="privateWord" label={t("booking.signOff.privateWord")} optional={t("common.optional")} hint={t("booking.signOff.privateHint")} error={error("privateWord")} defaultValue={value("privateWord")} maxLength={1500} rows={3} />
          </Fieldset>
        )}
        <StickyAction note={view.signsOffAt === null ? undefined : t("booking.signOff.byTime", { time: when.on(view.signsOffAt) })}>
          <SubmitButton name="intent" value="answer" size="large" pendingLabel={t("common.sending")}>{t(view.answered ? "booking.signOff.submitReview" : "booking.signOff.submit")}</SubmitButton>
        </StickyAction>
      </Form>
    </>
  );
}
