import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { problemOf, routeOf } from "#app/http/log.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import "#app/texts/all.server.ts";

export const streamTimeout = 5000;

/**
 * Renders a page whole, since no screen defers anything: one string costs a tenth less than a stream of pieces, and React 18's
 * stream writes NUL bytes where a letter of several bytes meets the end of its buffer. The nonce goes to every script that we write.
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, { nonce }: AppLoadContext): Promise<Response> {
  const data = remix.serverHandoffStream;
  // Without its stream Remix leaves out the data, which it could only write through a suspended stream; it follows below.
  remix.serverHandoffStream = undefined;
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  const end = data && remix.renderMeta?.didRenderScripts ? await dataScripts(data, nonce) : "";
  return new Response(Buffer.from(`<!DOCTYPE html>${page}${end}`), { headers, status });
}

/** The page's data as RemixBrowser awaits it: text handed to its stream controller, then the end. */
async function dataScripts(data: ReadableStream<Uint8Array>, nonce: string): Promise<string> {
  const text = await new Response(data).text();
  const script = (call: string) => `<script nonce="${nonce}">window.__remixContext.streamController.${call};</script>`;
  return script(`enqueue(${harmless(JSON.stringify(text))})`) + script("close()");
}

const harmless = (json: string): string => json.replace(/[&<>\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Expected responses are not errors; everything else is logged without personal data. */
export function handleError(problem: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.app.log.error({ requestId: context.requestId, route: routeOf(new URL(request.url).pathname), ...problemOf(problem) }, "request failed");
}
