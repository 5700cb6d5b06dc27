import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { App } from "./app.server.ts";

/** The Express application around one Remix build. */
export function createServer(app: App, build: ServerBuild | (() => Promise<ServerBuild>)): express.Express {
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", app.config.trustedProxies);
  server.use(compression());
  server.use((_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.locals.requestId = randomBytes(8).toString("hex");
    response.setHeader("Content-Security-Policy", `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`);
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    next();
  });
  server.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  server.use(express.static("build/client", { maxAge: "1h" }));
  server.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  server.all("*", createRequestHandler({ build, getLoadContext: (request, response) => ({ app, nonce: response.locals.nonce, requestId: response.locals.requestId, network: request.ip ?? "" }) }));
  return server;
}
