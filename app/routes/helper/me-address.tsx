import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ShieldCheck } from "#app/ui/icons.ts";
import { saveAddress } from "#app/domain/helper/helper.commands.server.ts";
import { addressSchema } from "#app/domain/helper/helper.schema.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useT } from "#app/texts/use.ts";
import { cx, Notice, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Problems, Screen, Trouble, useDone, useForm } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.address.title");

export async function loader(args: LoaderFunctionArgs) {
  const { street, postcode, locality } = (await asHelper(args)).helper;
  return { street, postcode, locality };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const read = readForm(await sentForm(args.request), addressSchema);
  if (!read.ok) return formAgain(read.state);
  const result = await saveAddress(ctx, helper.id, read.value);
  if (result.ok) return redirect(helperPath(ctx.locale, "me/address?done=saved"));
  const errors: FormState["errors"] = result.refusal === "postcode-unknown" ? { postcode: "helper.refusal.postcode-unknown" } : { form: "helper.refusal.notFound" };
  return formAgain({ values: read.values, errors }, statusOf(result.refusal));
}

export default function Address() {
  const t = useT();
  const { street, postcode, locality } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>();
  const { typed, error } = useForm(state);
  return (
    <Screen title={t("helper.address.title")} back={useBackToMe()} saved={useDone() ? t("helper.me.saved") : null}>
      <Notice tone="info" icon={ShieldCheck}>
        <p>{t("helper.address.lead")}</p>
        {postcode && locality ? <p>{t("helper.address.shown", { postcode, locality })}</p> : null}
      </Notice>
      <Form method="post" noValidate>
        <Stack gap={6}>
          <Problems state={state} labels={{ street: t("helper.address.street"), postcode: t("helper.address.postcode"), locality: t("helper.address.locality") }} />
          <TextField name="street" label={t("helper.address.street")} autoComplete="street-address" defaultValue={typed("street", street ?? "")} error={error("street")} maxLength={120} required />
          <div className={cx("grid gap-4", !error("postcode") && !error("locality") && "grid-cols-[7rem_1fr]")}>
            <TextField name="postcode" label={t("helper.address.postcode")} autoComplete="postal-code" inputMode="numeric" defaultValue={typed("postcode", postcode ?? "")} error={error("postcode")} maxLength={4} required />
            <TextField name="locality" label={t("helper.address.locality")} autoComplete="address-level2" defaultValue={typed("locality", locality ?? "")} error={error("locality")} maxLength={80} required />
          </div>
          <div><SubmitButton pendingLabel={t("common.sending")}>{t("helper.address.save")}</SubmitButton></div>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
