import type { Result } from "../kernel/result.ts";
import type { Locale } from "../kernel/words.ts";

/** What a hosted Checkout is asked for; frozen once, sent again unchanged under the same key. */
export type CheckoutRequest = {
  /** The short booking reference people say on the telephone. */
  reference: string;
  bookingId: string;
  paymentId: string;
  /** The whole price, in Rappen. */
  amountMinor: number;
  currency: "chf";
  /** One line that the hosted page and the bank statement page show. */
  description: string;
  /** True: a card is only reserved. TWINT is debited at once either way, since it cannot be reserved. */
  reserveCard: boolean;
  customerEmail: string;
  locale: Locale;
  /** May contain `{CHECKOUT_SESSION_ID}`. */
  successUrl: string;
  cancelUrl: string;
  /** Real time (never business time), UTC milliseconds, 30 minutes to 24 hours ahead of the moment it is sent. */
  expiresAt: number;
  /** Ties the payment to the transfers paid out of it: the booking id. */
  transferGroup: string;
};

/**
 * One reading of the provider's truth, in Rappen and UTC milliseconds. Readings may arrive late or repeated:
 * the domain applies them monotonically. `failed` is not final while the session is open;
 * `cancelled` means that no money can arrive any more (an expired session without payment is cancelled too).
 */
export type PaymentFacts = {
  sessionId?: string;
  sessionStatus?: "open" | "complete" | "expired";
  intentId: string | null;
  status: "open" | "failed" | "reserved" | "captured" | "cancelled";
  method: "card" | "twint" | "other" | null;
  amountMinor: number;
  /** Still reserved and not captured. */
  capturableMinor: number;
  capturedMinor: number;
  /** Given back out of what was captured; the part of a hold that was never captured is not counted. */
  refundedMinor: number;
  /** Was given back and failed later, so that we have it again; no part of `refundedMinor`. */
  refundFailedMinor: number;
  /** Each refund by the operation that asked for it, null for one made elsewhere: what a payment for several visits is divided by. */
  refunds?: { operation: string | null; amountMinor: number; failed: boolean }[];
  /** Until when a reserved card can be captured, in business time. */
  captureBefore: number | null;
  chargeId: string | null;
  declineCode: string | null;
};

/** What the provider refuses and a caller can expect; everything else (network, limits, our own mistakes) throws. */
export type PaymentRefusal =
  | "already_captured"
  | "already_cancelled"
  | "already_refunded"
  | "amount_too_large"
  | "wrong_state"
  | "session_not_open"
  | "expiry_out_of_range"
  | "account_not_ready"
  | "balance_insufficient"
  | "card_refused"
  | "not_found";

export type Paid<T> = Promise<Result<T, PaymentRefusal>>;

export type TransferRequest = {
  amountMinor: number;
  accountId: string;
  /** The charge whose money is passed on; null pays from the company's own balance. */
  chargeId: string | null;
  transferGroup: string;
  reference: string;
};

/** A verified webhook: which objects to read again. Its contents are never used as truth. */
export type WebhookNotice = { eventId: string; type: string; sessionId?: string; intentId?: string; accountId?: string };

/** Finds what one operation made, by the mark that its objects carry; null when the provider knows nothing of it. */
export interface Lookups {
  /** Null too when the session is closed: nobody can pay there any more. */
  checkout(operation: string, customerEmail: string): Promise<{ sessionId: string; url: string } | null>;
  refund(operation: string, intentId: string): Promise<{ refundId: string } | null>;
  transfer(operation: string, transferGroup: string): Promise<{ transferId: string } | null>;
  reversal(operation: string, transferId: string): Promise<{ reversalId: string } | null>;
  account(operation: string): Promise<{ accountId: string } | null>;
}

/**
 * The payment provider. Every write takes an idempotency key; the same key with the same parameters acts once
 * and answers the same for 24 hours. An answer that was lost for longer is resolved by reading (`find`), not by repeating:
 * what is made for an operation carries its id as `metadata.operation`.
 */
export interface Payments {
  /** True without a Stripe key: the stand-in answers, and no real money moves. */
  readonly playMoney: boolean;
  /** Origin of the hosted payment page, for the form-action directive. */
  readonly checkoutHost: string;
  /** Every origin a form of ours may redirect to (payment page, payout onboarding), for form-action. */
  readonly formHosts: readonly string[];
  createCheckout(request: CheckoutRequest, key: string, operation?: string): Paid<{ sessionId: string; url: string }>;
  expireCheckout(sessionId: string, key: string): Paid<{ sessionId: string }>;
  /** Throws when the provider does not know the id. */
  readSession(sessionId: string): Promise<PaymentFacts>;
  readIntent(intentId: string): Promise<PaymentFacts>;
  /** Captures part or all of a reserved card once; the rest of the hold is released. */
  capture(intentId: string, amountMinor: number, key: string): Paid<PaymentFacts>;
  /** Releases a reserved card. */
  cancel(intentId: string, key: string): Paid<PaymentFacts>;
  refund(intentId: string, amountMinor: number, key: string, operation?: string): Paid<{ refundId: string }>;
  createAccount(person: { helperId: string; email: string; name: string }, key: string, operation?: string): Paid<{ accountId: string }>;
  /** A short-lived link: make one per visit, never store it. */
  onboardingLink(accountId: string, returnUrl: string, refreshUrl: string): Promise<{ url: string }>;
  readAccount(accountId: string): Promise<{ transfersActive: boolean }>;
  transfer(request: TransferRequest, key: string, operation?: string): Paid<{ transferId: string }>;
  reverseTransfer(transferId: string, amountMinor: number, key: string, operation?: string): Paid<{ reversalId: string }>;
  readonly find: Lookups;
  /** Null when the signature is wrong or older than five minutes of real time, or the body is no event. Give it the raw body. */
  verifyWebhook(rawBody: string | Buffer, signature: string): WebhookNotice | null;
}
