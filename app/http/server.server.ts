import path from "node:path";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler } from "express";
import { standInPages } from "#app/gateways/payments/standin.pages.server.ts";
import "#app/texts/all.server.ts";
import type { App } from "./app.server.ts";
import { branchHandlers, type Manifests } from "./branches.server.ts";
import { screens } from "./bridge.server.ts";
import { cookieName } from "./cookies.server.ts";
import { extensions } from "./extensions.server.ts";
import { type Built, sameOrigin, sensible } from "./guard.server.ts";
import { headers } from "./headers.server.ts";
import { languages } from "./languages.server.ts";
import { logRequests, problemOf } from "./log.server.ts";
import { plainPage } from "./plain-page.server.ts";
import { throttle } from "./throttle.server.ts";
import { wellKnown } from "./well-known.server.ts";

export type ServerOptions = {
  /** The folder of the browser's files; without it another server (Vite) gives them. */
  clientDir?: string | null;
  mode?: string;
};

/** The Express application around one Remix build; the order below is the way of a request. */
export function createServer(app: App, build: ServerBuild | (() => Promise<ServerBuild>), { clientDir = path.resolve("build/client"), mode = process.env.NODE_ENV ?? "production" }: ServerOptions = {}): express.Express {
  const built: Built = async () => (typeof build === "function" ? await build() : build);
  const { handle, manifests } = typeof build === "function" ? { handle: createRequestHandler(build, mode), manifests: new Map<string, string>() } : branchHandlers(build, mode);
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", app.config.trustedProxies);
  server.use(headers(app));
  // Level 4 costs a third less time than the default 6 and 3 % more bytes.
  server.use(compression({ level: 4 }));
  server.use(routeManifests(manifests));
  if (clientDir) {
    server.use("/assets", express.static(path.join(clientDir, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
    const files = express.static(clientDir, { maxAge: "1h", index: false, redirect: false });
    // Files have an ending and screens have none, so no page waits for the disk to say that it is not a file.
    server.use((request, response, next) => (path.posix.extname(request.path) ? files(request, response, next) : next()));
  }
  server.use(wellKnown(app));
  server.use(logRequests(app));
  server.use(sensible(app, built));
  for (const { beforeOriginCheck } of extensions) if (beforeOriginCheck) server.use(beforeOriginCheck(app));
  if (app.standIn) server.use(standInPages(app.standIn));
  server.use(sameOrigin(app, built), throttle(app, built), languages(app, built), caching(app));
  for (const { routes } of extensions) if (routes) server.use(routes(app));
  server.use(screens(app, handle, built));
  server.use(lastResort(app, built));
  return server;
}

/** What a browser must know of the screens behind its door; kept for ever, since the address changes with the content. */
const routeManifests = (manifests: Manifests): express.RequestHandler => (request, response, next) => {
  const manifest = manifests.get(request.path);
  if (manifest === undefined) return next();
  response.type("text/javascript").setHeader("Cache-Control", "public, max-age=31536000, immutable").send(manifest);
};

/** Pages are asked for anew each time; those of people who are signed in are kept nowhere. */
const caching = (app: App): express.RequestHandler => (request, response, next) => {
  const signedIn = (request.get("cookie") ?? "").includes(`${cookieName(app.config, "quartier")}=`);
  response.setHeader("Cache-Control", signedIn ? "private, no-store" : "private, no-cache");
  next();
};

const lastResort =
  (app: App, built: Built): ErrorRequestHandler =>
  async (problem: unknown, request, response, next) => {
    const status = Number((problem as { status?: unknown }).status) || 500;
    if (status >= 500) app.log.error({ requestId: response.locals.requestId, ...problemOf(problem) }, "request failed");
    try {
      await plainPage(app, await built(), request, response, status, status === 404 ? "notFound" : status < 500 ? "invalid" : "broken");
    } catch (again) {
      next(again);
    }
  };
