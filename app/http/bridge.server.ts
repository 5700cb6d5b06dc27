import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type AppLoadContext, createReadableStreamFromReadable, type RequestHandler as RemixHandler, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as Asked, RequestHandler, Response as Answer } from "express";
import type { App } from "./app.server.ts";
import type { Built } from "./guard.server.ts";
import { plainPage } from "./plain-page.server.ts";

const megabyte = 1_048_576;
/** The largest body that is read: forms with pictures, and everything else. */
export const bodyAtMost = (contentType: string): number => (contentType.startsWith("multipart/form-data") ? 20 * megabyte : megabyte);

/**
 * Hands requests to the Remix build. Its own adapter builds addresses from the Host header and reads bodies of any length;
 * this one uses the configured origin and counts while the body streams in.
 */
export function screens(app: App, handle: RemixHandler, built: Built): RequestHandler {
  return async (asked, answer, next) => {
    try {
      const tooLarge = async () => {
        answer.setHeader("Connection", "close");
        await plainPage(app, await built(), asked, answer, 413, "tooLarge");
      };
      const most = bodyAtMost(asked.get("content-type") ?? "");
      if (Number(asked.get("content-length") ?? 0) > most) return await tooLarge();
      const context: AppLoadContext = { app, nonce: answer.locals.nonce, requestId: answer.locals.requestId, network: asked.ip ?? "" };
      const response = await handle(requestFrom(app, asked, answer, most, tooLarge), context);
      await send(response, answer);
    } catch (problem) {
      next(problem);
    }
  };
}

function requestFrom(app: App, asked: Asked, answer: Answer, most: number, tooLarge: () => Promise<void>): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  // Our own check has judged the Origin against the configured address; Remix would judge it again against the Host, which proxies rewrite.
  headers.delete("origin");
  const gone = new AbortController();
  answer.on("close", () => {
    if (!answer.writableFinished) gone.abort();
  });
  const init: RequestInit & { duplex?: "half" } = { method: asked.method, headers, signal: gone.signal };
  if (asked.method !== "GET" && asked.method !== "HEAD") {
    init.body = createReadableStreamFromReadable(counted(asked, most, tooLarge));
    init.duplex = "half";
  }
  return new Request(app.config.origin + asked.originalUrl, init);
}

/** The body, broken off with 413 as soon as it is longer than allowed. */
function counted(asked: Asked, most: number, tooLarge: () => Promise<void>): Transform {
  let length = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length <= most) return done(null, chunk);
      void tooLarge();
      done(new Error("The body is larger than allowed"));
    },
  });
  pipeline(asked, counter).catch(() => undefined);
  return counter;
}

async function send(response: Response, answer: Answer): Promise<void> {
  // Answered already: the body was too large.
  if (answer.headersSent) return void (await response.body?.cancel());
  answer.status(response.status);
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") answer.append(name, value);
    else answer.setHeader(name, value);
  }
  if (!response.body) return void answer.end();
  // A page is whole already; files and tables may be long and are passed on as they come.
  if (response.headers.get("content-type")?.startsWith("text/html")) return void answer.end(Buffer.from(await response.arrayBuffer()));
  await writeReadableStreamToWritable(response.body, answer);
}
