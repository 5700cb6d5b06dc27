import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { setTonight } from "#app/domain/dispatch/waves.commands.server.ts";
import { answer } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { asHelper } from "./parts/helper.server.ts";
import { helperPath } from "./parts/paths.ts";

/** The address is for sending only. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  throw redirect(helperPath(ctx.locale));
}

/** "Ask me tonight too", or not any more. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  answer(await setTonight(ctx, (await sentForm(args.request)).get("intent") === "start"));
  throw redirect(`${helperPath(ctx.locale)}#tonight`);
}
