import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { passwordForm } from "#app/domain/account/account.schema.ts";
import { signInWithPassword } from "#app/domain/account/staff-sign-in.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { fromOf, sessionCookie } from "#app/http/session.server.ts";
import { staffHome } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Muted, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";
import { Narrow } from "./parts/narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  if (ctx.actor.kind === "staff") throw redirect(staffHome(ctx.locale));
  return { locale: ctx.locale, title: translator(ctx.locale)("account.staff.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const read = readForm(await sentForm(args.request), passwordForm);
  // A password is never sent back to the page.
  const email = (values: Record<string, string | string[]>) => ({ email: values.email ?? "" });
  if (!read.ok) return formAgain({ ...read.state, values: email(read.state.values) });
  const result = await signInWithPassword(ctx, { ...read.value, from: await fromOf(args) });
  if (!result.ok) return formAgain({ values: email(read.values), errors: {}, refusal: result.refusal }, result.refusal === "wrong-password" ? 401 : statusOf(result.refusal));
  const next = result.value.next === "enrol" ? "enrol" : "code";
  return redirect(`/${ctx.locale}/staff-sign-in/${next}`, { headers: { "Set-Cookie": sessionCookie(args, result.value.token) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ ...data, path: "/staff-sign-in", noindex: true }) : []);

export default function StaffSignIn() {
  const state = useActionData<typeof action>();
  const [t, locale, hydrated] = [useT(), useLocale(), useHydrated()];
  const refused = state?.refusal === "too-many" ? t("account.signIn.tooMany") : state?.refusal ? t("account.staff.wrong") : null;
  return (
    <Narrow title={t("account.staff.title")} lead={t("account.staff.lead")}>
      <Form method="post" noValidate={hydrated}>
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, refused)} />
          <TextField name="email" type="email" autoComplete="username" label={t("account.signIn.email")} defaultValue={typedAt(state, "email")} error={problemAt(state, t, "email")} required />
          <TextField name="password" type="password" autoComplete="current-password" label={t("account.staff.password")} error={problemAt(state, t, "password")} required />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.staff.submit")}</SubmitButton>
        </Stack>
      </Form>
      <Stack gap={2}>
        <Muted>{t("account.staff.forgot")}</Muted>
        <Muted><Link to={`/${locale}/sign-in`}>{t("account.staff.customer")}</Link></Muted>
      </Stack>
    </Narrow>
  );
}
