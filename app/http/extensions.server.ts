import type { RequestHandler } from "express";
import type { App } from "./app.server.ts";
import { webhooks } from "./webhooks.server.ts";

export type Extension = {
  /** Reached before the Origin check: only for what proves itself by a signature. */
  beforeOriginCheck?: (app: App) => RequestHandler;
  /** Ordinary addresses that are no screens. */
  routes?: (app: App) => RequestHandler;
};

/** Everything the server answers beside screens and machines' addresses. */
export const extensions: readonly Extension[] = [{ beforeOriginCheck: webhooks }];
