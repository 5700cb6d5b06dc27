import { readFileSync } from "node:fs";
import Stripe from "stripe";
import { beforeEach, describe, expect, it } from "vitest";
import { buildContract, contractFile } from "#app/commands/payment-contract.ts";
import { openPaymentBench, type PaymentBench } from "../support/payments.ts";

let bench: PaymentBench;
beforeEach(() => {
  bench = openPaymentBench();
});

const session = (change: Record<string, unknown> = {}) =>
  bench.stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://shop.test/paid",
    line_items: [{ quantity: 1, price_data: { currency: "chf", unit_amount: 4500, product_data: { name: "Drucker einrichten" } } }],
    ...change,
  });

const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const response = await bench.standIn.fetch(`https://api.stripe.com${path}`, {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${bench.standIn.apiKey}`, "content-type": "application/x-www-form-urlencoded", ...headers },
  });
  return { status: response.status, body: (await response.json()) as { error?: { code?: string; message: string; param?: string; type: string } } };
};

describe("the contract", () => {
  it("is what the installed SDK's types say (npx tsx app/commands/payment-contract.ts writes it anew)", () => {
    const contract = buildContract();
    expect(contract === readFileSync(contractFile, "utf8")).toBe(true);
    expect(contract).not.toContain("OtherString");
  });

  it.each([
    ["an unknown parameter", { colour: "green" }, "colour"],
    ["an unknown nested parameter", { payment_method_options: { card: { capture_metod: "manual" } } }, "payment_method_options[card][capture_metod]"],
    ["a value outside an enumeration", { mode: "paymint" }, "mode"],
    ["a language Stripe does not speak", { locale: "gsw" }, "locale"],
    ["an amount that is not whole", { line_items: [{ quantity: 1, price_data: { currency: "chf", unit_amount: 10.5, product_data: { name: "x" } } }] }, "line_items[0][price_data][unit_amount]"],
    ["TWINT with manual capture", { payment_method_options: { twint: { capture_method: "manual" } } }, "payment_method_options[twint][capture_method]"],
    ["the parameter older versions had", { payment_method_types: ["card"] }, "payment_method_types"],
    ["a missing part", { line_items: [{ quantity: 1, price_data: { unit_amount: 100 } }] }, "line_items[0][price_data][currency]"],
  ])("refuses %s", async (_what, change, param) => {
    await expect(session(change)).rejects.toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400, param });
  });

  it("holds for what is asked of lists", async () => {
    const { stripe } = bench;
    await expect(stripe.transfers.list({ transfer_groop: "g" } as Stripe.TransferListParams)).rejects.toMatchObject({ code: "parameter_unknown", param: "transfer_groop" });
    await expect(stripe.transfers.list({ limit: "many" } as unknown as Stripe.TransferListParams)).rejects.toMatchObject({ code: "parameter_unknown", param: "limit" });
    await expect(stripe.checkout.sessions.list({ customer_details: { mail: "a@example.ch" } } as unknown as Stripe.Checkout.SessionListParams)).rejects.toMatchObject({ param: "customer_details[email]" });
    await expect(stripe.v2.core.accounts.list({ applied_configurations: ["reciever"] } as unknown as Stripe.V2.Core.AccountListParams)).rejects.toMatchObject({ code: "parameter_unknown" });
    expect((await stripe.transfers.list({ transfer_group: "g", limit: 5 })).data).toEqual([]);
  });

  it("holds for refunds, transfers, captures and accounts too", async () => {
    const made = openPaymentBench();
    const { intentId } = await made.paid("twint");
    const refused = { type: "StripeInvalidRequestError", code: "parameter_unknown" };
    await expect(made.stripe.refunds.create({ payment_intent: intentId, reason: "no_show" })).rejects.toMatchObject(refused);
    await expect(made.stripe.transfers.create({ amount: 1, currency: "chf" } as Stripe.TransferCreateParams)).rejects.toMatchObject({ ...refused, param: "destination" });
    await expect(made.stripe.paymentIntents.capture(intentId, { amount: 5 } as Stripe.PaymentIntentCaptureParams)).rejects.toMatchObject(refused);
    const accounts = made.stripe.v2.core.accounts;
    await expect(accounts.create({ dashboard: "expresss" } as unknown as Stripe.V2.Core.AccountCreateParams)).rejects.toMatchObject({ code: "parameter_unknown" });
  });
});

describe("the stand-in refuses like Stripe", () => {
  it("TWINT in a payment that is captured manually as a whole", async () => {
    const change = { allowed_payment_method_types: ["card", "twint"], payment_intent_data: { capture_method: "manual" } };
    await expect(session(change)).rejects.toMatchObject({ param: "payment_intent_data[capture_method]" });
    await expect(session({ ...change, allowed_payment_method_types: ["card"] })).resolves.toMatchObject({ payment_method_types: ["card"] });
  });

  it("sums under 50 Rappen, other currencies, addresses that are none", async () => {
    const line = (unit_amount: number, currency = "chf") => [{ quantity: 1, price_data: { currency, unit_amount, product_data: { name: "x" } } }];
    await expect(session({ line_items: line(49) })).rejects.toMatchObject({ code: "amount_too_small" });
    await expect(session({ line_items: line(500, "usd") })).rejects.toMatchObject({ statusCode: 400 });
    await expect(session({ success_url: "javascript:alert(1)" })).rejects.toMatchObject({ code: "url_invalid" });
    await expect(session({ customer_email: "nobody" })).rejects.toMatchObject({ code: "email_invalid" });
  });

  it("a wrong key, an operation it does not know, and a query it does not know", async () => {
    const stranger = new Stripe("sk_test_other", { httpClient: Stripe.createFetchHttpClient(bench.standIn.fetch), maxNetworkRetries: 0 });
    await expect(stranger.refunds.create({ payment_intent: "pi_1" })).rejects.toMatchObject({ type: "StripeAuthenticationError" });
    await expect(bench.stripe.customers.create({ email: "a@example.ch" })).rejects.toMatchObject({ statusCode: 404, message: expect.stringContaining("Unrecognized request URL") });
    await expect(bench.stripe.refunds.list({ charge: "ch_1" })).rejects.toMatchObject({ code: "parameter_unknown", param: "charge" });
  });

  it("bodies that are no request, without falling over", async () => {
    expect(await post("/v1/refunds", "payment_intent[a]=1&amount=x")).toMatchObject({ status: 400 });
    expect(await post("/v1/refunds", "%%%&&&==")).toMatchObject({ status: 400 });
    expect(await post("/v2/core/accounts", "{", { "content-type": "application/json" })).toMatchObject({ status: 400 });
    expect(await post("/v1/checkout/sessions/__proto__/expire", "")).toMatchObject({ status: 404, body: { error: { code: "resource_missing" } } });
  });

  it("tells a caller nothing of its private memory", async () => {
    const made = await session();
    expect(Object.keys(made)).not.toContain("play");
    const { intentId } = await bench.paid("card");
    const intent = await bench.stripe.paymentIntents.retrieve(intentId, { expand: ["latest_charge"] });
    expect(JSON.stringify(intent)).not.toContain('"play"');
    await bench.standIn.idle();
    expect(bench.posts.every((one) => !one.payload.includes('"play"'))).toBe(true);
  });

  it("the same key on another operation", async () => {
    const { intentId } = await bench.paid("card");
    await bench.stripe.paymentIntents.capture(intentId, {}, { idempotencyKey: "k" });
    await expect(bench.stripe.refunds.create({ payment_intent: intentId }, { idempotencyKey: "k" })).rejects.toMatchObject({ type: "StripeIdempotencyError" });
  });
});
