import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endCertificate } from "#app/domain/certification/certification.commands.server.ts";
import { certificatesOf } from "#app/domain/certification/certification.queries.server.ts";
import { mayInvite } from "#app/domain/helper/helper.policy.ts";
import { helperById } from "#app/domain/helper/helper.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { answer, found } from "#app/http/answer.server.ts";
import { formAgain, type FormState, sentForm, typedValues } from "#app/http/form.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { deskMeta, titled } from "./parts/desk.tsx";
import { SureForm } from "./parts/sure-form.tsx";

/** A certificate of this very helper that has not ended. */
const certificateOf = async (ctx: Context, helperId: string, certificateId: string) =>
  found((await certificatesOf(ctx, helperId)).find(({ certificate }) => certificate.id === certificateId && certificate.endedAt === null));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayInvite);
  const helper = found(await helperById(ctx, args.params.helperId ?? ""));
  const { certificate, programme } = await certificateOf(ctx, helper.id, args.params.certificateId ?? "");
  return { ...titled(ctx, translator(ctx.locale)("staffHelpers.endCertificate.title", { number: certificate.number })), id: helper.id, name: `${helper.givenName} ${helper.familyName}`, number: certificate.number, programme: programme.name[ctx.locale] };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayInvite);
  const helperId = args.params.helperId ?? "";
  const { certificate } = await certificateOf(ctx, helperId, args.params.certificateId ?? "");
  const form = await sentForm(args.request);
  const reason = String(form.get("reason") ?? "").trim();
  if (reason.length > 2000) return formAgain({ values: typedValues(form), errors: { reason: "errors.field.tooLong" } });
  const result = await endCertificate(ctx, { certificateId: certificate.id, reason });
  if (!result.ok && result.refusal === "reason-missing") return formAgain({ values: typedValues(form), errors: { reason: "staffHelpers.measure.reason-missing" } });
  answer(result);
  return redirect(`/${ctx.locale}/staff/helpers/${helperId}?done=certificateEnded`);
}

export const meta = deskMeta;

export default function EndCertificate() {
  const { id, name, number, programme } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const [t, locale] = [useT(), useLocale()];
  return (
    <SureForm
      title={t("staffHelpers.endCertificate.title", { number })} back={{ to: `/${locale}/staff/helpers/${id}`, label: t("staffHelpers.measure.back", { name }) }} state={state}
      effects={[t("staffHelpers.endCertificate.effects.listings", { programme }), t("staffHelpers.endCertificate.effects.visits"), t("staffHelpers.endCertificate.effects.public")]}
      reason={{ label: t("staffHelpers.endCertificate.reason"), hint: t("staffHelpers.endCertificate.reasonHint") }}
      doIt={t("staffHelpers.endCertificate.do")} keep={t("staffHelpers.endCertificate.keep")} isDangerous
    />
  );
}
