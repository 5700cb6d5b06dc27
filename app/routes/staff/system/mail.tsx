import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayReadMails } from "#app/domain/notification/mail.policy.ts";
import { oneMail } from "#app/domain/notification/mail.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink, ButtonLink, Row } from "#app/ui/index.ts";
import { contextIf } from "./parts/allowed.server.ts";
import { SystemFrame } from "./parts/frame.tsx";
import { useMoment } from "./parts/moment.ts";
import { MailPreview, subjectOf } from "./parts/mail-parts.tsx";

/** One mail as it was written. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayReadMails);
  const { html: _html, ...mail } = found(await oneMail(ctx, args.params.mailId ?? ""));
  return { locale: ctx.locale, title: subjectOf(mail, translator(ctx.locale)), mail, sends: args.context.app.mailer.sends };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: `/staff/system/mails/${data.mail.id}`, title: data.title, noindex: true }) : []);

export default function OneMail() {
  const { mail, title, sends } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const moment = useMoment();
  return (
    <SystemFrame title={title} lead={t("staffSystem.mails.lead")}>
      <Row justify="between">
        <BackLink to={`/${locale}/staff/system/mails`}>{t("outbox.back")}</BackLink>
        {mail.bookingId ? <ButtonLink to={`/${locale}/staff/bookings/${mail.bookingId}`} variant="secondary" size="small">{t("staffSystem.mails.booking")}</ButtonLink> : null}
      </Row>
      <MailPreview mail={mail} body={`/${locale}/staff/system/mails/${mail.id}/body`} sends={sends} t={t} moment={moment} />
    </SystemFrame>
  );
}
