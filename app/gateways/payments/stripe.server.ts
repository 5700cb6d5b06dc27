import Stripe from "stripe";
import { factsOfIntent, factsOfSession } from "./facts.server.ts";
import type { CheckoutRequest, PaymentFacts, Payments, TransferRequest } from "./payments.ts";
import { openLookups } from "./lookups.server.ts";
import { attempt } from "./refusals.server.ts";
import type { StandIn } from "./standin.server.ts";
import { openWebhooks } from "./webhooks.server.ts";

export type PaymentsConfig = {
  /** Without it the stand-in answers. */
  secretKey?: string;
  webhookSecret: string;
  /** STRIPE_API_HOST, STRIPE_API_PORT and STRIPE_API_PROTOCOL; only with a key. */
  host?: string;
  port?: number | string;
  protocol?: "http" | "https";
  standIn?: StandIn;
  /** UTC milliseconds of the wall clock, for the age of signatures. */
  realNow: () => number;
  /** How long one request may take (20 s). */
  timeoutMs?: number;
};

/** The one place a Stripe client is made: the real SDK always, over the network with a key, over the stand-in without. */
function openClient(config: PaymentsConfig): Stripe {
  const common = { telemetry: false, timeout: config.timeoutMs ?? 20_000, appInfo: { name: "Quartier" } };
  if (config.secretKey) {
    const { host, port, protocol } = config;
    return new Stripe(config.secretKey, { ...common, maxNetworkRetries: 1, ...(host && { host }), ...(port && { port }), ...(protocol && { protocol }) });
  }
  if (!config.standIn) throw new Error("Payments need a Stripe key or the stand-in");
  return new Stripe(config.standIn.apiKey, { ...common, maxNetworkRetries: 0, httpClient: Stripe.createFetchHttpClient(config.standIn.fetch) });
}

/** What finds the object again when the answer to its creation was lost. */
const markOf = (operation: string | undefined): Record<string, string> => (operation ? { operation } : {});

function sessionParams(request: CheckoutRequest, operation?: string): Stripe.Checkout.SessionCreateParams {
  const metadata = { booking_id: request.bookingId, payment_id: request.paymentId, reference: request.reference, ...markOf(operation) };
  return {
    mode: "payment",
    line_items: [{ quantity: 1, price_data: { currency: request.currency, unit_amount: request.amountMinor, product_data: { name: request.description } } }],
    // Cards bring Apple Pay and Google Pay with them; the list is a filter, so a method not switched on is left out.
    allowed_payment_method_types: ["card", "twint"],
    // On the card alone: a hold asked of the whole payment would rule TWINT out.
    ...(request.reserveCard && { payment_method_options: { card: { capture_method: "manual" } } }),
    payment_intent_data: { description: `${request.reference} ${request.description}`, metadata, transfer_group: request.transferGroup },
    adaptive_pricing: { enabled: false },
    client_reference_id: request.reference,
    customer_email: request.customerEmail,
    locale: request.locale,
    metadata,
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(request.expiresAt / 1000),
  };
}

const transferParams = (request: TransferRequest, operation?: string): Stripe.TransferCreateParams => ({
  amount: request.amountMinor,
  currency: "chf",
  destination: request.accountId,
  ...(request.chargeId && { source_transaction: request.chargeId }),
  transfer_group: request.transferGroup,
  metadata: { reference: request.reference, ...markOf(operation) },
});

const accountParams = (person: { helperId: string; email: string; name: string }, operation?: string): Stripe.V2.Core.AccountCreateParams => ({
  contact_email: person.email,
  display_name: person.name,
  dashboard: "express",
  identity: { country: "CH", entity_type: "individual" },
  configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
  defaults: { currency: "chf", responsibilities: { fees_collector: "application", losses_collector: "application" } },
  metadata: { helper_id: person.helperId, ...markOf(operation) },
});

