import { Agent, request as ask } from "node:http";
import { expect, test } from "vitest";
import { serve } from "#app/http/lifecycle.server.ts";
import { createServer } from "#app/http/server.server.ts";
import { unsafeSettings } from "#app/http/safety.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { tinyBuild } from "#tests/support/served.ts";
import { world } from "#tests/support/world.ts";

/** One GET over a connection that wants to stay open. */
const get = (port: number, path: string, agent?: Agent) =>
  new Promise<{ status: number; body: string; connection: string | undefined }>((resolve, reject) => {
    ask({ port, path, host: "127.0.0.1", headers: { connection: "keep-alive" }, agent }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString())).on("end", () => resolve({ status: response.statusCode ?? 0, body, connection: response.headers.connection }));
    })
      .on("error", reject)
      .end();
  });

test("asked to stop, it answers what has begun, takes nothing new and closes the store", async () => {
  const w = await world({ config: { port: 0, host: "127.0.0.1", drainMs: 0 } });
  let finish: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const began: (() => void)[] = [];
  const beginning = Promise.all(Array.from({ length: 5 }, () => new Promise<void>((resolve) => began.push(resolve))));
  const build = tinyBuild("search", {
    loader: async () => {
      began.pop()?.();
      await slow;
      return new Response("answered");
    },
  });
  const { port, stop } = await serve(w.app, createServer(w.app, build, { clientDir: null }), { jobs: false });
  const begun = Array.from({ length: 5 }, () => get(port, "/de/search"));
  await beginning;
  const stopping = stop();
  expect(stop()).toBe(stopping);
  await expect.poll(() => get(port, "/healthz").catch((problem: NodeJS.ErrnoException) => problem.code), { timeout: 4000 }).toBe("ECONNREFUSED");
  finish();
  expect((await Promise.all(begun)).map(({ status, body }) => [status, body])).toEqual(Array.from({ length: 5 }, () => [200, "answered"]));
  const before = performance.now();
  await stopping;
  expect(performance.now() - before).toBeLessThan(2000);
  await expect(w.store.db.select().from(w.store.t.clock)).rejects.toThrow();
});

test("people who keep clicking while it stops lose nothing that has reached it", async () => {
  const w = await world({ config: { port: 0, host: "127.0.0.1", drainMs: 500 } });
  let reached = 0;
  const build = tinyBuild("search", {
    loader: () => {
      reached += 1;
      return new Response("answered");
    },
  });
  const { port, stop } = await serve(w.app, createServer(w.app, build, { clientDir: null }), { jobs: false });
  const agent = new Agent({ keepAlive: true });
  let answered = 0;
  const lost: string[] = [];
  const click = async (): Promise<void> => {
    try {
      const { body } = await get(port, "/de/search", agent);
      if (body === "answered") answered += 1;
    } catch (problem) {
      // The door is closed: refused, or reset by the kernel while it still waited to be let in. What had been let in is counted below.
      if (["ECONNREFUSED", "ECONNRESET"].includes((problem as NodeJS.ErrnoException).code ?? "")) return;
      lost.push(String(problem));
    }
    return click();
  };
  const people = Array.from({ length: 8 }, click);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await stop();
  await Promise.all(people);
  agent.destroy();
  expect(lost).toEqual([]);
  expect(answered).toBe(reached);
  expect(answered).toBeGreaterThan(people.length);
});

test("a connection that never ends is cut, so that stopping takes less than ten seconds", async () => {
  const w = await world({ config: { port: 0, host: "127.0.0.1" } });
  const build = tinyBuild("search", { loader: () => new Promise(() => undefined) });
  const { port, stop } = await serve(w.app, createServer(w.app, build, { clientDir: null }), { jobs: true });
  const endless = get(port, "/de/search").catch(() => "cut");
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = performance.now();
  await stop();
  expect(performance.now() - before).toBeLessThan(9500);
  expect(await endless).toBe("cut");
}, 15_000);

const safe = {
  NODE_ENV: "test",
  QUARTIER_MODE: "production",
  QUARTIER_SECRET: "k3J9xQ2mB7vT5wZ8nR4cY6pL1dF0sH3g",
  PUBLIC_ORIGIN: "https://help.example.ch",
  DATABASE_URL: "postgres://localhost/quartier",
  STRIPE_SECRET_KEY: "sk_live_x",
  STRIPE_WEBHOOK_SECRET: "whsec_x",
  SMTP_URL: "smtps://mail.example.ch",
  MAIL_FROM: "Quartier <help@example.ch>",
} as const;

test("production starts with safe settings, and names each one that is not", () => {
  expect(unsafeSettings(readConfig(safe))).toEqual([]);
  const unsafe: [string, string | undefined][] = [
    ["QUARTIER_MODE", "Production"],
    ["QUARTIER_MODE", "prod"],
    ["QUARTIER_SECRET", undefined],
    ["QUARTIER_SECRET", "short"],
    ["QUARTIER_SECRET", "a".repeat(40)],
    ["PUBLIC_ORIGIN", undefined],
    ["PUBLIC_ORIGIN", "http://help.example.ch"],
    ["PUBLIC_ORIGIN", "https://localhost"],
    ["PUBLIC_ORIGIN", "https://help.example.ch/path"],
    ["DATABASE_URL", undefined],
    ["STRIPE_SECRET_KEY", undefined],
    ["STRIPE_SECRET_KEY", "pk_live_x"],
    ["STRIPE_WEBHOOK_SECRET", undefined],
    ["STRIPE_API_PROTOCOL", "http"],
    ["PLAY_MONEY_ORIGIN", "https://play.example.ch"],
    ["SMTP_URL", undefined],
    ["MAIL_FROM", undefined],
    ["MAP_TILES", "http://tiles.example/{z}/{x}/{y}.png"],
    ["RATE_LIMITS", "off"],
    ["TRUSTED_PROXIES", "many"],
  ];
  for (const [name, value] of unsafe) {
    const problems = unsafeSettings(readConfig({ ...safe, MAP_ATTRIBUTION: "Tiles", [name]: value }));
    expect(problems, `${name}=${value}`).toHaveLength(1);
    expect(problems[0]).toContain(name);
  }
  expect(unsafeSettings(readConfig({ NODE_ENV: "test" }))).toEqual([]);
});
