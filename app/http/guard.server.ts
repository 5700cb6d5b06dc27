import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { App } from "./app.server.ts";
import { plainPage } from "./plain-page.server.ts";

export type Built = () => Promise<ServerBuild | null>;
const safe = new Set(["GET", "HEAD"]);
const addressAtMost = 4000;

/** Only the methods that screens know, and addresses of a length that people use, without the zero byte that PostgreSQL refuses. */
export const sensible = (app: App, built: Built): RequestHandler => async (request, response, next) => {
  if (!safe.has(request.method) && request.method !== "POST") return plainPage(app, await built(), request, response.set("Allow", "GET, HEAD, POST"), 405, "notAllowed");
  if (!request.originalUrl.startsWith("/") || request.originalUrl.length > addressAtMost || request.originalUrl.includes("%00") || hasBrokenEscape(request.path)) return plainPage(app, await built(), request, response, 400, "invalid");
  next();
};

function hasBrokenEscape(path: string): boolean {
  try {
    return decodeURIComponent(path).includes("\0");
  } catch {
    return true;
  }
}

/** Whether an unsafe request was sent by a page of ours: by its Origin, or its Referer where a browser sends none. */
export function isOurs(app: Pick<App, "config">, { origin, referer, host }: { origin?: string; referer?: string; host?: string }): boolean {
  const from = origin ?? (referer && URL.canParse(referer) ? new URL(referer).origin : null);
  if (from === app.config.origin) return true;
  // On one's own machine the demo answers to both of its names.
  return app.config.mode === "demo" && host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) && from === `http://${host}`;
}

/** Refuses forms sent from other sites, before anything reads them. */
export const sameOrigin = (app: App, built: Built): RequestHandler => async (request, response, next) => {
  if (safe.has(request.method) || isOurs(app, { origin: request.get("origin"), referer: request.get("referer"), host: request.get("host") })) return next();
  app.log.warn({ requestId: response.locals.requestId }, "form from another site refused");
  return plainPage(app, await built(), request, response, 403, "foreign");
};
