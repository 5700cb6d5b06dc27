import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { secondFactorForm } from "#app/domain/account/account.schema.ts";
import { proveSecondFactor } from "#app/domain/account/staff-sign-in.commands.server.ts";
import { waitingCode } from "#app/domain/account/staff-start.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { fromOf, sessionFor } from "#app/http/session.server.ts";
import { staffHome, welcome } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { ErrorSummary, Notice, Stack, SubmitButton, TextField, useHydrated } from "#app/ui/index.ts";
import { Narrow } from "./parts/narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const session = await sessionFor(args);
  if (ctx.actor.kind === "staff") throw redirect(staffHome(ctx.locale));
  if (session?.level !== "password_only") throw redirect(`/${ctx.locale}/staff-sign-in`);
  const demoCode = args.context.app.config.mode === "demo" ? await waitingCode(ctx, session) : null;
  return { locale: ctx.locale, demoCode, title: translator(ctx.locale)("account.secondFactor.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const session = await sessionFor(args);
  if (session?.level !== "password_only") throw redirect(`/${ctx.locale}/staff-sign-in`);
  const read = readForm(await sentForm(args.request), secondFactorForm);
  if (!read.ok) return formAgain({ values: {}, errors: read.state.errors });
  const result = await proveSecondFactor(ctx, { session, code: read.value.code, device: (await fromOf(args)).device });
  if (result.ok) return welcome(args, { token: result.value.token, fallback: staffHome(ctx.locale) });
  return formAgain({ values: {}, errors: {}, refusal: result.refusal }, statusOf(result.refusal));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ ...data, path: "/staff-sign-in/code", noindex: true }) : []);

export default function SecondFactor() {
  const { demoCode } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, hydrated] = [useT(), useHydrated()];
  const sentences: Record<string, string> = { "too-many": t("account.signIn.tooMany"), "code-replayed": t("account.secondFactor.replayed") };
  const refused = state?.refusal ? (sentences[state.refusal] ?? t("account.secondFactor.wrong")) : null;
  return (
    <Narrow title={t("account.secondFactor.title")} lead={t("account.secondFactor.lead")}>
      {demoCode ? <Notice tone="warn" title={t("account.secondFactor.demoTitle")}>{t("account.secondFactor.demo", { code: demoCode })}</Notice> : null}
      <Form method="post" noValidate={hydrated}>
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, refused)} />
          <TextField name="code" width="medium" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} label={t("account.secondFactor.label")} error={problemAt(state, t, "code")} required />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.secondFactor.submit")}</SubmitButton>
        </Stack>
      </Form>
    </Narrow>
  );
}
