import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { App } from "./app.server.ts";

/** The content policy of one page: nothing inline without the nonce; foreign hosts only for tiles and payment forms. */
export function contentPolicy(app: Pick<App, "config" | "payments">, nonce: string): string {
  const tiles = app.config.tiles ? ` ${hostOfTiles(app.config.tiles.url)}` : "";
  const forms = app.payments.formHosts.filter((host) => host !== app.config.origin).map((host) => ` ${host}`).join("");
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    `img-src 'self' data: blob:${tiles}`,
    `connect-src 'self'${tiles}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self'${forms}`,
    ...(app.config.origin.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** "https://{s}.tiles.example/{z}/{x}/{y}.png" → "https://*.tiles.example". */
export const hostOfTiles = (url: string): string => /^https?:\/\/[^/]+/.exec(url.replace("{s}", "*"))?.[0] ?? "";

/** The headers of every answer, the request's id and the page's nonce. */
export function headers(app: App): RequestHandler[] {
  const https = app.config.origin.startsWith("https:");
  return [
    helmet({
      contentSecurityPolicy: false,
      // Stricter would make browsers send "Origin: null" with forms.
      referrerPolicy: { policy: "strict-origin-when-cross-origin" },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    }),
    (_request, response, next) => {
      const nonce = randomBytes(16).toString("base64");
      const requestId = randomBytes(8).toString("hex");
      response.locals.nonce = nonce;
      response.locals.requestId = requestId;
      response.setHeader("X-Request-Id", requestId);
      response.setHeader("Content-Security-Policy", contentPolicy(app, nonce));
      response.setHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");
      if (app.stoppingSince !== null) response.setHeader("Connection", "close");
      next();
    },
  ];
}
