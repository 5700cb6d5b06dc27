import type { LoaderFunctionArgs } from "@remix-run/node";
import { oneMail } from "#app/domain/notification/mail.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { mailBodyResponse } from "#app/routes/staff/system/parts/mail-body.server.ts";
import { demoContext } from "./demo-only.server.ts";

/** The HTML of one mail of the demo, for the frame of its preview. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await demoContext(args);
  return mailBodyResponse(found(await oneMail(ctx, args.params.mailId ?? "")).html);
}
