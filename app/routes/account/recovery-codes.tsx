import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { renewRecoveryCodes } from "#app/domain/account/staff-sign-in.commands.server.ts";
import { recoveryCodesLeft } from "#app/domain/account/account.queries.server.ts";
import { answer, found } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { staffHome } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink, SubmitButton } from "#app/ui/index.ts";
import { RecoveryCodes } from "./parts/enrol-parts.tsx";
import { Narrow } from "./parts/narrow.tsx";

/** How many recovery codes are left; staff only, for everybody else there is no such page. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const left = found(await recoveryCodesLeft(ctx));
  return { locale: ctx.locale, left, staffHome: staffHome(ctx.locale), title: translator(ctx.locale)("account.enrol.doneTitle") };
}

/** The new codes are in this one answer and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const { codes } = answer(await renewRecoveryCodes(await contextFor(args)));
  return data({ codes }, { headers: { "Cache-Control": "no-store" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ locale: page.locale, title: page.title, path: "/account/recovery-codes", noindex: true }) : []);

export default function Recovery() {
  const { left, staffHome: home } = useLoaderData<typeof loader>();
  const fresh = useActionData<typeof action>();
  const [t, locale] = [useT(), useLocale()];
  if (fresh) return <RecoveryCodes codes={fresh.codes} home={home} />;
  return (
    <Narrow title={t("account.enrol.doneTitle")} lead={t("account.recovery.left", { count: left })}>
      <p>{t("account.recovery.words")}</p>
      <Form method="post"><SubmitButton pendingLabel={t("common.sending")}>{t("account.recovery.renew")}</SubmitButton></Form>
      <BackLink to={`/${locale}/account`}>{t("account.home.title")}</BackLink>
    </Narrow>
  );
}
