import type Stripe from "stripe";

/** Every write we send to Stripe, by its route, with the SDK's own parameter type: the contract is generated from this list. */
export interface StripeWrites {
  "POST /v1/checkout/sessions": Stripe.Checkout.SessionCreateParams;
  "POST /v1/checkout/sessions/{}/expire": Stripe.Checkout.SessionExpireParams;
  "POST /v1/payment_intents/{}/capture": Stripe.PaymentIntentCaptureParams;
  "POST /v1/payment_intents/{}/cancel": Stripe.PaymentIntentCancelParams;
  "POST /v1/refunds": Stripe.RefundCreateParams;
  "POST /v1/transfers": Stripe.TransferCreateParams;
  "POST /v1/transfers/{}/reversals": Stripe.TransferCreateReversalParams;
  "POST /v2/core/accounts": Stripe.V2.Core.AccountCreateParams;
  "POST /v2/core/account_links": Stripe.V2.Core.AccountLinkCreateParams;
}
