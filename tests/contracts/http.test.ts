import { Writable } from "node:stream";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentPolicy, hostOfTiles } from "#app/http/headers.server.ts";
import { signatureOf } from "#app/gateways/payments/standin.server.ts";
import { isOurs } from "#app/http/guard.server.ts";
import { problemOf, routeOf } from "#app/http/log.server.ts";
import { served, tinyBuild } from "#tests/support/served.ts";
import { type World, world } from "#tests/support/world.ts";

let w: World;
let s: Awaited<ReturnType<typeof served>>;
let received: string[] = [];
const build = tinyBuild("search", {
  loader: ({ request }) => new Response(`found ${new URL(request.url).origin}`),
  action: async ({ request }) => {
    received.push(await request.text());
    return new Response("done");
  },
});

beforeEach(async () => {
  received = [];
  w = await world({ config: { stripeWebhookSecret: "whsec_test" } });
  s = await served(w, build);
});
afterEach(() => s.close());

describe("headers", () => {
  test("the content policy allows nothing inline but what carries this page's nonce", async () => {
    const [one, two] = await Promise.all([s.get("/de/search"), s.get("/de/search")]);
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toBe(two.headers.get("content-security-policy"));
  });

  test("foreign hosts are the configured tiles' and the payment page's, and no other", () => {
    const app = { config: { ...w.app.config, origin: "https://help.example.ch", tiles: { url: "https://{s}.tiles.example/{z}/{x}/{y}.png", attribution: "T" } }, payments: { ...w.app.payments, formHosts: ["https://checkout.stripe.com"] } };
    const policy = contentPolicy(app, "n");
    expect(policy.match(/https:\/\/[^\s;]+/g)).toEqual(["https://*.tiles.example", "https://*.tiles.example", "https://checkout.stripe.com"]);
    expect(policy).toContain("form-action 'self' https://checkout.stripe.com");
    expect(hostOfTiles("https://wmts.geo.admin.ch/1.0.0/x/{z}/{x}/{y}.jpeg")).toBe("https://wmts.geo.admin.ch");
  });

  test("forms keep their Origin, geolocation is ours alone, and plain http promises no https", async () => {
    const { headers } = await s.get("/de/search");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=(self)");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{16}$/);
  });

  test("addresses are made from the configured origin, never from the Host header", async () => {
    expect(await (await s.get("/de/search", { headers: { "x-forwarded-host": "evil.example" } })).text()).toBe("found http://localhost:3000");
  });
});

describe("forms from other sites", () => {
  test("are refused before anything reads them, with a page that explains", async () => {
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { referer: "https://evil.example/x" }, {}] as Record<string, string>[]) {
      const answer = await fetch(`http://127.0.0.1:${s.port}/de/search`, { method: "POST", body: "x", headers });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("Das Formular kam nicht von unserer Seite");
    }
    expect(received).toEqual([]);
    expect((await s.post("/de/search", { body: "x" })).status).toBe(200);
  });

  test("behind a proxy that gives its own Host, a page's form arrives all the same", async () => {
    const action = async ({ request }: { request: Request }) => {
      received.push(await request.text());
      return null;
    };
    const house = await served(w, tinyBuild("form", { default: () => null, loader: () => null, action }));
    // The test's own port stands for the proxy's Host: it is not the configured origin's.
    const answer = await house.post("/de/form", { body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } });
    house.close();
    expect([answer.status, received]).toEqual([200, ["a=1"]]);
  });

  test("on one's own machine the demo knows both of its names, production knows one", () => {
    const ours = (mode: "demo" | "production", origin: string, host: string) => isOurs({ config: { ...w.app.config, mode } }, { origin, host });
    expect(ours("demo", "http://127.0.0.1:3000", "127.0.0.1:3000")).toBe(true);
    expect(ours("production", "http://127.0.0.1:3000", "127.0.0.1:3000")).toBe(false);
    expect(ours("demo", "http://evil.example", "evil.example")).toBe(false);
    expect(ours("demo", "http://localhost:9999", "localhost:3000")).toBe(false);
  });

  test("the payment provider's webhook needs no Origin, but a signature", async () => {
    const answer = await fetch(`http://127.0.0.1:${s.port}/webhooks/stripe`, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
    expect([answer.status, await answer.text()]).toEqual([400, "signature"]);
    for (const body of ["nonsense", "null", "{}"]) {
      const signature = signatureOf(body, "whsec_test", Math.floor(w.app.clock.real() / 1000));
      const signed = await fetch(`http://127.0.0.1:${s.port}/webhooks/stripe`, { method: "POST", body, headers: { "content-type": "application/json", "stripe-signature": signature } });
      expect(signed.status, body).toBe(400);
    }
  });
});

