import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { oneMail } from "#app/domain/notification/mail.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { useMoment } from "#app/routes/staff/system/parts/moment.ts";
import { MailPreview, subjectOf } from "#app/routes/staff/system/parts/mail-parts.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { demoContext } from "./demo-only.server.ts";
import { OutboxFrame } from "./outbox-frame.tsx";

/** One mail of the demo. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await demoContext(args);
  const { html: _html, ...mail } = found(await oneMail(ctx, args.params.mailId ?? ""));
  return { mail, sends: args.context.app.mailer.sends };
}

export default function OutboxMail() {
  const { mail, sends } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const moment = useMoment();
  return (
    <OutboxFrame title={subjectOf(mail, t)} sends={sends} back={`/${locale}/dev/outbox`}>
      <MailPreview mail={mail} body={`/${locale}/dev/outbox/${mail.id}/body`} sends={sends} t={t} moment={moment} />
    </OutboxFrame>
  );
}
