import express from "express";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "#app/domain/kernel/words.ts";
import { must } from "#app/domain/kernel/result.ts";
import { startStandInPages } from "#app/gateways/payments/standin.pages.server.ts";
import { deliverTo, memoryStorage, openStandIn, type StandIn, storeStorage } from "#app/gateways/payments/standin.server.ts";
import { openPayments } from "#app/gateways/payments/stripe.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { openPaymentBench, type PaymentBench, webhookSecret } from "../support/payments.ts";

const listen = async (server: Server) => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe("the play-money pages on an origin of their own", () => {
  let pages: Awaited<ReturnType<typeof startStandInPages>>;
  let bench: PaymentBench;
  beforeAll(async () => {
    pages = await startStandInPages(() => bench.standIn, 0);
    bench = openPaymentBench({ pagesOrigin: pages.origin });
  });
  afterAll(() => pages.close());

  let count = 0;
  const session = async (change: Parameters<PaymentBench["request"]>[0] = {}) => {
    count += 1;
    return must(await bench.payments.createCheckout(bench.request(change), `page-${count}`));
  };
  const press = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers: { origin: pages.origin, ...headers } });

  it.each(locales)("show price, ways to pay and the mark in %s, without script or inline style", async (locale) => {
    const { url } = await session({ locale, description: "Fernseher & <Box>" });
    expect(url.startsWith(`${pages.origin}/play-money/checkout/cs_test_`)).toBe(true);
    const response = await fetch(url);
    const html = await response.text();
    const marks = { de: "Spielgeld – Demo", fr: "Argent fictif – démo", it: "Denaro fittizio – demo", en: "Play money – demo" };
    expect(html).toContain(`<html lang="${locale}-CH">`);
    expect(html).toContain(marks[locale]);
    expect(html).toContain("Fernseher &amp; &lt;Box&gt;");
    expect(html).toMatch(locale === "fr" ? /90[.]00\sCHF/ : /CHF\s90[.]00/);
    expect([...html.matchAll(/name="method" value="([a-z0-9_]+)"/g)].map((one) => one[1])).toEqual(["card", "twint", "card_3ds", "card_declined", "abandon"]);
    expect(html).not.toMatch(/<script|style=|ß|!<\//);
    expect(response.headers.get("content-security-policy")).toContain("form-action 'self' http://shop.test;");
  });

  it("lead a card to success, and say afterwards that it is paid", async () => {
    const { url, sessionId } = await session();
    const paid = await press(url, { method: "card" });
    expect([paid.status, paid.headers.get("location")]).toEqual([303, `http://shop.test/de/paid?session=${sessionId}`]);
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "reserved" });
    expect(await (await fetch(url)).text()).toContain("Schon bezahlt");
  });

  it("lead a declined card back with the reason, and TWINT to success", async () => {
    const { url, sessionId } = await session();
    expect((await press(url, { method: "card_declined" })).headers.get("location")).toBe(url);
    expect(await (await fetch(url)).text()).toContain('role="alert">Die Karte wurde abgelehnt');
    await press(url, { method: "twint" });
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "captured", method: "twint" });
  });

  it("ask for 3-D Secure and take both answers", async () => {
    const { url, sessionId } = await session();
    const bank = (await press(url, { method: "card_3ds" })).headers.get("location") ?? "";
    expect(await (await fetch(bank)).text()).toContain("Ihre Bank fragt nach");
    expect((await press(bank, { answer: "no" })).headers.get("location")).toBe(url);
    await press(url, { method: "card_3ds" });
    await press(bank, { answer: "yes" });
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "reserved" });
  });

  it("lead back without paying, and say when time is up", async () => {
    const { url, sessionId } = await session();
    expect((await press(url, { method: "abandon" })).headers.get("location")).toBe("http://shop.test/de/book");
    expect((await press(url, { method: "" })).headers.get("location")).toBe(new URL(url).pathname);
    must(await bench.payments.expireCheckout(sessionId, "page-expire"));
    expect(await (await fetch(url)).text()).toContain("Zeit abgelaufen");
  });

  it("take no form from another origin and know no other id", async () => {
    const { url, sessionId } = await session();
    expect((await press(url, { method: "card" }, { origin: "http://evil.test" })).status).toBe(403);
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ sessionStatus: "open", intentId: null });
    expect((await fetch(`${pages.origin}/play-money/checkout/cs_test_none`)).status).toBe(404);
    expect((await fetch(`${pages.origin}/play-money/onboarding/acct_none`)).status).toBe(404);
    expect((await fetch(`${pages.origin}/play-money/style.css`)).headers.get("content-type")).toContain("text/css");
  });

  it("set up a helper's payout account", async () => {
    const { accountId } = must(await bench.payments.createAccount({ helperId: "h", email: "h@example.ch", name: "Reto <M.>" }, "page-account"));
    const { url } = await bench.payments.onboardingLink(accountId, "http://shop.test/helper", "http://shop.test/helper/again");
    const html = await (await fetch(url, { headers: { "accept-language": "it-CH,it;q=0.9" } })).text();
    expect(html).toContain("Conto di Reto &lt;M.&gt;");
    await bench.payments.onboardingLink(accountId, "http://shop.test/fr/aide", "http://shop.test/helper/again");
    expect(await (await fetch(url)).text()).toContain("Compte de Reto");
    expect((await press(url, {})).headers.get("location")).toBe("http://shop.test/fr/aide");
    expect(await bench.payments.readAccount(accountId)).toEqual({ transfersActive: true });
  });
});

