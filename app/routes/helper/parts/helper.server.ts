import { redirectDocument } from "@remix-run/node";
import { type HelperRow, myHelper } from "#app/domain/helper/helper.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { notFound } from "#app/http/answer.server.ts";
import { type Args, contextFor } from "#app/http/context.server.ts";

/** Who asks, as a helper: visitors sign in first and come back, everybody else finds nothing here. */
export async function asHelper(args: Args): Promise<{ ctx: Context; helper: HelperRow }> {
  const ctx = await contextFor(args);
  if (ctx.actor.kind === "visitor") {
    const { pathname, search } = new URL(args.request.url);
    throw redirectDocument(`/${ctx.locale}/sign-in?returnTo=${encodeURIComponent(pathname + search)}`);
  }
  const helper = await myHelper(ctx);
  if (!helper) throw notFound();
  return { ctx, helper };
}
