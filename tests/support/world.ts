import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { AppLoadContext } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import pino from "pino";
import { afterAll } from "vitest";
import { openSession } from "#app/domain/account/session.commands.server.ts";
import type { CalendarFetcher } from "#app/domain/calendars/calendars.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context, Random } from "#app/domain/kernel/context.ts";
import { defaultLocale, isLocale, type Locale } from "#app/domain/kernel/words.ts";
import type { App } from "#app/http/app.server.ts";
import { assemble } from "#app/http/assemble.server.ts";
import { type Config, readConfig } from "#app/http/config.server.ts";
import { contextOf } from "#app/http/context.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { rememberWatching } from "#app/http/watching.server.ts";
import { sessionCookie } from "#app/http/session.server.ts";
import routes from "#app/routes.ts";
import type { Store } from "#db/store.ts";
import { openers } from "./databases.ts";

/** Numbers that look like chance and are the same in every run (mulberry32). */
export function countedRandom(seed = 1): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)) };
}

export type WorldOptions = {
  /** Both clocks at the start: UTC milliseconds or an ISO time. Tuesday 24 November 2026, 09:00 in Zurich. */
  at?: number | string;
  seed?: number;
  store?: Store;
  config?: Partial<Config>;
  /** Where the stand-in's events go; by default they are taken and forgotten. */
  deliver?: (payload: string, signature: string) => Promise<boolean>;
  /** Other people's calendars; by default no server answers. */
  calendars?: CalendarFetcher;
};

const nobodyAnswers: CalendarFetcher = { fetch: async () => ({ ok: false, problem: "unreachable" }) };

export type Asked = {
  method?: string;
  /** Fields of a form; makes the request a POST. */
  form?: Record<string, string | string[] | Blob>;
  body?: BodyInit;
  cookie?: string;
  headers?: Record<string, string>;
  /** Who asks: a session is opened for them (rows of person and staff are written where missing). */
  actor?: Actor;
  params?: Record<string, string>;
  /** The network's address, for limits. */
  network?: string;
};

const opened: World[] = [];
afterAll(async () => {
  for (const one of opened.splice(0)) await one.close();
});

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A house of its own on a temporary SQLite database, with clocks that stand still; closed after the test file. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const made = await makeWorld(options);
  opened.push(made);
  return made;
}

async function makeWorld(options: WorldOptions) {
  const store = options.store ?? (await openers.sqlite());
  const varDir = mkdtempSync(path.join(os.tmpdir(), "quartier-world-"));
  const config: Config = { ...readConfig({ NODE_ENV: "test", QUARTIER_VAR: varDir, LOG_LEVEL: "silent", PORT: "3000" }), secret: "the tests' own secret, long enough", ...options.config };
  let real = typeof options.at === "number" ? options.at : Date.parse(options.at ?? "2026-11-24T09:00:00+01:00");
  const app: App = await assemble({ config, store, random: countedRandom(options.seed), log: pino({ level: config.logLevel }), real: () => real, deliver: options.deliver ?? (async () => true), calendars: options.calendars ?? nobodyAnswers });

  const as = (actor: Actor, locale: Locale = defaultLocale): Promise<Context> => contextOf(app, actor, locale);
  const clock = {
    now: () => app.clock.business(),
    /** Real and business time pass together. */
    advance(ms: number): void {
      real += ms;
    },
    /** Only business time moves, as when the demo's clock is moved. */
    async moveBusiness(ms: number): Promise<void> {
      const row = { offsetMs: app.clock.business() - real + ms, movedAt: real };
      await store.db.insert(store.t.clock).values({ id: "business", ...row }).onConflictDoUpdate({ target: store.t.clock.id, set: row });
      await app.clock.refresh();
    },
  };

  /** A session's cookie for an actor; their rows are written where they are missing. */
  async function cookieOf(actor: Actor): Promise<string> {
    const cookies: string[] = [];
    if (actor.personId) {
      const { personId } = actor;
      await store.db.insert(store.t.person).values({ id: personId, email: `${personId}@example.test`, name: "Test", createdAt: real }).onConflictDoNothing();
      if (actor.kind === "staff") {
        const member = { roles: [...actor.roles], state: "active" as const };
        await store.db.insert(store.t.staffMember).values({ personId, ...member, recoveryHashes: [], createdAt: real }).onConflictDoUpdate({ target: store.t.staffMember.personId, set: member });
      }
      const token = await openSession(await as(actor), { personId, level: "full", staff: actor.kind === "staff", device: "Test", replaces: null });
      cookies.push(sessionCookie({ context: loadContext("127.0.0.1") }, token));
    }
    for (const bookingId of [...actor.provenBookings].reverse()) {
      const headers = new Headers();
      proveBooking({ app, request: new Request(config.origin, { headers: { cookie: pairs(cookies) } }) }, headers, bookingId);
      cookies.splice(0, cookies.length, ...cookies.filter((one) => !one.includes("quartier-bookings=")), headers.get("set-cookie") ?? "");
    }
    for (const keyHash of [...(actor.watching ?? [])].reverse()) {
      const headers = new Headers();
      rememberWatching({ app, request: new Request(config.origin, { headers: { cookie: pairs(cookies) } }) }, headers, keyHash);
      cookies.splice(0, cookies.length, ...cookies.filter((one) => !one.includes("quartier-watching=")), headers.get("set-cookie") ?? "");
    }
    return pairs(cookies);
  }

  const loadContext = (network: string): AppLoadContext => ({ app, nonce: "nonce", requestId: "request", network });

  /** The arguments of a loader or an action; route parameters come from the house's own addresses. */
  async function request(address: string, asked: Asked = {}) {
    // Joined as text, as a server reads it: resolved, "//name" would be another host.
    const url = new URL(`${config.origin}${address}`);
    const cookie = [asked.cookie, asked.actor ? await cookieOf(asked.actor) : ""].filter(Boolean).join("; ");
    const method = asked.method ?? (asked.form || asked.body ? "POST" : "GET");
    const headers = { origin: config.origin, ...(cookie && { cookie }), ...asked.headers };
    const body = asked.body ?? (asked.form ? formOf(asked.form) : undefined);
    const first = url.pathname.split("/")[1];
    const params: Record<string, string | undefined> = { ...(isLocale(first) && { locale: first }), ...paramsOf(url.pathname), ...asked.params };
    return { request: new Request(url, { method, headers, body }), params, context: loadContext(asked.network ?? "192.0.2.1") };
  }

  return {
    app,
    store,
    clock,
    as,
    ctx: as,
    cookieOf,
    request,
    async close() {
      await app.standIn?.idle();
      await store.close();
      rmSync(varDir, { recursive: true, force: true });
    },
  };
}

/** "a=1; b=2" of Set-Cookie values. */
export const pairs = (setCookies: readonly string[]): string => setCookies.map((one) => one.split(";")[0]).join("; ");

function formOf(fields: Record<string, string | string[] | Blob>): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]) => (Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const]));
  if (!entries.some(([, value]) => typeof value !== "string")) return new URLSearchParams(entries as [string, string][]);
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

function paramsOf(pathname: string): Record<string, string | undefined> {
  const all = matchRoutes(routes as Parameters<typeof matchRoutes>[0], pathname);
  return Object.assign({}, ...(all ?? []).map(({ params }) => params));
}
