import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { contextFor } from "#app/http/context.server.ts";
import { problemOf } from "#app/http/log.server.ts";
import type { Problem } from "./contract.server.ts";

const titles: Record<number, string> = { 400: "The request is not understood", 404: "Not found", 405: "Only GET and HEAD", 429: "Too many requests", 500: "Something broke on our side" };

/** An error as problem details (RFC 9457); types are addresses below ours that stay the same. */
export function problem(origin: string, status: number, { detail, errors }: Pick<Problem, "detail" | "errors"> = {}): Response {
  const body: Problem = { type: status === 400 ? `${origin}/api/v1/problems/invalid` : "about:blank", title: titles[status] ?? "Error", status, ...(detail && { detail }), ...(errors && { errors }) };
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*" } });
}

/** The answer as JSON with a strong ETag; a client that has it already gets 304 without a body. */
export function answered(request: Request, body: unknown, maxAge: number): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { ETag: etag, "Cache-Control": `public, max-age=${maxAge}`, Vary: "Accept-Encoding", "Access-Control-Allow-Origin": "*" };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}

type Endpoint<Q extends z.ZodType, A extends z.ZodType> = { query: Q; answer: A };

/**
 * One address of the API as a loader: reads the request against its schema, works, checks the answer against its own.
 * `work` gives null for "not found".
 */
export const endpoint =
  <Q extends z.ZodType<{ lang: Locale }>, A extends z.ZodType>({ query, answer }: Endpoint<Q, A>, maxAge: number, work: (ctx: Context, asked: z.output<Q>) => Promise<z.input<A> | null | Response>) =>
  async (args: LoaderFunctionArgs): Promise<Response> => {
    const { origin } = args.context.app.config;
    try {
      const url = new URL(args.request.url);
      const asked = query.safeParse({ ...Object.fromEntries(url.searchParams), ...args.params });
      if (!asked.success) return problem(origin, 400, { errors: asked.error.issues.map(({ path, message }) => ({ field: path.join("."), message })) });
      const ctx = await contextFor({ ...args, params: { locale: asked.data.lang } });
      const found = await work(ctx, asked.data);
      if (found instanceof Response) return found;
      return found === null ? problem(origin, 404) : answered(args.request, answer.parse(found), maxAge);
    } catch (bug) {
      args.context.app.log.error({ requestId: args.context.requestId, ...problemOf(bug) }, "api request failed");
      return problem(origin, 500);
    }
  };

/** The API only reads. */
export const readOnly = ({ context }: { context: LoaderFunctionArgs["context"] }): Response => {
  const refused = problem(context.app.config.origin, 405);
  refused.headers.set("Allow", "GET, HEAD");
  return refused;
};

export const iso = (at: number): string => new Date(at).toISOString();
export const francs = (minor: number): { minor: number; currency: "CHF" } => ({ minor, currency: "CHF" });
