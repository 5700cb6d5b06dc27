import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { type Args, contextFor } from "#app/http/context.server.ts";

/** The context, when the policy lets its actor in; staff of another role hear "not allowed", strangers "not found". */
export async function contextIf(args: Args, may: (actor: Actor) => boolean): Promise<Context> {
  const ctx = await contextFor(args);
  if (may(ctx.actor)) return ctx;
  throw ctx.actor.kind === "staff" ? new Response("not-allowed", { status: 403 }) : new Response("not-found", { status: 404 });
}

/** A page's number from its address: 1 for whatever is none. */
export function pageOf(params: URLSearchParams): number {
  const page = Number(params.get("page"));
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1;
}

/** The address with another page, keeping its filters. */
export function pageLink(url: URL, page: number): string {
  const params = new URLSearchParams(url.searchParams);
  if (page === 1) params.delete("page");
  else params.set("page", String(page));
  const search = params.toString();
  return `${url.pathname}${search ? `?${search}` : ""}`;
}

/** Addresses of the neighbouring pages. */
export const neighbours = (url: URL, page: number, more: boolean) => ({ page, newer: page > 1 ? pageLink(url, page - 1) : null, older: more ? pageLink(url, page + 1) : null });
