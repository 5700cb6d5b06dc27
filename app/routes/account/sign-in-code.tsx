import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeForm } from "#app/domain/account/account.schema.ts";
import { signInWithCode } from "#app/domain/account/sign-in.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { fromOf } from "#app/http/session.server.ts";
import { homeOf, waitingSignIn, welcome } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { problemAt, problemsOf } from "#app/routes/shared/problems.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { CodeField, ErrorSummary, Muted, Notice, Stack, SubmitButton, useHydrated } from "#app/ui/index.ts";
import { Narrow } from "./parts/narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  if (ctx.actor.personId) throw redirect(homeOf(ctx.locale));
  if (!waitingSignIn(args)) throw redirect(`/${ctx.locale}/sign-in`);
  const { app } = args.context;
  return { locale: ctx.locale, outbox: app.config.mode === "demo" && !app.mailer.sends, title: translator(ctx.locale)("account.code.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const signInId = waitingSignIn(args);
  if (!signInId) throw redirect(`/${ctx.locale}/sign-in`);
  const read = readForm(await sentForm(args.request), codeForm);
  if (!read.ok) return formAgain(read.state);
  const result = await signInWithCode(ctx, { signInId, code: read.value.code, from: await fromOf(args) });
  if (result.ok) return welcome(args, { ...result.value, fallback: homeOf(ctx.locale, result.value.isHelper) });
  const left = result.refusal === "wrong-code" && "detail" in result ? result.detail : undefined;
  return formAgain({ values: {}, errors: {}, refusal: result.refusal, detail: left }, statusOf(result.refusal));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ ...data, path: "/sign-in/code", noindex: true }) : []);

export default function SignInCode() {
  const { outbox } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, locale, hydrated] = [useT(), useLocale(), useHydrated()];
  const refused = state?.refusal === "wrong-code" ? t("account.code.wrong", { count: Number(state.detail?.left) }) : state?.refusal === "code-over" ? t("account.code.over") : state?.refusal ? t("account.signIn.tooMany") : null;
  return (
    <Narrow title={t("account.code.title")} lead={t("account.code.lead")}>
      {outbox ? <Notice title={t("account.code.demo")} actions={<a href={`/${locale}/dev/outbox`} target="_blank" rel="noopener">{t("account.code.outbox")}</a>} /> : null}
      <Form method="post" noValidate={hydrated}>
        <Stack gap={6}>
          <ErrorSummary title={t("account.problem")} errors={problemsOf(state, t, refused)} />
          <CodeField name="code" label={t("account.code.label")} error={problemAt(state, t, "code")} required />
          <SubmitButton wide pendingLabel={t("common.sending")}>{t("account.code.submit")}</SubmitButton>
        </Stack>
      </Form>
      <Stack gap={2}>
        <Muted>{t("account.code.again")}</Muted>
        <Muted><Link to={`/${locale}/sign-in`}>{t("account.code.againLink")}</Link></Muted>
      </Stack>
    </Narrow>
  );
}
