import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { newPasswordForm } from "#app/domain/account/account.schema.ts";
import { acceptAsHelper, invitationUnder } from "#app/domain/account/invitation.commands.server.ts";
import { acceptAsStaff } from "#app/domain/account/staff-start.commands.server.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { fromOf, sessionCookie } from "#app/http/session.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { HelperInvitation, StaffInvitation } from "./parts/invitation-parts.tsx";
import { Narrow } from "./parts/narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const found = await invitationUnder(ctx, args.params.token ?? "");
  const invitation = found && { kind: found.kind, name: found.name, email: found.email, company: ctx.settings.brand.name };
  return data({ locale: ctx.locale, invitation, title: translator(ctx.locale)("account.invitation.title") }, { status: invitation ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const token = args.params.token ?? "";
  const found = await invitationUnder(ctx, token);
  if (!found) throw notFound();
  const { device, replaces } = await fromOf(args);
  if (found.kind === "helper") {
    const joined = await acceptAsHelper(ctx, { token, device, replaces });
    if (!joined.ok) return refused(joined.refusal);
    return redirectDocument(`/${ctx.locale}/helper/welcome`, { headers: { "Set-Cookie": sessionCookie(args, joined.value.token) } });
  }
  const read = readForm(await sentForm(args.request), newPasswordForm);
  if (!read.ok) return formAgain({ values: {}, errors: read.state.errors });
  const started = await acceptAsStaff(ctx, { token, password: read.value.password, device, replaces });
  if (started.ok) return redirect(`/${ctx.locale}/staff-sign-in/enrol`, { headers: { "Set-Cookie": sessionCookie(args, started.value.token) } });
  const weak = started.refusal === "weak-password" && "detail" in started ? started.detail?.problem : undefined;
  return weak ? formAgain({ values: {}, errors: { password: `account.weak.${String(weak)}` } }) : refused(started.refusal);
}

const refused = (refusal: string) => formAgain({ values: {}, errors: {}, refusal } satisfies FormState, statusOf(refusal));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ locale: page.locale, title: page.title, path: "", noindex: true }) : []);

export default function InvitationPage() {
  const { invitation } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, locale] = [useT(), useLocale()];
  if (!invitation) {
    return (
      <Narrow title={t("account.invitation.overTitle")} lead={t("account.invitation.overWords")}>
        <p><Link to={`/${locale}/sign-in`}>{t("common.signIn")}</Link></p>
      </Narrow>
    );
  }
  return invitation.kind === "staff" ? <StaffInvitation {...invitation} state={state} /> : <HelperInvitation {...invitation} state={state} />;
}
