import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { inviteHelper } from "#app/domain/helper/invitation.commands.server.ts";
import { mayInvite } from "#app/domain/helper/helper.policy.ts";
import { inviteSchema } from "#app/domain/helper/helper.schema.ts";
import { openHelperInvitations } from "#app/domain/helper/staff.queries.server.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { answer, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { namedProblems, problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Heading, Muted, RadioGroup, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { textOf } from "./parts/asked.server.ts";
import { Desk, deskMeta, titled } from "./parts/desk.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayInvite);
  const open = await openHelperInvitations(ctx);
  const sent = textOf(new URL(args.request.url).searchParams, "sent");
  return { ...titled(ctx, translator(ctx.locale)("staffHelpers.invite.title")), open, sent: open.find(({ id }) => id === sent)?.email ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayInvite);
  const read = readForm(await sentForm(args.request), inviteSchema);
  if (!read.ok) return formAgain(read.state);
  const result = await inviteHelper(ctx, read.value);
  if (!result.ok && result.refusal === "already-helper") return formAgain({ values: read.values, errors: { email: "staffHelpers.invite.alreadyHelper" }, refusal: result.refusal }, statusOf(result.refusal));
  const { invitationId } = answer(result);
  return redirect(`/${ctx.locale}/staff/helpers/invite?sent=${invitationId}`);
}

export const meta = deskMeta;

export default function Invite() {
  const { open, sent } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const [t, locale] = [useT(), useLocale()];
  const field = (name: string) => ({ name, defaultValue: typedAt(state, name) ?? "", error: problemAt(state, t, name) });
  const labels = { givenName: t("staffHelpers.invite.givenName"), familyName: t("staffHelpers.invite.familyName"), email: t("staffHelpers.invite.email") };
  return (
    <Desk width="text" title={t("staffHelpers.invite.title")} lead={t("staffHelpers.invite.lead")} back={{ to: `/${locale}/staff/helpers`, label: t("staffHelpers.invite.back") }} done={sent && !state ? t("staffHelpers.invite.sent", { email: sent }) : null}>
      <Form method="post" noValidate key={sent}>
        <Stack gap={6}>
          <ErrorSummary title={t("errors.summary.title")} errors={namedProblems(problemsOf(state, t), labels, locale)} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField {...field("givenName")} label={labels.givenName} autoComplete="off" maxLength={60} required />
            <TextField {...field("familyName")} label={labels.familyName} autoComplete="off" maxLength={80} required />
          </div>
          <TextField {...field("email")} type="email" label={labels.email} autoComplete="off" maxLength={254} required />
          <RadioGroup {...field("locale")} defaultValue={typedAt(state, "locale") ?? "de"} inline label={t("staffHelpers.invite.locale")} options={locales.map((value) => ({ value, label: t(`staffHelpers.invite.locales.${value}`) }))} />
          <div><SubmitButton pendingLabel={t("staffHelpers.invite.sending")}>{t("staffHelpers.invite.send")}</SubmitButton></div>
        </Stack>
      </Form>
      <section className="grid gap-2">
        <Heading level={2} size={3}>{t("staffHelpers.invite.open")}</Heading>
        {open.length === 0 ? <Muted>{t("staffHelpers.invite.noneOpen")}</Muted> : (
          <ul className="grid divide-y divide-line border-y border-line">
            {open.map(({ id, name, email, expiresAt }) => <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2"><span><b>{name}</b> <span className="wrap-anywhere">{email}</span></span><span className="text-sm text-muted">{t("staffHelpers.invite.until", { date: formatDate(expiresAt, locale) })}</span></li>)}
          </ul>
        )}
      </section>
    </Desk>
  );
}
