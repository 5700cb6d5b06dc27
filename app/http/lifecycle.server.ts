import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Express } from "express";
import { startJobs } from "#app/jobs/runner.server.ts";
import type { App } from "./app.server.ts";

/** After this, connections that still stand are cut, so that everything is over within ten seconds. */
export const patienceMs = 8000;

export type Serving = {
  server: Server;
  port: number;
  /** Takes no new connection, answers what has begun, lets jobs finish, closes the store. Safe to call twice. */
  stop(): Promise<void>;
};

/** Listens and works until told to stop. */
export async function serve(app: App, express: Express, { jobs = true }: { jobs?: boolean } = {}): Promise<Serving> {
  const server = express.listen(app.config.port, app.config.host);
  await Promise.race([once(server, "listening"), once(server, "error").then(([problem]) => Promise.reject(problem))]);
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  const runner = jobs ? await startJobs(app) : null;
  let stopped: Promise<void> | null = null;
  return { server, port: (server.address() as AddressInfo).port, stop: () => (stopped ??= stop(app, server, runner)) };
}

async function stop(app: App, server: Server, runner: { stop(): Promise<void> } | null): Promise<void> {
  app.stoppingSince = app.clock.real();
  // Load balancers read "not ready" before the port closes.
  if (app.config.drainMs > 0) await pause(app.config.drainMs);
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  // A connection that becomes idle while we wait must not keep the door open.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs - app.config.drainMs);
  await Promise.all([closed, Promise.race([runner?.stop(), pause(patienceMs, undefined, { ref: false })])]);
  clearInterval(sweep);
  clearTimeout(cut);
  await app.standIn?.idle().catch(() => undefined);
  app.mailer.close();
  await app.store.close();
}
