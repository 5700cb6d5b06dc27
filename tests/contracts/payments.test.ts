import { beforeEach, describe, expect, it } from "vitest";
import { abandon, completeOnboarding, confirm3ds, pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { openPaymentBench, type PaymentBench } from "../support/payments.ts";

const day = 86_400_000;
let bench: PaymentBench;
beforeEach(() => {
  bench = openPaymentBench();
});

const checkout = async (change: Parameters<PaymentBench["request"]>[0] = {}, key = "checkout-1") =>
  must(await bench.payments.createCheckout(bench.request(change), key)).sessionId;

const helper = async (active = true) => {
  const { accountId } = must(await bench.payments.createAccount({ helperId: "helper-1", email: "anna@example.ch", name: "Anna B." }, "account-1"));
  await bench.payments.onboardingLink(accountId, "http://shop.test/back", "http://shop.test/again");
  if (active) must(await completeOnboarding(bench.standIn, accountId));
  return accountId;
};

describe("a card for a visit soon", () => {
  it("is open, then reserved, then captured in part, and the rest of the hold is not a refund", async () => {
    const sessionId = await checkout();
    const open = await bench.payments.readSession(sessionId);
    expect(open).toMatchObject({ sessionId, sessionStatus: "open", intentId: null, status: "open", amountMinor: 9000, method: null });

    expect(must(await pay(bench.standIn, sessionId, "card")).redirectTo).toBe(`http://shop.test/de/paid?session=${sessionId}`);
    const reserved = await bench.payments.readSession(sessionId);
    expect(reserved).toMatchObject({ sessionStatus: "complete", status: "reserved", method: "card", capturableMinor: 9000, capturedMinor: 0 });
    expect(reserved.captureBefore).toBe(bench.time.business + 7 * day);

    const captured = must(await bench.payments.capture(reserved.intentId ?? "", 6000, "capture-1"));
    expect(captured).toMatchObject({ status: "captured", amountMinor: 9000, capturedMinor: 6000, capturableMinor: 0, refundedMinor: 0, captureBefore: null });
    expect(captured.chargeId).toBe(reserved.chargeId);
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "captured", capturedMinor: 6000, refundedMinor: 0 });
  });

  it("is released by cancelling, and the hold ends by itself after seven days of business time", async () => {
    const first = await bench.paid("card");
    expect(must(await bench.payments.cancel(first.intentId, "cancel-1"))).toMatchObject({ status: "cancelled", capturableMinor: 0, refundedMinor: 0 });

    const second = await bench.paid("card");
    bench.time.business += 7 * day;
    expect(await bench.payments.capture(second.intentId, 100, "capture-late")).toMatchObject({ ok: false, refusal: "already_cancelled" });
    expect(await bench.payments.readIntent(second.intentId)).toMatchObject({ status: "cancelled", captureBefore: null, chargeId: null });
  });

  it("cannot be captured beyond the hold, twice, or after it was given back; nor cancelled after capture", async () => {
    const { intentId } = await bench.paid("card");
    expect(await bench.payments.capture(intentId, 9001, "over")).toMatchObject({ ok: false, refusal: "amount_too_large" });
    must(await bench.payments.capture(intentId, 9000, "capture"));
    expect(await bench.payments.capture(intentId, 9000, "again")).toMatchObject({ ok: false, refusal: "already_captured" });
    expect(await bench.payments.cancel(intentId, "cancel")).toMatchObject({ ok: false, refusal: "already_captured" });
    const other = await bench.paid("card");
    must(await bench.payments.cancel(other.intentId, "cancel-other"));
    expect(await bench.payments.cancel(other.intentId, "cancel-other-again")).toMatchObject({ ok: false, refusal: "already_cancelled" });
    expect(await bench.payments.refund(other.intentId, 100, "refund-other")).toMatchObject({ ok: false, refusal: "already_cancelled" });
  });

  it("that is declined leaves the session open for another way to pay", async () => {
    const sessionId = await checkout();
    must(await pay(bench.standIn, sessionId, "card_declined"));
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ sessionStatus: "open", status: "failed", declineCode: "generic_decline", chargeId: null });
    must(await pay(bench.standIn, sessionId, "card"));
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ sessionStatus: "complete", status: "reserved", declineCode: null });
  });

  it("with 3-D Secure waits for the bank; refused it fails, confirmed it is reserved", async () => {
    const sessionId = await checkout();
    expect(must(await pay(bench.standIn, sessionId, "card_3ds")).redirectTo).toBe(`http://pay.test/play-money/checkout/${sessionId}/3ds`);
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "open" });
    must(await confirm3ds(bench.standIn, sessionId, false));
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "failed", declineCode: "payment_intent_authentication_failure" });
    expect(await confirm3ds(bench.standIn, sessionId, true)).toMatchObject({ ok: false, refusal: "nothing_to_confirm" });
    must(await pay(bench.standIn, sessionId, "card_3ds"));
    must(await confirm3ds(bench.standIn, sessionId, true));
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "reserved", method: "card" });
  });
});

