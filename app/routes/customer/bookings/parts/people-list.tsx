import { Form } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { namedProblems, problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { languageChoices } from "#app/routes/shared/booking/language-choices.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Checkbox, ErrorSummary, Fieldset, Heading, RadioGroup, Row, SelectField, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";
import { Trash2, UserPlus } from "#app/ui/icons.ts";
import { refusalWords } from "./form-words.ts";
import type { PersonShown } from "./people.server.ts";

const own = ["own-address", "too-many-watchers"] as const;

/** The sentence of a refusal on this screen. */
function useRefusal(state: FormState | undefined): string | null {
  const t = useT();
  const name = own.find((one) => one === state?.refusal);
  return name ? t(`together.people.refused.${name}`) : state?.refusal ? refusalWords(state.refusal, t) : null;
}

const givenRights = ["see", "act"] as const;

/** Everybody who is let in, each with the other right and the way out one tap away. */
export function People({ watchers, state }: { watchers: PersonShown[]; state: FormState | undefined }) {
  const t = useT();
  const isAbout = (id: string) => state?.values.watcher === id;
  const refusal = useRefusal(state);
  return (
    <section aria-labelledby="who-sees">
      <Heading level={2} size={3} id="who-sees">{t("together.around.who")}</Heading>
      <ul className="mt-3 grid">
        {watchers.map(({ id, name, email, right, visits }) => (
          <li key={id} className="grid gap-3 border-t border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">{name}<Badge>{t(`together.around.right.${right}`)}</Badge></p>
              <p className="q-muted wrap-anywhere">{email}</p>
              {isAbout(id) && refusal ? <p role="alert" className="text-sm text-bad">{refusal}</p> : null}
            </div>
            <Form method="post" className="grid gap-2">
              <input type="hidden" name="watcher" value={id} />
              <input type="hidden" name="right" value={right === "see" ? "act" : "see"} />
              <Row gap={2}>
                {right === "visited" ? null : <SubmitButton name="intent" value="right" variant="secondary" size="small" aria-label={t(right === "see" ? "together.people.toActOf" : "together.people.toSeeOf", { name })}>{t(right === "see" ? "together.people.toAct" : "together.people.toSee")}</SubmitButton>}
                <SubmitButton name="intent" value="remove" variant="quiet" size="small" icon={Trash2} aria-label={t("together.people.removeOf", { name })}>{t("together.people.remove")}</SubmitButton>
              </Row>
              {visits > 1 ? <Checkbox name="all" id={`all-${id}`} label={t("together.people.allTheirs", { visits })} defaultChecked /> : null}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One more person: name, address, what they may, the language of their mails, and for how many visits of a series. */
export function AddPerson({ state, isFirst, series }: { state: FormState | undefined; isFirst: boolean; series: number }) {
  const [t, locale] = [useT(), useLocale()];
  const hydrated = useHydrated();
  const mine = state && !state.values.watcher ? state : undefined;
  const refusal = useRefusal(mine);
  const value = (name: string) => String(mine?.values[name] ?? "");
  const labels = { name: t("together.people.name"), email: t("booking.field.email") };
  return (
    <Form method="post" noValidate={hydrated} key={isFirst ? "first" : "more"}>
      <Stack gap={6}>
        <ErrorSummary title={t("errors.summary.title")} errors={namedProblems(problemsOf(mine, t, refusal), labels, locale)} />
        <Fieldset legend={t("together.people.add")} hint={isFirst ? undefined : t("together.people.addHint")}>
          <TextField name="name" label={labels.name} autoComplete="off" defaultValue={value("name")} error={problemAt(mine, t, "name")} required maxLength={120} />
          <TextField name="email" type="email" label={labels.email} autoComplete="off" defaultValue={value("email")} error={problemAt(mine, t, "email")} required maxLength={254} />
          <RadioGroup name="right" label={t("together.people.may")} error={problemAt(mine, t, "right")} defaultValue={value("right") || "see"} options={givenRights.map((right) => ({ value: right, label: t(`together.around.right.${right}`), hint: t(`together.people.rightHint.${right}`) }))} />
          <SelectField name="locale" width="medium" label={t("together.people.language")} error={problemAt(mine, t, "locale")} defaultValue={value("locale") || locale} options={languageChoices} />
          {series > 0 ? <Checkbox name="all" label={t("together.people.all", { visits: series })} hint={t("together.people.allHint")} defaultChecked={mine ? value("all") === "on" : true} /> : null}
        </Fieldset>
        <div><SubmitButton name="intent" value="add" icon={UserPlus} pendingLabel={t("common.sending")}>{t("together.people.send")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
