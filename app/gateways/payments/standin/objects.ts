/** What the stand-in remembers, in Stripe's own shapes; `play` is its private memory and never leaves it. Amounts in Rappen, times in seconds. */

export type StoredSession = {
  id: string;
  object: "checkout.session";
  mode: "payment";
  status: "open" | "complete" | "expired";
  payment_status: "unpaid" | "paid";
  payment_intent: string | null;
  amount_total: number;
  amount_subtotal: number;
  currency: string;
  customer_email: string | null;
  client_reference_id: string | null;
  metadata: Record<string, string>;
  locale: string | null;
  success_url: string;
  cancel_url: string | null;
  allowed_payment_method_types: string[] | null;
  payment_method_types: string[];
  created: number;
  expires_at: number;
  url: string | null;
  livemode: false;
  play: {
    /** When it expires on the stand-in's own clock. */
    lapsesAt: number;
    reserveCard: boolean;
    title: string;
    intent: { description: string | null; metadata: Record<string, string>; transfer_group: string | null };
  };
};

export type PaymentProblem = { type: "card_error" | "invalid_request_error"; code: string; decline_code?: string; message: string };

export type StoredIntent = {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  status: "requires_payment_method" | "requires_action" | "requires_capture" | "succeeded" | "canceled";
  capture_method: "automatic_async";
  payment_method: string | null;
  payment_method_types: string[];
  payment_method_options: Record<string, unknown>;
  latest_charge: string | null;
  last_payment_error: PaymentProblem | null;
  next_action: { type: "redirect_to_url"; redirect_to_url: { url: string; return_url: string } } | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
  description: string | null;
  metadata: Record<string, string>;
  transfer_group: string | null;
  created: number;
  livemode: false;
  play: { session: string };
};

export type StoredCharge = {
  id: string;
  object: "charge";
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  captured: boolean;
  refunded: boolean;
  paid: true;
  status: "succeeded";
  currency: string;
  payment_intent: string;
  payment_method: string;
  payment_method_details: { type: "card"; card: { brand: string; last4: string; capture_before?: number } } | { type: "twint"; twint: Record<string, never> };
  transfer_group: string | null;
  description: string | null;
  metadata: Record<string, string>;
  created: number;
  livemode: false;
  play: { transferred: number; givenBack: number; refunds: string[] };
};

export type StoredRefund = {
  id: string;
  object: "refund";
  amount: number;
  currency: string;
  charge: string;
  payment_intent: string;
  balance_transaction: string | null;
  reason: string | null;
  status: "succeeded" | "failed";
  failure_reason?: string;
  metadata: Record<string, string>;
  created: number;
};

export type StoredTransfer = {
  id: string;
  object: "transfer";
  amount: number;
  amount_reversed: number;
  reversed: boolean;
  currency: string;
  destination: string;
  source_transaction: string | null;
  transfer_group: string | null;
  description: string | null;
  metadata: Record<string, string>;
  created: number;
  livemode: false;
};

export type StoredReversal = { id: string; object: "transfer_reversal"; amount: number; currency: string; transfer: string; metadata: Record<string, string>; created: number };

export type StoredAccount = {
  id: string;
  object: "v2.core.account";
  applied_configurations: ["recipient"];
  contact_email: string | null;
  display_name: string | null;
  dashboard: string | null;
  identity: Record<string, unknown> | null;
  defaults: Record<string, unknown> | null;
  configuration: { recipient: { applied: true; capabilities: { stripe_balance: { stripe_transfers: { status: "pending" | "active"; status_details: object[] } } } } };
  metadata: Record<string, string>;
  created: string;
  livemode: false;
  play: { link: { returnUrl: string; refreshUrl: string } | null };
};

/** An event on its way to the webhook; times in real milliseconds, because retries follow the wall clock. */
export type StoredDelivery = { id: string; payload: string; attempts: number; since: number; order: number; nextAt: number };

/** An object that time alone will change: an open session, a reserved card. */
export type StoredWatch = { id: string; what: "session" | "intent"; at: number };

/** The answer given under an idempotency key, with the request it belongs to. */
export type StoredAnswer = { id: string; request: string; status: number; body: string; at: number };

/** The company's own balance: captured minus refunds, fees and transfers. */
export type StoredBalance = { id: "chf"; available: number };

export interface Kinds {
  session: StoredSession;
  intent: StoredIntent;
  charge: StoredCharge;
  refund: StoredRefund;
  transfer: StoredTransfer;
  reversal: StoredReversal;
  account: StoredAccount;
  delivery: StoredDelivery;
  watch: StoredWatch;
  answer: StoredAnswer;
  balance: StoredBalance;
}
export type Kind = keyof Kinds;