describe("sizes", () => {
  const piece = Buffer.alloc(64 * 1024, "a");
  const pieces = (bytes: number) => Array.from({ length: Math.ceil(bytes / piece.length) }, () => piece);

  test("a form may have 1 MB, one with pictures 20 MB, announced or not", async () => {
    const text = { "content-type": "application/x-www-form-urlencoded" };
    const pictures = { "content-type": "multipart/form-data; boundary=x" };
    expect(await s.stream("/de/search", text, pieces(960 * 1024))).toBe(200);
    expect(await s.stream("/de/search", text, pieces(1100 * 1024))).toBe(413);
    expect(await s.stream("/de/search", pictures, pieces(2 * 1024 * 1024))).toBe(200);
    expect(await s.stream("/de/search", pictures, pieces(21 * 1024 * 1024))).toBe(413);
    const announced = await s.post("/de/search", { body: "a".repeat(1_100_000), headers: text });
    expect([announced.status, (await announced.text()).includes("Das ist zu gross")]).toEqual([413, true]);
  });

  test("strange methods, endless or broken addresses get an answer, not an error", async () => {
    const deleted = await Promise.all(["/de/search", "/api/v1/places"].map((path) => s.get(path, { method: "DELETE" })));
    expect(deleted.map(({ status, headers }) => [status, headers.get("allow"), headers.get("content-type")])).toEqual([[405, "GET, HEAD, POST", "text/html; charset=utf-8"], [405, "GET, HEAD, POST", "application/problem+json; charset=utf-8"]]);
    expect((await s.get(`/de/${"a/".repeat(3000)}`)).status).toBe(400);
    expect((await s.get("/de/%E0%A4%A")).status).toBe(400);
    expect((await s.get("/de/%00")).status).toBe(400);
    expect((await s.get("//evil.example/x")).status).toBe(404);
  });
});

describe("limits", () => {
  test("many searches from one network end in a page that says so; another network goes on", async () => {
    const { rateLimit } = w.store.t;
    const key = `search:network:${w.app.signing.mac("network", "127.0.0.1")}`;
    expect((await s.get("/de/search")).status).toBe(200);
    await w.store.db.update(rateLimit).set({ count: 1200 });
    // What this process had taken in advance is used up first.
    for (let count = 0; count < 19; count += 1) expect((await s.get("/de/search")).status).toBe(200);
    const refused = await s.get("/fr/search");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(await refused.text()).toContain("Trop de tentatives");
    // The routes answer to capitals and escapes too, so these are no way round.
    for (const path of ["/fr/Search", "/fr/%73earch"]) expect((await s.get(path)).status, path).toBe(429);
    expect((await s.get("/fr/search", { method: "HEAD" })).status).toBe(429);
    expect((await w.store.db.select().from(rateLimit))[0]?.key).toBe(key);
    w.clock.advance(60_000);
    expect((await s.get("/fr/search")).status).toBe(200);
  });

  test("the API answers with problem details", async () => {
    await s.get("/api/v1/places");
    await w.store.db.update(w.store.t.rateLimit).set({ count: 1300 });
    for (let count = 0; count < 19; count += 1) await s.get("/api/v1/places");
    const refused = await s.get("/api/v1/places");
    expect([refused.status, refused.headers.get("content-type"), refused.headers.get("access-control-allow-origin")]).toEqual([429, "application/problem+json; charset=utf-8", "*"]);
    expect(await refused.json()).toMatchObject({ status: 429, title: expect.any(String) });
  });
});

