import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { certify } from "#app/domain/certification/certification.commands.server.ts";
import { mayInvite } from "#app/domain/helper/helper.policy.ts";
import { helperById } from "#app/domain/helper/helper.queries.server.ts";
import { answer, found, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, sentForm, typedValues } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, ErrorSummary, RadioCards, Row, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { Desk, deskMeta, titled } from "./parts/desk.tsx";

/** Certifiers certify one helper for a programme; support and quality are refused. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayInvite);
  const helper = found(await helperById(ctx, args.params.helperId ?? ""));
  const { programmes, serviceTypes } = await readCatalogue(ctx);
  const name = `${helper.givenName} ${helper.familyName}`;
  return {
    ...titled(ctx, translator(ctx.locale)("staffHelpers.certify.title", { name })),
    id: helper.id,
    name,
    programmes: programmes.map(({ code, name: words, validityMonths }) => ({ code, name: words[ctx.locale], months: validityMonths, services: serviceTypes.filter(({ programmeCode, state }) => programmeCode === code && state === "active").map(({ content }) => content.name[ctx.locale]).join(", ") })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayInvite);
  const helperId = args.params.helperId ?? "";
  const form = await sentForm(args.request);
  const typed = (name: string) => String(form.get(name) ?? "").trim();
  const again = (errors: Record<string, string>, status = 400) => formAgain({ values: typedValues(form), errors }, status);
  const programmeCode = typed("programme");
  if (!(await readCatalogue(ctx)).programmes.some(({ code }) => code === programmeCode)) return again({ programme: "errors.field.choice" });
  const validityMonths = /^\d{1,3}$/.test(typed("months")) ? Number(typed("months")) : Number.NaN;
  if (Number.isNaN(validityMonths)) return again({ months: "staffHelpers.certify.validity" });
  const result = await certify(ctx, { helperId, programmeCode, validityMonths });
  if (!result.ok && result.refusal === "validity") return again({ months: "staffHelpers.certify.validity" });
  if (!result.ok && result.refusal === "already-certified") return again({ programme: "staffHelpers.certify.already-certified" }, statusOf(result.refusal));
  return redirect(`/${ctx.locale}/staff/helpers/${helperId}?done=certified&n=${answer(result).number}`);
}

export const meta = deskMeta;

export default function Certify() {
  const { id, name, programmes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const [t, locale] = [useT(), useLocale()];
  const back = `/${locale}/staff/helpers/${id}`;
  const usual = [...new Set(programmes.map(({ months }) => months))].join(", ");
  return (
    <Desk width="text" title={t("staffHelpers.certify.title", { name })} lead={t("staffHelpers.certify.lead")} back={{ to: back, label: t("staffHelpers.measure.back", { name }) }}>
      <Form method="post" noValidate>
        <Stack gap={6}>
          <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t)} />
          <RadioCards name="programme" label={t("staffHelpers.certify.programme")} defaultValue={typedAt(state, "programme") ?? ""} error={problemAt(state, t, "programme")} options={programmes.map(({ code, name: label, services }) => ({ value: code, label, hint: t("staffHelpers.certify.services", { services }) }))} />
          <TextField name="months" label={t("staffHelpers.certify.months")} hint={t("staffHelpers.certify.monthsHint", { months: usual })} inputMode="numeric" width="short" defaultValue={typedAt(state, "months") ?? String(programmes[0]?.months ?? 24)} error={problemAt(state, t, "months")} autoComplete="off" />
          <Row>
            <SubmitButton pendingLabel={t("staffHelpers.certify.doing")}>{t("staffHelpers.certify.do")}</SubmitButton>
            <ButtonLink to={back} variant="quiet">{t("staffHelpers.certify.keep")}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Desk>
  );
}
