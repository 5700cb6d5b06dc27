import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { signOut } from "#app/domain/account/session.commands.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { endedCookie, sessionFor } from "#app/http/session.server.ts";

export const loader = async (args: LoaderFunctionArgs) => redirect(`/${(await contextFor(args)).locale}`);

/** Ends the session in the database: the cookie is worth nothing from here on. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  await signOut(ctx, (await sessionFor(args))?.id ?? null);
  return redirectDocument(`/${ctx.locale}/sign-in?signed-out`, { headers: { "Set-Cookie": endedCookie(args), "Clear-Site-Data": '"cache"' } });
}
