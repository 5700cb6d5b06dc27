import { redirect, redirectDocument } from "@remix-run/node";
import { safeReturnTo } from "#app/domain/account/account.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { type Args, contextFor } from "./context.server.ts";
import { clearedCookie, readCookie, writtenCookie } from "./cookies.server.ts";
import { sessionCookie } from "./session.server.ts";

const waiting = "quartier-sign-in";
const purpose = "sign-in-waiting";

/** The cookie that ties the code's page to the sign-in that was asked for in this browser. */
export const waitingCookie = ({ context: { app } }: Pick<Args, "context">, signInId: string): string =>
  writtenCookie(app.config, waiting, `${signInId}~${app.signing.mac(purpose, signInId)}`, 900);

/** The sign-in that this browser waits for, or null. */
export function waitingSignIn({ request, context: { app } }: Pick<Args, "context" | "request">): string | null {
  const [id = "", mac = ""] = (readCookie(app.config, request, waiting) ?? "").split("~");
  return id && app.signing.matches(purpose, id, mac) ? id : null;
}

/** Signed in: on to where one came from, with a new cookie and a fresh page. */
export function welcome(args: Pick<Args, "context">, { token, returnTo, fallback }: { token: string; returnTo?: string | null; fallback: string }): Response {
  const headers = new Headers({ "Set-Cookie": sessionCookie(args, token) });
  headers.append("Set-Cookie", clearedCookie(args.context.app.config, waiting));
  return redirectDocument(safeReturnTo(returnTo) ?? fallback, { headers });
}

/** Where somebody starts after signing in without a wish: helpers at their day, others at their account, whose page leads on. */
export const homeOf = (locale: Locale, isHelper = false): string => `/${locale}/${isHelper ? "helper" : "account"}`;
/** Staff read German or English. */
export const staffHome = (locale: Locale): string => `/${locale === "en" ? "en" : "de"}/staff`;

/** The context of somebody who is signed in; visitors are led to sign-in and back again. */
export async function signedIn(args: Args): Promise<Context & { actor: Actor & { personId: string } }> {
  const ctx = await contextFor(args);
  const { personId } = ctx.actor;
  if (personId) return { ...ctx, actor: { ...ctx.actor, personId } };
  const { pathname, search } = new URL(args.request.url);
  const back = args.request.method === "GET" ? `?returnTo=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}` : "";
  throw redirect(`/${ctx.locale}/sign-in${back}`);
}
