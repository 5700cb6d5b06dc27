import { beforeEach, describe, expect, it } from "vitest";
import { completeOnboarding } from "#app/gateways/payments/standInCheckout.server.ts";
import { openPayments } from "#app/gateways/payments/stripe.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { signatureOf } from "#app/gateways/payments/standin.server.ts";
import { failRefund } from "#app/gateways/payments/standin/refunds.server.ts";
import { openPaymentBench, type PaymentBench, webhookSecret } from "../support/payments.ts";

const day = 86_400_000;
let bench: PaymentBench;
beforeEach(() => {
  bench = openPaymentBench();
});

const helper = async (active = true) => {
  const { accountId } = must(await bench.payments.createAccount({ helperId: "helper-1", email: "anna@example.ch", name: "Anna B." }, "account-1"));
  await bench.payments.onboardingLink(accountId, "http://shop.test/back", "http://shop.test/again");
  if (active) must(await completeOnboarding(bench.standIn, accountId));
  return accountId;
};

describe("what was made for an operation", () => {
  it("is found again by its mark, on whichever page of the list, and nothing else is", async () => {
    const { find, ...payments } = bench.payments;
    const session = must(await payments.createCheckout(bench.request(), "c", "op-checkout"));
    const { intentId, chargeId } = await bench.paid("twint");
    const refund = must(await payments.refund(intentId, 10, "r", "op-refund"));
    for (let i = 0; i < 105; i++) must(await payments.refund(intentId, 1, `r-${i}`, `op-${i}`));
    const account = must(await payments.createAccount({ helperId: "h", email: "h@example.ch", name: "H" }, "a", "op-account"));
    const request = { amountMinor: 500, accountId: await helper(), chargeId, transferGroup: "booking-1", reference: "QB-4711" };
    const transfer = must(await payments.transfer(request, "t", "op-transfer"));
    const reversal = must(await payments.reverseTransfer(transfer.transferId, 100, "v", "op-reversal"));
    const email = bench.request().customerEmail;
    expect(await find.checkout("op-checkout", email)).toEqual(session);
    expect(await find.refund("op-refund", intentId)).toEqual(refund);
    expect(await find.account("op-account")).toEqual(account);
    expect(await find.transfer("op-transfer", "booking-1")).toEqual(transfer);
    expect(await find.reversal("op-reversal", transfer.transferId)).toEqual(reversal);
    const none = [find.checkout("op-none", email), find.refund("op-none", intentId), find.account("op-none"), find.transfer("op-transfer", "booking-2"), find.reversal("op-none", transfer.transferId)];
    expect(await Promise.all(none)).toEqual([null, null, null, null, null]);
    must(await payments.expireCheckout(session.sessionId, "e"));
    expect(await find.checkout("op-checkout", email)).toBeNull();
  });
});

describe("webhooks", () => {
  it("name the objects to read again", async () => {
    const { sessionId, intentId } = await bench.paid("card");
    await bench.standIn.idle();
    expect(bench.notices).toContainEqual(expect.objectContaining({ type: "checkout.session.completed", sessionId, intentId }));
    expect(bench.notices).toContainEqual(expect.objectContaining({ type: "payment_intent.amount_capturable_updated", intentId }));
    expect(new Set(bench.notices.map((one) => one.eventId)).size).toBe(bench.notices.length);
  });

  it("are believed only with the right signature on the unchanged body, and not when old", async () => {
    await bench.paid("card");
    await bench.standIn.idle();
    const post = bench.posts[0];
    if (!post) return expect.fail("No webhook was sent.");
    const { verifyWebhook } = bench.payments;
    expect(verifyWebhook(Buffer.from(post.payload), post.signature)).toMatchObject({ type: "payment_intent.created" });
    expect(verifyWebhook(post.payload.replace("9000", "1000"), post.signature)).toBeNull();
    expect(verifyWebhook(post.payload, "")).toBeNull();
    expect(verifyWebhook(post.payload, "t=1,v1=00")).toBeNull();
    const stranger = openPayments({ webhookSecret: "whsec_other", standIn: bench.standIn, realNow: () => bench.time.real });
    expect(stranger.verifyWebhook(post.payload, post.signature)).toBeNull();
    bench.time.business += 365 * day;
    expect(verifyWebhook(post.payload, post.signature)).not.toBeNull();
    bench.time.real += 301_000;
    expect(verifyWebhook(post.payload, post.signature)).toBeNull();
  });

  it("that are signed but no event are refused like a wrong signature", () => {
    const seconds = bench.time.real / 1000;
    for (const body of ["", "nonsense", "null", "42", "[]", "{}", '{"id":7,"type":"x"}', '{"id":"evt_1"}', '{"id":"evt\\u0000","type":"x"}'])
      expect(bench.payments.verifyWebhook(body, signatureOf(body, webhookSecret, seconds)), body).toBeNull();
    const odd = '{"id":"evt_1","type":"x","data":{"object":{"object":"payment_intent","id":{},"payment_intent":7}},"related_object":"y"}';
    expect(bench.payments.verifyWebhook(odd, signatureOf(odd, webhookSecret, seconds))).toEqual({ eventId: "evt_1", type: "x" });
  });

  it("of a refund that failed name the payment, which then has it back", async () => {
    const { intentId } = await bench.paid("twint");
    const { refundId } = must(await bench.payments.refund(intentId, 4000, "refund"));
    await bench.standIn.run((desk) => failRefund(desk, refundId));
    await bench.standIn.idle();
    expect(bench.notices).toContainEqual(expect.objectContaining({ type: "refund.failed", intentId }));
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ capturedMinor: 9000, refundedMinor: 0, refundFailedMinor: 4000, refunds: [{ operation: null, amountMinor: 4000, failed: true }] });
    must(await bench.payments.refund(intentId, 9000, "refund-again"));
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ refundedMinor: 9000, refundFailedMinor: 4000 });
  });

  it("that found the door closed are sent again, newly signed, until they are accepted", async () => {
    bench.door.closed = true;
    await bench.paid("card");
    await bench.standIn.idle();
    expect(await bench.standIn.deliverDue()).toBeGreaterThan(0);
    bench.door.closed = false;
    expect(bench.notices).toHaveLength(0);
    bench.time.real += 3_600_000;
    expect(await bench.standIn.deliverDue()).toBe(0);
    expect(bench.notices.map((one) => one.type)).toContain("checkout.session.completed");
  });
});

describe("the gateway", () => {
  it("says that it plays, and where its pages are", () => {
    expect(bench.payments).toMatchObject({ playMoney: true, checkoutHost: "http://pay.test", formHosts: ["http://pay.test"] });
    const real = openPayments({ secretKey: "sk_test_x", webhookSecret: "whsec_x", realNow: () => 0 });
    expect(real).toMatchObject({ playMoney: false, checkoutHost: "https://checkout.stripe.com" });
    expect(() => openPayments({ webhookSecret: "whsec_x", realNow: () => 0 })).toThrow("Stripe key or the stand-in");
  });
});
