import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Express } from "express";
import { startJobs } from "#app/jobs/runner.server.ts";
import type { App } from "./app.server.ts";

/** After this, connections that still stand are cut, so that everything is over within ten seconds. */
const patienceMs = 8000;

/** How long new requests wait at most for those that are being answered, before the door closes. */
const holdMs = 1500;

export type Serving = {
  server: Server;
  port: number;
  /** Takes no new connection, answers what has begun, lets jobs finish, closes the store. Safe to call twice. */
  stop(): Promise<void>;
};

/** Listens and works until told to stop. */
export async function serve(app: App, express: Express, { jobs = true }: { jobs?: boolean } = {}): Promise<Serving> {
  const door: Door = { open: new Set(), working: 0, held: null };
  const server = createServer((request, response) => {
    door.open.add(response);
    response.on("close", () => door.open.delete(response));
    const answer = () => {
      door.working += 1;
      response.on("close", () => {
        door.working -= 1;
      });
      express(request, response);
    };
    if (door.held) void door.held.then(answer);
    else answer();
  }).listen(app.config.port, app.config.host);
  await Promise.race([once(server, "listening"), once(server, "error").then(([problem]) => Promise.reject(problem))]);
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  const runner = jobs ? await startJobs(app) : null;
  let stopped: Promise<void> | null = null;
  return { server, port: (server.address() as AddressInfo).port, stop: () => (stopped ??= stop(app, server, door, runner)) };
}

type Door = {
  /** Answers that are not finished. */
  open: Set<ServerResponse>;
  /** How many of them the house is working on. */
  working: number;
  /** While set, requests are taken but wait. */
  held: Promise<void> | null;
};

/**
 * Takes no new connection without losing one that was made: while requests wait, the process does nothing but accept,
 * so that nobody stands in the system's queue, which closing would cut off. http's own close would also cut
 * connections whose request is on its way; net's only stops listening.
 */
async function closeDoor(server: Server, door: Door): Promise<void> {
  let release = () => undefined as unknown;
  door.held = new Promise<void>((resolve) => {
    release = () => resolve();
  });
  for (let waited = 0; door.working > 0 && waited < holdMs; waited += 20) await pause(20);
  await pause(50);
  await new Promise((resolve) => setImmediate(resolve));
  NetServer.prototype.close.call(server);
  door.held = null;
  release();
}

async function stop(app: App, server: Server, door: Door, runner: { stop(): Promise<void> } | null): Promise<void> {
  app.stoppingSince = app.clock.real();
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  // From here on every answer closes its connection, so that no request is sent into one that we close.
  for (const response of door.open) if (!response.headersSent) response.setHeader("Connection", "close");
  // Load balancers read "not ready" before the port closes.
  if (app.config.drainMs > 0) await pause(app.config.drainMs);
  const closed = once(server, "close");
  await closeDoor(server, door);
  const sweep = setInterval(() => server.closeIdleConnections(), 300);
  await Promise.all([closed, Promise.race([runner?.stop(), pause(patienceMs, undefined, { ref: false })])]);
  clearInterval(sweep);
  clearTimeout(cut);
  await app.standIn?.idle().catch(() => undefined);
  app.mailer.close();
  await app.store.close();
}