describe("money debited at once", () => {
  it("comes by TWINT even where a card would only be reserved", async () => {
    const { sessionId } = await bench.paid("twint");
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ status: "captured", method: "twint", capturedMinor: 9000, captureBefore: null });
  });

  it("comes by card for a later visit", async () => {
    const { intentId } = await bench.paid("card", { reserveCard: false });
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ status: "captured", method: "card", capturedMinor: 9000 });
  });

  it("is given back in parts, never more than was paid", async () => {
    const { intentId } = await bench.paid("twint");
    must(await bench.payments.refund(intentId, 4000, "refund-1"));
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ status: "captured", capturedMinor: 9000, refundedMinor: 4000 });
    expect(await bench.payments.refund(intentId, 5001, "refund-2")).toMatchObject({ ok: false, refusal: "amount_too_large" });
    must(await bench.payments.refund(intentId, 5000, "refund-3"));
    expect(await bench.payments.refund(intentId, 1, "refund-4")).toMatchObject({ ok: false, refusal: "already_refunded" });
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ refundedMinor: 9000 });
  });

  it("says of each refund which operation asked for it, and nothing of what a partial capture released", async () => {
    const { intentId } = await bench.paid("twint");
    must(await bench.payments.refund(intentId, 4000, "refund-1", "operation-1"));
    must(await bench.payments.refund(intentId, 500, "refund-2"));
    expect((await bench.payments.readIntent(intentId)).refunds).toEqual(expect.arrayContaining([{ operation: "operation-1", amountMinor: 4000, failed: false }, { operation: null, amountMinor: 500, failed: false }]));
    const held = await bench.paid("card");
    must(await bench.payments.capture(held.intentId, 3000, "capture"));
    expect((await bench.payments.readIntent(held.intentId)).refunds).toEqual([]);
  });

  it("is given back up to the captured part only, after a partial capture", async () => {
    const { intentId } = await bench.paid("card");
    must(await bench.payments.capture(intentId, 3000, "capture"));
    expect(await bench.payments.refund(intentId, 3001, "too-much")).toMatchObject({ ok: false, refusal: "amount_too_large" });
    must(await bench.payments.refund(intentId, 1000, "some"));
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ capturedMinor: 3000, refundedMinor: 1000 });
  });

  it("is paid once, however often the customer presses", async () => {
    const sessionId = await checkout();
    await Promise.all([pay(bench.standIn, sessionId, "twint"), pay(bench.standIn, sessionId, "twint"), pay(bench.standIn, sessionId, "card")]);
    await bench.standIn.idle();
    expect(bench.notices.filter((one) => one.type === "charge.succeeded")).toHaveLength(1);
  });
});

describe("a Checkout session", () => {
  it("lives at least 30 minutes and at most 24 hours of real time", async () => {
    const soon = bench.request({ expiresAt: bench.time.real + 29 * 60_000 });
    expect(await bench.payments.createCheckout(soon, "soon")).toMatchObject({ ok: false, refusal: "expiry_out_of_range" });
    const late = bench.request({ expiresAt: bench.time.real + 25 * 3_600_000 });
    expect(await bench.payments.createCheckout(late, "late")).toMatchObject({ ok: false, refusal: "expiry_out_of_range" });
    bench.time.business += 30 * day;
    expect(await bench.payments.createCheckout(bench.request(), "moved-clock")).toMatchObject({ ok: true });
  });

  it("expires by business time, says so by webhook without being read, and takes no money afterwards", async () => {
    const sessionId = await checkout();
    bench.time.business += 35 * 60_000;
    await bench.standIn.deliverDue();
    expect(bench.notices).toContainEqual(expect.objectContaining({ type: "checkout.session.expired", sessionId }));
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ sessionStatus: "expired", status: "cancelled", intentId: null });
    expect(await pay(bench.standIn, sessionId, "card")).toMatchObject({ ok: false, refusal: "session_closed" });
  });

  it("is expired by us while open, with an unfinished attempt; once paid it is not", async () => {
    const sessionId = await checkout();
    must(await pay(bench.standIn, sessionId, "card_3ds"));
    must(await bench.payments.expireCheckout(sessionId, "expire-1"));
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ sessionStatus: "expired", status: "cancelled" });
    expect(await confirm3ds(bench.standIn, sessionId, true)).toMatchObject({ ok: false, refusal: "session_closed" });
    expect(await bench.payments.expireCheckout(sessionId, "expire-2")).toMatchObject({ ok: false, refusal: "session_not_open" });
    const { sessionId: complete } = await bench.paid("card");
    expect(await bench.payments.expireCheckout(complete, "expire-3")).toMatchObject({ ok: false, refusal: "session_not_open" });
  });

  it("leads back without paying and stays open", async () => {
    const sessionId = await checkout();
    expect(must(await abandon(bench.standIn, sessionId)).redirectTo).toBe("http://shop.test/de/book");
    expect(await bench.payments.readSession(sessionId)).toMatchObject({ sessionStatus: "open" });
  });

  it("cancels no attempt directly: the session is expired instead", async () => {
    const sessionId = await checkout();
    must(await pay(bench.standIn, sessionId, "card_declined"));
    const { intentId } = await bench.payments.readSession(sessionId);
    expect(await bench.payments.cancel(intentId ?? "", "cancel")).toMatchObject({ ok: false, refusal: "wrong_state" });
  });

  it("names unknown ids", async () => {
    expect(await bench.payments.expireCheckout("cs_test_none", "a")).toMatchObject({ ok: false, refusal: "not_found" });
    expect(await bench.payments.capture("pi_none", 100, "b")).toMatchObject({ ok: false, refusal: "not_found" });
    expect(await bench.payments.refund("pi_none", 100, "c")).toMatchObject({ ok: false, refusal: "not_found" });
    await expect(bench.payments.readSession("cs_test_none")).rejects.toThrow("No such checkout.session");
    await expect(bench.payments.readAccount("acct_none")).rejects.toThrow("No such account");
  });
});

