import type Stripe from "stripe";

/** Every write and every list we ask Stripe for, by its route, with the SDK's own parameter type: the contract is generated from this list. */
export interface StripeCalls {
  "POST /v1/checkout/sessions": Stripe.Checkout.SessionCreateParams;
  "POST /v1/checkout/sessions/{}/expire": Stripe.Checkout.SessionExpireParams;
  "POST /v1/payment_intents/{}/capture": Stripe.PaymentIntentCaptureParams;
  "POST /v1/payment_intents/{}/cancel": Stripe.PaymentIntentCancelParams;
  "POST /v1/refunds": Stripe.RefundCreateParams;
  "POST /v1/transfers": Stripe.TransferCreateParams;
  "POST /v1/transfers/{}/reversals": Stripe.TransferCreateReversalParams;
  "POST /v2/core/accounts": Stripe.V2.Core.AccountCreateParams;
  "POST /v2/core/account_links": Stripe.V2.Core.AccountLinkCreateParams;
  "GET /v1/checkout/sessions": Stripe.Checkout.SessionListParams;
  "GET /v1/refunds": Stripe.RefundListParams;
  "GET /v1/transfers": Stripe.TransferListParams;
  "GET /v1/transfers/{}/reversals": Stripe.TransferListReversalsParams;
  "GET /v2/core/accounts": Stripe.V2.Core.AccountListParams;
}
