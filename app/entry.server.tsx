import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { problemOf, routeOf } from "#app/http/log.server.ts";
import { withoutNul } from "#app/http/without-nul.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import "#app/texts/all.server.ts";

export const streamTimeout = 5000;

/** Streams a page to people, the finished page to robots; the nonce goes to every script that we write. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, load: AppLoadContext): Promise<Response> {
  const { nonce } = load;
  return new Promise((resolve, reject) => {
    let shell = false;
    const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={streamTimeout + 1000} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          shell = true;
          const body = withoutNul();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(problem: unknown) {
          if (shell) load.app.log.error({ requestId: load.requestId, ...problemOf(problem) }, "page broke while streaming");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Expected responses are not errors; everything else is logged without personal data. */
export function handleError(problem: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.app.log.error({ requestId: context.requestId, route: routeOf(new URL(request.url).pathname), ...problemOf(problem) }, "request failed");
}
