import { LogIn } from "#app/ui/icons.ts";
import { languageChoices } from "#app/routes/shared/booking/language-choices.ts";
import { useT } from "#app/texts/use.ts";
import { Checkbox, Fieldset, SelectField, SubmitButton, TextField } from "#app/ui/index.ts";
import type { FieldError } from "./booking-form.tsx";
import type { FormView } from "./form.server.ts";

type Props = { view: FormView; value: (name: string) => string; error: FieldError };

/** Where the visit takes place; the postcode is the one that was searched for, since price and distance hang on it. */
export function AddressPart({ view, value, error }: Props) {
  const t = useT();
  const { postcode, locality } = view.booking;
  return (
    <Fieldset legend={t("booking.form.addressTitle")} hint={t("booking.form.addressHint", { who: view.who })}>
      <TextField name="street" label={t("booking.field.street")} autoComplete="street-address" defaultValue={value("street")} error={error("street")} required maxLength={160} />
      <div>
        <p className="q-label">{t("booking.field.place")}</p>
        <p className="mt-1">{postcode} {locality}</p>
        <p className="q-muted">{t("booking.form.placeFixed")}</p>
        <input type="hidden" name="postcode" value={postcode} />
        <input type="hidden" name="locality" value={locality} />
      </div>
    </Fieldset>
  );
}

/** Who books and is written to; who is visited, where that is somebody else. The second part opens without JavaScript. */
export function ContactPart({ view, value, error }: Props) {
  const t = useT();
  if (view.stays !== null) return <Fieldset legend={t("booking.form.contactTitle")}><p>{t("together.form.stays", { name: view.stays })}</p></Fieldset>;
  return (
    <div className="group grid gap-8">
      <Fieldset legend={t("booking.form.contactTitle")} hint={t(view.staff ? "booking.form.contactStaff" : "booking.form.contactHint")}>
        <TextField name="name" label={t("booking.field.name")} autoComplete="name" defaultValue={value("name")} error={error("name")} required maxLength={120} />
        <TextField name="email" type="email" label={t("booking.field.email")} hint={t("booking.form.emailHint")} autoComplete="email" defaultValue={value("email")} error={error("email")} required maxLength={254} />
        <TextField name="mobile" type="tel" label={t("booking.field.mobile")} hint={t("booking.form.mobileHint")} autoComplete="tel" width="medium" defaultValue={value("mobile")} error={error("mobile")} required maxLength={30} />
        {view.signedIn ? null : (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <span>{t("booking.form.signInHint")}</span>
            <SubmitButton name="intent" value="sign-in" formNoValidate variant="quiet" size="small" icon={LogIn}>{t("booking.form.signIn")}</SubmitButton>
          </p>
        )}
        <Checkbox name="elsewhere" label={t("booking.form.elsewhere")} hint={t("booking.form.elsewhereHint")} defaultChecked={value("elsewhere") === "on"} />
      </Fieldset>
      <div className="hidden group-has-[#elsewhere:checked]:block">
        <Fieldset legend={t("booking.form.visitedTitle")}>
          <TextField name="visitedName" label={t("booking.field.visitedName")} autoComplete="off" defaultValue={value("visitedName")} error={error("visitedName")} maxLength={120} />
          <TextField name="visitedTelephone" type="tel" label={t("booking.field.visitedTelephone")} hint={t("booking.form.visitedHint", { who: view.who })} autoComplete="off" width="medium" defaultValue={value("visitedTelephone")} error={error("visitedTelephone")} maxLength={30} />
          <TextField name="visitedEmail" type="email" label={t("together.form.email")} hint={t("together.form.emailHint")} optional={t("common.optional")} autoComplete="off" defaultValue={value("visitedEmail")} error={error("visitedEmail")} maxLength={254} />
          <SelectField name="visitedLocale" width="medium" label={t("together.form.language")} optional={t("common.optional")} placeholder={t("together.form.same")} defaultValue={value("visitedLocale")} error={error("visitedLocale")} options={languageChoices} />
        </Fieldset>
      </div>
    </div>
  );
}
