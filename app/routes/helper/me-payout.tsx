import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Landmark } from "#app/ui/icons.ts";
import { notFound } from "#app/http/answer.server.ts";
import { openOnboarding, readPayoutStanding } from "#app/http/payouts.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, Heading, Notice, Stack, SubmitButton } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.payout.title");

/** Coming back from the provider leads here as well: it is asked again each time until the account is ready. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const { app } = args.context;
  const { payoutAfterDays, signOffHours, probationVisits } = ctx.settings.policy;
  return { ...(await readPayoutStanding(app, ctx, helper)), playMoney: app.payments.playMoney, payoutAfterDays, signOffHours, probationVisits };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const opened = await openOnboarding(args.context.app, ctx, helper, helperPath(ctx.locale, "me/payout"));
  if (opened.ok) return redirectDocument(opened.value.url, 303);
  if (opened.refusal === "not-found") throw notFound();
  return data({ refusal: opened.refusal }, { status: 503 });
}

export default function Payout() {
  const t = useT();
  const locale = useLocale();
  const { state, activeAt, isSilent, playMoney, payoutAfterDays, signOffHours, probationVisits } = useLoaderData<typeof loader>();
  const refusal = useAnswer<typeof action>()?.refusal;
  return (
    <Screen title={t("helper.payout.title")} lead={t("helper.payout.lead")} back={useBackToMe()}>
      {playMoney ? <div><Badge tone="info">{t("helper.payout.playMoney")}</Badge></div> : null}
      {refusal || isSilent ? <Notice tone="warn" role="alert" actions={<ButtonLink to={helperPath(locale, "me/payout")} variant="secondary" size="small">{t("helper.payout.again")}</ButtonLink>}>{t("helper.payout.problem")}</Notice> : null}
      {state === "active" && activeAt !== null ? <Notice tone="ok" title={t("helper.payout.activeTitle")}>{t("helper.payout.activeWords", { date: formatDate(activeAt, locale) })}</Notice> : null}
      {state === "pending" ? <Notice tone="warn" title={t("helper.payout.pendingTitle")}>{t("helper.payout.pendingWords")}</Notice> : null}
      {state === "none" ? <p>{t("helper.payout.missingWords")}</p> : null}
      <Form method="post">
        <SubmitButton size={state === "active" ? "normal" : "large"} variant={state === "active" ? "secondary" : "primary"} icon={Landmark} pendingLabel={t("common.sending")}>
          {t(state === "none" ? "helper.payout.start" : state === "pending" ? "helper.payout.continue" : "helper.payout.manage")}
        </SubmitButton>
      </Form>
      <Stack gap={2} as="section">
        <Heading level={2} size={3}>{t("helper.payout.when")}</Heading>
        <p>{t("helper.payout.whenWords", { days: payoutAfterDays, hours: signOffHours, visits: probationVisits })}</p>
      </Stack>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
