import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { signInUnderLink, signInWithLink } from "#app/domain/account/sign-in.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { fromOf } from "#app/http/session.server.ts";
import { homeOf, welcome } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Muted, SubmitButton } from "#app/ui/index.ts";
import { Narrow } from "./parts/narrow.tsx";

/** Looking uses nothing up: programs that read mail open links. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const found = await signInUnderLink(ctx, args.params.token ?? "");
  return data({ locale: ctx.locale, email: found?.email ?? null, title: translator(ctx.locale)("account.link.title") }, { status: found ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const result = await signInWithLink(ctx, { token: args.params.token ?? "", from: await fromOf(args) });
  if (result.ok) return welcome(args, { ...result.value, fallback: homeOf(ctx.locale, result.value.isHelper) });
  return data({ refusal: result.refusal }, { status: statusOf(result.refusal) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ ...page, path: "/sign-in", noindex: true }) : []);

export default function SignInLink() {
  const { email } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  if (!email) {
    return (
      <Narrow title={t("account.link.overTitle")} lead={t("account.link.overWords")}>
        <div><ButtonLink to={`/${locale}/sign-in`}>{t("account.link.new")}</ButtonLink></div>
      </Narrow>
    );
  }
  return (
    <Narrow title={t("account.link.title")} lead={t("account.link.lead", { email })}>
      <Form method="post"><SubmitButton wide pendingLabel={t("common.sending")}>{t("account.link.submit")}</SubmitButton></Form>
      <Muted>{t("account.link.why")}</Muted>
    </Narrow>
  );
}
