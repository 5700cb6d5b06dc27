import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { signInForm } from "#app/domain/account/account.schema.ts";
import { safeReturnTo } from "#app/domain/account/account.ts";
import { requestSignIn } from "#app/domain/account/sign-in.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { homeOf, waitingCookie } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Muted, Notice, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";
import { Narrow } from "./parts/narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const { searchParams } = new URL(args.request.url);
  const returnTo = safeReturnTo(searchParams.get("returnTo"));
  if (ctx.actor.personId) throw redirect(returnTo ?? homeOf(ctx.locale));
  const t = translator(ctx.locale);
  return { locale: ctx.locale, returnTo, signedOut: searchParams.has("signed-out"), title: t("account.signIn.title"), description: t("account.signIn.description") };
}

/** The same answer for every address, known or not. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const form = await sentForm(args.request);
  const read = readForm(form, signInForm);
  if (!read.ok) return formAgain(read.state);
  const returnTo = safeReturnTo(form.get("returnTo"));
  const result = await requestSignIn(ctx, { email: read.value.email, returnTo, network: args.context.network });
  if (!result.ok) return formAgain({ values: read.values, errors: {}, refusal: result.refusal }, statusOf(result.refusal));
  return redirect(`/${ctx.locale}/sign-in/code`, { headers: { "Set-Cookie": waitingCookie(args, result.value.signInId) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ ...data, path: "/sign-in", noindex: true }) : []);

export default function SignIn() {
  const { returnTo, signedOut } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, locale, hydrated] = [useT(), useLocale(), useHydrated()];
  return (
    <Narrow title={t("account.signIn.title")} lead={t("account.signIn.lead")}>
      {signedOut && !state ? <Notice tone="ok" role="status" title={t("account.signedOut")} /> : null}
      <Form method="post" noValidate={hydrated}>
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, state?.refusal === "too-many" ? t("account.signIn.tooMany") : null)} />
          {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
          <TextField name="email" type="email" autoComplete="email" inputMode="email" label={t("account.signIn.email")} defaultValue={typedAt(state, "email")} error={problemAt(state, t, "email")} required />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.signIn.send")}</SubmitButton>
        </Stack>
      </Form>
      <Stack gap={2}>
        <Muted>{t("account.signIn.guest")}</Muted>
        <Muted><Link to={`/${locale}/staff-sign-in`}>{t("account.signIn.staff")}</Link></Muted>
      </Stack>
    </Narrow>
  );
}