describe("languages", () => {
  test("a known address without a language leads to the reader's; an unknown one is not found", async () => {
    const to = async (path: string, headers: Record<string, string>) => (await s.get(path, { headers })).headers.get("location");
    expect(await to("/search?place=4051", { "accept-language": "it-CH,it;q=0.9,de;q=0.5" })).toBe("/it/search?place=4051");
    expect(await to("/search", { "accept-language": "it", cookie: "locale=fr" })).toBe("/fr/search");
    expect(await to("/search", { "accept-language": "ja" })).toBe("/de/search");
    expect((await s.get("/unknown")).status).toBe(404);
  });

  test("the click on the switch is remembered, a visit is not", async () => {
    const cookie = async (referer?: string) => (await s.get("/fr/search", { headers: referer ? { referer } : {} })).headers.get("set-cookie");
    expect(await cookie("http://localhost:3000/de/search")).toMatch(/^locale=fr; Path=\/; Max-Age=31536000; SameSite=Lax/);
    expect(await cookie("http://localhost:3000/fr/search")).toBeNull();
    expect(await cookie("https://elsewhere.example/de/")).toBeNull();
    expect(await cookie()).toBeNull();
  });
});

describe("machines", () => {
  test("health, readiness, colours, robots and the sitemap with every language", async () => {
    expect(await (await s.get("/healthz")).text()).toBe("ok");
    expect((await s.get("/readyz")).status).toBe(200);
    expect(await (await s.get("/brand.css")).text()).toContain("--accent:#");
    expect(await (await s.get("/robots.txt")).text()).toContain("Sitemap: http://localhost:3000/sitemap.xml");
    await w.store.db.insert(w.store.t.sitePage).values({ slug: "imprint", title: { de: "Impressum", fr: "Mentions", it: "Colofone", en: "Imprint" }, body: { de: "Wir.", fr: "Nous.", it: "Noi.", en: "We." }, updatedAt: 0 });
    const map = await (await s.get("/sitemap.xml")).text();
    expect(map.match(/<url>/g)).toHaveLength(8);
    expect(map).toContain('<xhtml:link rel="alternate" hreflang="x-default" href="http://localhost:3000/de/pages/imprint"/>');
  });

  test("not ready while stopping", async () => {
    w.app.stoppingSince = 1;
    const answer = await s.get("/readyz");
    expect([answer.status, answer.headers.get("connection")]).toEqual([503, "close"]);
  });
});

describe("the log", () => {
  test("has a line a request with id, method, route, status and time, and nothing that names anybody", async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const log = pino({ base: null }, sink);
    const logged = await world();
    const app = { ...logged, app: { ...logged.app, log } };
    const own = await served(app, build);
    const answer = await own.get("/de/search/0198c0de-aaaa-7bbb-8ccc-123456789abc?email=anna@example.ch", { headers: { cookie: "quartier=secret" } });
    await answer.text();
    own.close();
    await expect.poll(() => lines.length).toBeGreaterThan(0);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ requestId: answer.headers.get("x-request-id"), method: "GET", route: "/de/search/:id", status: 404, ms: expect.any(Number) });
    expect(lines.join("")).not.toMatch(/anna|secret|0198c0de|127\.0/);
  });

  test("keeps our own words of an address and nothing else, and no value of a failed statement", () => {
    expect(routeOf("/fr/sign-in/link/kD8_x-Ab3?x=1")).toBe("/fr/sign-in/link/:id");
    expect(routeOf("/api/v1/openapi.json")).toBe("/api/v1/openapi.json");
    expect(routeOf("/de/certificates/QT-4F7K-2")).toBe("/de/certificates/:id");
    const problem = problemOf(new Error("Failed query: insert into person\nparams: anna@example.ch,Anna", { cause: Object.assign(new Error("x"), { code: "SQLITE_CONSTRAINT" }) }));
    expect(problem.problem).not.toContain("anna");
    expect(problem.cause).toBe("SQLITE_CONSTRAINT");
  });
});
