import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeForm } from "#app/domain/account/account.schema.ts";
import { enrolmentOf, finishEnrolment, waitingCode } from "#app/domain/account/staff-start.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { qrPicture } from "#app/http/qr.server.ts";
import { fromOf, sessionCookie, sessionFor } from "#app/http/session.server.ts";
import { staffHome } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { EnrolForm, RecoveryCodes } from "./parts/enrol-parts.tsx";
import { Narrow } from "./parts/narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const session = await sessionFor(args);
  const enrolment = await enrolmentOf(ctx, session);
  const demoCode = enrolment && args.context.app.config.mode === "demo" ? await waitingCode(ctx, session) : null;
  const shown = enrolment && { secret: enrolment.secret.replace(/(.{4})(?=.)/g, "$1 "), picture: await qrPicture(enrolment.uri) };
  return { locale: ctx.locale, enrolment: shown, demoCode, staffHome: staffHome(ctx.locale), title: translator(ctx.locale)("account.enrol.title") };
}

/** The recovery codes are in this one answer and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const session = await sessionFor(args);
  if (session?.level !== "password_only") throw redirect(`/${ctx.locale}/staff-sign-in`);
  const read = readForm(await sentForm(args.request), codeForm);
  if (!read.ok) return formAgain(read.state);
  const result = await finishEnrolment(ctx, { session, code: read.value.code, device: (await fromOf(args)).device });
  if (!result.ok) return formAgain({ values: {}, errors: {}, refusal: result.refusal }, statusOf(result.refusal));
  return data({ recoveryCodes: result.value.recoveryCodes }, { headers: { "Set-Cookie": sessionCookie(args, result.value.token), "Cache-Control": "no-store" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ locale: page.locale, title: page.title, path: "/staff-sign-in/enrol", noindex: true }) : []);

export default function Enrol() {
  const { enrolment, demoCode, staffHome: home } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  if (answer && "recoveryCodes" in answer) return <RecoveryCodes codes={answer.recoveryCodes} home={home} />;
  if (!enrolment) {
    return (
      <Narrow title={t("account.enrol.title")} lead={t("account.secondFactor.over")}>
        <p><a href={home}>{t("account.enrol.doneLink")}</a></p>
      </Narrow>
    );
  }
  return <EnrolForm {...enrolment} demoCode={demoCode} state={answer as FormState | undefined} />;
}
