import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { problemOf, routeOf } from "#app/http/log.server.ts";
import { trimmed } from "#app/http/without-nul.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import "#app/texts/all.server.ts";

export const streamTimeout = 5000;

const megabyte = 1_048_576;

/**
 * Renders a page whole, since no screen defers anything: one piece compresses faster than fifty
 * and costs no stream. The nonce goes to every script that we write.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, load: AppLoadContext): Promise<Response> {
  const { nonce } = load;
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const page = new Writable({
      highWaterMark: 16 * megabyte,
      write(piece: Buffer, _encoding, done) {
        pieces.push(trimmed(piece));
        done();
      },
      final(done) {
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(Buffer.concat(pieces), { headers, status }));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={streamTimeout + 1000} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => void pipe(page),
        onShellError: reject,
        onError: (problem: unknown) => load.app.log.error({ requestId: load.requestId, ...problemOf(problem) }, "page broke while rendering"),
      },
    );
    const late = setTimeout(abort, streamTimeout + 1000);
    page.on("close", () => clearTimeout(late));
  });
}

/** Expected responses are not errors; everything else is logged without personal data. */
export function handleError(problem: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.app.log.error({ requestId: context.requestId, route: routeOf(new URL(request.url).pathname), ...problemOf(problem) }, "request failed");
}
