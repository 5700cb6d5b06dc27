import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mailPage } from "#app/domain/notification/mail.queries.server.ts";
import { neighbours, pageOf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { useMoment } from "#app/routes/staff/system/parts/moment.ts";
import { MailSearch, MailTable } from "#app/routes/staff/system/parts/mail-parts.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { Pagination } from "#app/ui/index.ts";
import { demoContext } from "./demo-only.server.ts";
import { OutboxFrame } from "./outbox-frame.tsx";

/** Every mail of the demo, for everybody: where a visitor finds the code to sign in. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await demoContext(args);
  const url = new URL(args.request.url);
  const search = (url.searchParams.get("to") ?? "").trim().slice(0, 200);
  const page = pageOf(url.searchParams);
  const { rows, more } = await mailPage(ctx, { search: search || undefined, page });
  return { search, rows, sends: args.context.app.mailer.sends, paging: neighbours(url, page, more) };
}

export default function Outbox() {
  const { search, rows, sends, paging } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const moment = useMoment();
  return (
    <OutboxFrame title={t("outbox.title")} sends={sends}>
      <MailSearch search={search} t={t} />
      <MailTable rows={rows} search={search} base={`/${locale}/dev/outbox`} sends={sends} t={t} moment={moment} />
      {paging.newer || paging.older ? <Pagination label={t("outbox.paging.label")} previous={paging.newer} next={paging.older} previousLabel={t("outbox.paging.previous")} nextLabel={t("outbox.paging.next")} summary={t("outbox.paging.summary", { page: paging.page })} /> : null}
    </OutboxFrame>
  );
}
