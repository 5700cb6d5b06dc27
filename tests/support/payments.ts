import Stripe from "stripe";
import type { CheckoutRequest, Payments, WebhookNotice } from "#app/gateways/payments/payments.ts";
import { type PlayChoice, pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { type Chaos, memoryStorage, openStandIn, type StandIn, type StandInStorage } from "#app/gateways/payments/standin.server.ts";
import { openPayments } from "#app/gateways/payments/stripe.server.ts";

export const webhookSecret = "whsec_test_only";
const start = Date.UTC(2027, 0, 11, 9);

export type PaymentBench = {
  payments: Payments;
  standIn: StandIn;
  /** The real SDK on the same stand-in, for what our gateway never sends. */
  stripe: Stripe;
  /** Webhooks as they arrived, verified. */
  notices: WebhookNotice[];
  /** Raw deliveries with their signatures. */
  posts: { payload: string; signature: string }[];
  /** Business and real milliseconds; move either. */
  time: { business: number; real: number };
  /** While true, the webhook route answers with an error. */
  door: { closed: boolean };
  /** A Checkout request with sensible values. */
  request(change?: Partial<CheckoutRequest>): CheckoutRequest;
  /** Makes a session and pays it; returns the ids. */
  paid(choice: PlayChoice, change?: Partial<CheckoutRequest>): Promise<{ sessionId: string; intentId: string; chargeId: string }>;
};

/** Payments on a stand-in of their own, with clocks to move and webhooks to look at. */
export function openPaymentBench(options: { storage?: StandInStorage; chaos?: Chaos; random?: () => string; pagesOrigin?: string | (() => string) } = {}): PaymentBench {
  const time = { business: start, real: start };
  const door = { closed: false };
  const notices: WebhookNotice[] = [];
  const posts: PaymentBench["posts"] = [];
  const standIn = openStandIn({
    storage: options.storage ?? memoryStorage(),
    webhookSecret,
    pagesOrigin: options.pagesOrigin ?? "http://pay.test",
    clock: () => time.business / 1000,
    realNow: () => time.real,
    deliver: async (payload, signature) => {
      if (door.closed) return false;
      posts.push({ payload, signature });
      const notice = payments.verifyWebhook(payload, signature);
      if (notice) notices.push(notice);
      return notice !== null;
    },
    ...(options.chaos && { chaos: options.chaos }),
    ...(options.random && { random: options.random }),
  });
  const payments = openPayments({ webhookSecret, standIn, realNow: () => time.real });
  const stripe = new Stripe(standIn.apiKey, { httpClient: Stripe.createFetchHttpClient(standIn.fetch), maxNetworkRetries: 0, telemetry: false });
  let count = 0;
  const request: PaymentBench["request"] = (change = {}) => ({
    reference: "QB-4711",
    bookingId: "booking-1",
    paymentId: "payment-1",
    amountMinor: 9000,
    currency: "chf",
    description: "WLAN verbessern mit Anna B.",
    reserveCard: true,
    customerEmail: "kundin@example.ch",
    locale: "de",
    successUrl: "http://shop.test/de/paid?session={CHECKOUT_SESSION_ID}",
    cancelUrl: "http://shop.test/de/book",
    expiresAt: time.real + 35 * 60_000,
    transferGroup: "booking-1",
    ...change,
  });
  return {
    payments,
    standIn,
    stripe,
    notices,
    posts,
    time,
    door,
    request,
    async paid(choice, change) {
      count += 1;
      const made = await payments.createCheckout(request(change), `bench-checkout-${count}`);
      if (!made.ok) throw new Error(made.refusal);
      const { sessionId } = made.value;
      const step = await pay(standIn, sessionId, choice);
      if (!step.ok) throw new Error(step.refusal);
      const facts = await payments.readSession(sessionId);
      return { sessionId, intentId: facts.intentId ?? "", chargeId: facts.chargeId ?? "" };
    },
  };
}
