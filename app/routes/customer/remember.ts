import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { safeReturnTo } from "#app/domain/account/account.ts";
import { forgetHelper, rememberHelper } from "#app/domain/together/favourites.commands.server.ts";
import { answer, notFound } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { noWish, wishedCookie, wishedHelper } from "#app/http/remembering.server.ts";

const idForm = /^[0-9a-f-]{8,64}$/;
const codeForm = /^[a-z0-9-]{1,64}$/;

/** Where signing in leads back to: what the button meant is done now, and the page that it stood on is shown. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const helperId = args.params.helperId ?? "";
  if (!idForm.test(helperId)) throw notFound();
  const back = safeReturnTo(new URL(args.request.url).searchParams.get("back")) ?? `/${ctx.locale}/helpers/${helperId}`;
  const wished = wishedHelper(args);
  if (wished?.helperId !== helperId || ctx.actor.kind !== "person") throw redirect(back);
  await rememberHelper(ctx, helperId, wished.service);
  throw redirectDocument(back, { headers: { "Set-Cookie": noWish(args) } });
}

/** Remembers a helper, or forgets them; who is not signed in does that first. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const helperId = args.params.helperId ?? "";
  if (!idForm.test(helperId)) throw notFound();
  const form = await sentForm(args.request);
  const back = safeReturnTo(form.get("back")) ?? `/${ctx.locale}/helpers/${helperId}`;
  if (form.get("intent") === "forget") {
    if (ctx.actor.kind === "person") answer(await forgetHelper(ctx, helperId));
    throw redirect(back);
  }
  const asked = String(form.get("service") ?? "");
  const service = codeForm.test(asked) ? asked : null;
  if (ctx.actor.kind === "visitor") {
    const here = `/${ctx.locale}/helpers/${helperId}/remember?back=${encodeURIComponent(back)}`;
    throw redirectDocument(`/${ctx.locale}/sign-in?returnTo=${encodeURIComponent(here)}`, { headers: { "Set-Cookie": wishedCookie(args, { helperId, service }) } });
  }
  answer(await rememberHelper(ctx, helperId, service));
  throw redirect(back);
}