describe("paying helpers", () => {
  it("needs a helper whose account can take transfers", async () => {
    const { chargeId } = await bench.paid("twint");
    const accountId = await helper(false);
    const request = { amountMinor: 7650, accountId, chargeId, transferGroup: "booking-1", reference: "QB-4711" };
    expect(await bench.payments.readAccount(accountId)).toEqual({ transfersActive: false });
    expect(await bench.payments.transfer(request, "transfer-1")).toMatchObject({ ok: false, refusal: "account_not_ready" });
    must(await completeOnboarding(bench.standIn, accountId));
    await bench.standIn.idle();
    expect(bench.notices).toContainEqual(expect.objectContaining({ accountId }));
    expect(await bench.payments.readAccount(accountId)).toEqual({ transfersActive: true });
    expect(await bench.payments.transfer(request, "transfer-2")).toMatchObject({ ok: true });
    expect(await bench.payments.transfer({ ...request, accountId: "acct_none" }, "transfer-3")).toMatchObject({ ok: false, refusal: "not_found" });
  });

  it("never passes on more than was captured, until a transfer is taken back", async () => {
    const { chargeId } = await bench.paid("twint");
    const accountId = await helper();
    const request = { amountMinor: 5000, accountId, chargeId, transferGroup: "booking-1", reference: "QB-4711" };
    const { transferId } = must(await bench.payments.transfer(request, "t-1"));
    expect(await bench.payments.transfer({ ...request, amountMinor: 4001 }, "t-2")).toMatchObject({ ok: false, refusal: "amount_too_large" });
    expect(await bench.payments.reverseTransfer(transferId, 5001, "r-1")).toMatchObject({ ok: false, refusal: "amount_too_large" });
    must(await bench.payments.reverseTransfer(transferId, 2000, "r-2"));
    expect(await bench.payments.transfer({ ...request, amountMinor: 4001 }, "t-3")).toMatchObject({ ok: true });
  });

  it("waits for a reserved card to be captured", async () => {
    const { chargeId } = await bench.paid("card");
    const request = { amountMinor: 100, accountId: await helper(), chargeId, transferGroup: "g", reference: "r" };
    await expect(bench.payments.transfer(request, "early")).rejects.toThrow("captured charge");
  });

  it("from the company's own balance stops when that is empty", async () => {
    const request = { amountMinor: 2000, accountId: await helper(), chargeId: null, transferGroup: "g", reference: "r" };
    expect(await bench.payments.transfer(request, "empty")).toMatchObject({ ok: false, refusal: "balance_insufficient" });
    await bench.paid("twint");
    expect(await bench.payments.transfer(request, "full")).toMatchObject({ ok: true });
  });
});

describe("repeating a request", () => {
  it("with the same key acts once and answers the same", async () => {
    const { intentId } = await bench.paid("twint");
    const first = must(await bench.payments.refund(intentId, 1000, "same"));
    expect(must(await bench.payments.refund(intentId, 1000, "same"))).toEqual(first);
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ refundedMinor: 1000 });
    const request = bench.request();
    const sessions = await Promise.all([1, 2, 3].map(() => bench.payments.createCheckout(request, "one-checkout")));
    expect(new Set(sessions.map((one) => must(one).sessionId)).size).toBe(1);
  });

  it("with the same key and other parameters is a mistake that throws", async () => {
    const { intentId } = await bench.paid("twint");
    must(await bench.payments.refund(intentId, 1000, "same"));
    await expect(bench.payments.refund(intentId, 2000, "same")).rejects.toThrow("same parameters");
    expect(await bench.payments.readIntent(intentId)).toMatchObject({ refundedMinor: 1000 });
  });

  it("repeats a refusal too", async () => {
    const { intentId } = await bench.paid("card");
    expect(await bench.payments.refund(intentId, 100, "early")).toMatchObject({ ok: false, refusal: "wrong_state" });
    must(await bench.payments.capture(intentId, 9000, "capture"));
    expect(await bench.payments.refund(intentId, 100, "early")).toMatchObject({ ok: false, refusal: "wrong_state" });
    expect(await bench.payments.refund(intentId, 100, "new-key")).toMatchObject({ ok: true });
  });
});
