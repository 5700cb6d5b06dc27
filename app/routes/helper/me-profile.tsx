import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { saveProfile } from "#app/domain/helper/helper.commands.server.ts";
import { mobileOf } from "#app/domain/helper/helper.queries.server.ts";
import { profileSchema } from "#app/domain/helper/helper.schema.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { useT } from "#app/texts/use.ts";
import { Checkbox, CheckboxGroup, Stack, StickyAction, SubmitButton, TextArea, TextField } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Problems, Screen, Trouble, useDone, useForm } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.profile.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const { givenName, familyName, biography, languages, searchOptIn } = helper;
  return { givenName, familyName, biography, languages, searchOptIn, mobile: await mobileOf(ctx, helper.personId) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const read = readForm(await sentForm(args.request), profileSchema);
  if (!read.ok) return formAgain(read.state);
  const result = await saveProfile(ctx, helper.id, read.value);
  if (!result.ok) return formAgain({ values: read.values, errors: { form: "helper.refusal.notFound" } }, statusOf(result.refusal));
  return redirect(helperPath(ctx.locale, "me/profile?done=saved"));
}

const languages = ["de", "fr", "it", "en", "sq", "pt", "es", "tr", "ta", "sr"] as const;

export default function Profile() {
  const t = useT();
  const profile = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>();
  const { typed, typedAll, error } = useForm(state);
  const optedIn = state ? "searchOptIn" in state.values : profile.searchOptIn;
  return (
    <Screen title={t("helper.profile.title")} lead={t("helper.profile.lead")} back={useBackToMe()} saved={useDone() ? t("helper.me.saved") : null}>
      <Form method="post" noValidate>
        <Stack gap={6}>
          <Problems state={state} labels={{ givenName: t("helper.profile.givenName"), familyName: t("helper.profile.familyName"), biography: t("helper.profile.biography"), mobile: t("helper.profile.mobile") }} />
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField name="givenName" label={t("helper.profile.givenName")} autoComplete="given-name" defaultValue={typed("givenName", profile.givenName)} error={error("givenName")} maxLength={60} required />
            <TextField name="familyName" label={t("helper.profile.familyName")} autoComplete="family-name" defaultValue={typed("familyName", profile.familyName)} error={error("familyName")} maxLength={80} required />
          </div>
          <TextField name="mobile" type="tel" label={t("helper.profile.mobile")} hint={t("helper.profile.mobileHint")} autoComplete="tel" defaultValue={typed("mobile", profile.mobile ?? "")} error={error("mobile")} maxLength={30} width="medium" required />
          <TextArea name="biography" label={t("helper.profile.biography")} hint={t("helper.profile.biographyHint")} rows={6} defaultValue={typed("biography", profile.biography)} error={error("biography")} maxLength={1500} required />
          <CheckboxGroup name="languages" label={t("helper.profile.languages")} inline defaultValues={typedAll("languages", profile.languages)} error={error("languages")} options={languages.map((value) => ({ value, label: t(`helper.profile.language.${value}`) }))} />
          <Checkbox name="searchOptIn" label={t("helper.profile.searchOptIn")} hint={t("helper.profile.searchOptInHint")} defaultChecked={optedIn} />
          <StickyAction><SubmitButton pendingLabel={t("common.sending")}>{t("helper.profile.save")}</SubmitButton></StickyAction>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
