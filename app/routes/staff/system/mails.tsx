import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayReadMails } from "#app/domain/notification/mail.policy.ts";
import { mailPage } from "#app/domain/notification/mail.queries.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { contextIf, neighbours, pageOf } from "./parts/allowed.server.ts";
import { Paging, SystemFrame } from "./parts/frame.tsx";
import { useMoment } from "./parts/moment.ts";
import { MailSearch, MailTable } from "./parts/mail-parts.tsx";

/** The archive of what was written. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayReadMails);
  const url = new URL(args.request.url);
  const search = (url.searchParams.get("to") ?? "").trim().slice(0, 200);
  const page = pageOf(url.searchParams);
  const { rows, more } = await mailPage(ctx, { search: search || undefined, page });
  return { locale: ctx.locale, title: translator(ctx.locale)("staffSystem.mails.title"), search, rows, sends: args.context.app.mailer.sends, paging: neighbours(url, page, more) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff/system/mails", title: data.title, noindex: true }) : []);

export default function Mails() {
  const { search, rows, sends, paging } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const moment = useMoment();
  return (
    <SystemFrame title={t("staffSystem.mails.title")} lead={t("staffSystem.mails.lead")}>
      <MailSearch search={search} t={t} />
      <MailTable rows={rows} search={search} base={`/${locale}/staff/system/mails`} sends={sends} t={t} moment={moment} />
      <Paging {...paging} />
    </SystemFrame>
  );
}
