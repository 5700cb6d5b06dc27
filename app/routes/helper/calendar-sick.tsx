import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { fallSick } from "#app/domain/rescue/sick.commands.server.ts";
import { sickPreview } from "#app/domain/rescue/sick.queries.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Row, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("rescue.sick.title");

/** What "ill until then" would hand back; the date stands in the address, so that the list works without JavaScript. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  const { untilDate, rows } = await sickPreview(ctx, new URL(args.request.url).searchParams.get("until") ?? "");
  return { now: ctx.now, untilDate, rows: rows.map(({ service, ...row }) => ({ ...row, service: service[ctx.locale] })) };
}

/** Hands everything back and closes the days. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const form = await sentForm(args.request);
  const untilDate = String(form.get("until") ?? "");
  const done = await fallSick(ctx, { untilDate, name: translator(ctx.locale)("rescue.sick.holiday") });
  return done.ok ? redirect(`${helperPath(ctx.locale)}?done=sick${done.value.left > 0 ? `&left=${done.value.left}` : ""}`) : data({ refusal: done.refusal, until: untilDate }, { status: statusOf(done.refusal) });
}

export default function Sick() {
  const { now, untilDate, rows } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() as { refusal?: string; until?: string } | undefined;
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(now);
  return (
    <Screen title={t("rescue.sick.title")} lead={t("rescue.sick.lead")} back={{ to: helperPath(locale), label: t("rescue.sick.back") }}>
      <Form method="get" className="grid gap-3">
        <TextField key={untilDate} name="until" type="date" width="medium" label={t("rescue.sick.until")} hint={t("rescue.sick.untilHint")} error={answer ? t("rescue.sick.wrong") : undefined} defaultValue={answer?.until ?? untilDate} required />
        <div><SubmitButton variant="secondary" size="small">{t("rescue.sick.show")}</SubmitButton></div>
      </Form>
      <section className="grid gap-2" aria-labelledby="concerned">
        <Heading level={2} size={3} id="concerned">{t("rescue.sick.concerned")}</Heading>
        {rows.length === 0 ? <p>{t("rescue.sick.nothing")}</p> : (
          <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
            {rows.map((row) => (
              <li key={row.id} className="px-4 py-3">
                <p className="font-semibold">{when.span(row)}</p>
                <p>{row.service}</p>
                <p className="text-sm text-muted">{row.how === "request" ? t("rescue.sick.request", { locality: row.locality }) : t(`rescue.sick.${row.how}`, { name: row.customerName, locality: row.locality })}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <ul className="grid list-disc gap-1 pl-5">
        {(["back", "requests", "unpaid", "closed", "kind"] as const).map((effect) => <li key={effect}>{t(`rescue.sick.effects.${effect}`)}</li>)}
      </ul>
      <Form method="post">
        <Stack gap={3}>
          <input type="hidden" name="until" value={untilDate} />
          <Row gap={3}>
            <SubmitButton variant="danger" pendingLabel={t("common.sending")}>{t("rescue.sick.do")}</SubmitButton>
            <ButtonLink to={helperPath(locale)} variant="secondary">{t("rescue.sick.back")}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
