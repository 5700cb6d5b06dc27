import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayReadMails } from "#app/domain/notification/mail.policy.ts";
import { oneMail } from "#app/domain/notification/mail.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { contextIf } from "./parts/allowed.server.ts";
import { mailBodyResponse } from "./parts/mail-body.server.ts";

/** The HTML of one mail, for the frame of its preview. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayReadMails);
  return mailBodyResponse(found(await oneMail(ctx, args.params.mailId ?? "")).html);
}