describe("over real sockets", () => {
  it("a key and STRIPE_API_HOST reach another machine, and webhooks reach the real route with their raw body", async () => {
    const seen: string[] = [];
    const app = express();
    app.post("/webhooks/stripe", express.raw({ type: "application/json" }), (request, response) => {
      const notice = payments.verifyWebhook(request.body as Buffer, request.get("stripe-signature") ?? "");
      if (notice) seen.push(notice.type);
      response.sendStatus(notice ? 200 : 400);
    });
    const shop = createServer(app);
    const shopOrigin = await listen(shop);
    const realNow = () => Date.now();
    const standIn: StandIn = openStandIn({
      storage: memoryStorage(),
      webhookSecret,
      pagesOrigin: "http://pay.test",
      deliver: deliverTo(`${shopOrigin}/webhooks/stripe`),
      clock: () => realNow() / 1000,
      realNow,
    });
    const api = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        const headers = { authorization: request.headers.authorization ?? "", "content-type": request.headers["content-type"] ?? "", "idempotency-key": String(request.headers["idempotency-key"] ?? "") };
        standIn.fetch(`http://api.test${request.url}`, { method: request.method ?? "GET", headers, ...(body && { body }) }).then(async (answer) => {
          response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
        }, response.destroy.bind(response));
      });
    });
    const { hostname, port } = new URL(await listen(api));
    const payments = openPayments({ secretKey: standIn.apiKey, webhookSecret, host: hostname, port, protocol: "http", realNow });
    expect(payments.playMoney).toBe(false);
    const made = must(await payments.createCheckout({ ...openPaymentBench().request(), expiresAt: realNow() + 35 * 60_000 }, "socket"));
    must(await payments.expireCheckout(made.sessionId, "socket-expire"));
    await standIn.idle();
    expect(seen).toEqual(["checkout.session.expired"]);
    for (const server of [shop, api]) {
      server.closeAllConnections();
      server.close();
    }
  });
});

eachDatabase("the stand-in's file", (open) => {
  it("outlives the process: a second stand-in on the same database goes on", async () => {
    const store = await open();
    const storage = () => storeStorage(store, () => 1_800_000_000_000);
    const before = openPaymentBench({ storage: storage() });
    before.door.closed = true;
    const { intentId } = await before.paid("card");
    await before.standIn.idle();
    const after = openPaymentBench({ storage: storage() });
    expect(must(await after.payments.capture(intentId, 5000, "after"))).toMatchObject({ capturedMinor: 5000, refundedMinor: 0 });
    after.time.real += 60_000;
    expect(await after.standIn.deliverDue()).toBe(0);
    expect(after.notices.map((one) => one.type)).toContain("payment_intent.amount_capturable_updated");
    expect((await store.db.select().from(store.t.standinObject)).some((row) => row.kind === "delivery")).toBe(false);
  });

  it("takes many at once without losing one", async () => {
    const store = await open();
    const bench = openPaymentBench({ storage: storeStorage(store, () => 1_800_000_000_000) });
    const { intentId } = await bench.paid("twint", { amountMinor: 10_000 });
    const refunds = await Promise.all(Array.from({ length: 12 }, (_, index) => bench.payments.refund(intentId, 1000, `many-${index}`)));
    expect(refunds.filter((one) => one.ok)).toHaveLength(10);
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ refundedMinor: 10_000 });
  });
});