/** The payment provider as the domain sees it. Throws at once when there is neither a key nor a stand-in. */
export function openPayments(config: PaymentsConfig): Payments {
  const stripe = openClient(config);
  const playMoney = !config.secretKey;
  const { standIn } = config;
  const hosts = () => (standIn && playMoney ? [standIn.pagesOrigin()] : ["https://checkout.stripe.com", "https://connect.stripe.com"]);

  async function intentFacts(intent: Stripe.PaymentIntent): Promise<PaymentFacts> {
    const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
    // Asked of every captured charge: a refund that failed counts no more in what the charge says was given back.
    const refunds = charge?.captured ? (await stripe.refunds.list({ payment_intent: intent.id, limit: 100 })).data : [];
    return factsOfIntent(intent, refunds);
  }

  return {
    playMoney,
    get checkoutHost() {
      return hosts()[0] ?? "";
    },
    get formHosts() {
      return hosts();
    },
    createCheckout: (request, idempotencyKey, operation) =>
      attempt(async () => {
        const session = await stripe.checkout.sessions.create(sessionParams(request, operation), { idempotencyKey });
        if (!session.url) throw new Error("The provider made a Checkout session without an address");
        return { sessionId: session.id, url: session.url };
      }),
    expireCheckout: (sessionId, idempotencyKey) =>
      attempt(async () => ({ sessionId: (await stripe.checkout.sessions.expire(sessionId, {}, { idempotencyKey })).id }), "session_not_open"),
    async readSession(sessionId) {
      const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: ["payment_intent.latest_charge"] });
      const intent = session.payment_intent && typeof session.payment_intent === "object" ? await intentFacts(session.payment_intent) : null;
      return factsOfSession(session, intent);
    },
    readIntent: async (intentId) => intentFacts(await stripe.paymentIntents.retrieve(intentId, { expand: ["latest_charge"] })),
    capture: (intentId, amountMinor, idempotencyKey) =>
      attempt(async () =>
        intentFacts(await stripe.paymentIntents.capture(intentId, { amount_to_capture: amountMinor, expand: ["latest_charge"] }, { idempotencyKey })),
      ),
    cancel: (intentId, idempotencyKey) =>
      attempt(async () => intentFacts(await stripe.paymentIntents.cancel(intentId, { expand: ["latest_charge"] }, { idempotencyKey }))),
    refund: (intentId, amountMinor, idempotencyKey, operation) =>
      attempt(async () => {
        const params = { payment_intent: intentId, amount: amountMinor, metadata: { source: "quartier", ...markOf(operation) } };
        return { refundId: (await stripe.refunds.create(params, { idempotencyKey })).id };
      }),
    createAccount: (person, idempotencyKey, operation) =>
      attempt(async () => ({ accountId: (await stripe.v2.core.accounts.create(accountParams(person, operation), { idempotencyKey })).id })),
    async onboardingLink(accountId, returnUrl, refreshUrl) {
      const use_case: Stripe.V2.Core.AccountLinkCreateParams.UseCase = {
        type: "account_onboarding",
        account_onboarding: { return_url: returnUrl, refresh_url: refreshUrl },
      };
      return { url: (await stripe.v2.core.accountLinks.create({ account: accountId, use_case })).url };
    },
    async readAccount(accountId) {
      const account = await stripe.v2.core.accounts.retrieve(accountId, { include: ["configuration.recipient"] });
      const transfers = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers;
      return { transfersActive: transfers?.status === "active" };
    },
    transfer: (request, idempotencyKey, operation) =>
      attempt(async () => ({ transferId: (await stripe.transfers.create(transferParams(request, operation), { idempotencyKey })).id })),
    reverseTransfer: (transferId, amountMinor, idempotencyKey, operation) =>
      attempt(async () => {
        const params = { amount: amountMinor, metadata: markOf(operation) };
        return { reversalId: (await stripe.transfers.createReversal(transferId, params, { idempotencyKey })).id };
      }),
    find: openLookups(stripe),
    verifyWebhook: openWebhooks(stripe, config.webhookSecret, config.realNow),
  };
}
