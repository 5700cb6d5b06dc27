import type Stripe from "stripe";
import type { PaymentFacts } from "./payments.ts";

const milliseconds = (seconds: number | null | undefined) => (seconds ? seconds * 1000 : null);
const failed = (refund: Stripe.Refund) => refund.status === "failed" || refund.status === "canceled";
/** Stripe books the released rest of a partly captured hold as a refund, without any movement of money and without our mark. */
const release = (refund: Stripe.Refund) => refund.balance_transaction === null && !refund.metadata?.source;

/** What was given back out of captured money, or came back to us because giving it back failed. */
const refundedOf = (refunds: readonly Stripe.Refund[], back: boolean): number =>
  refunds.filter((one) => failed(one) === back && !release(one)).reduce((sum, one) => sum + one.amount, 0);

function statusOf(intent: Stripe.PaymentIntent): PaymentFacts["status"] {
  if (intent.status === "succeeded") return "captured";
  if (intent.status === "requires_capture") return "reserved";
  if (intent.status === "canceled") return "cancelled";
  return intent.status === "requires_payment_method" && intent.last_payment_error ? "failed" : "open";
}

const methodOf = (type: string | undefined): PaymentFacts["method"] =>
  type === undefined ? null : type === "card" || type === "twint" ? type : "other";

/** Facts of a payment intent read with `latest_charge` expanded, and its refunds. */
export function factsOfIntent(intent: Stripe.PaymentIntent, refunds: readonly Stripe.Refund[]): PaymentFacts {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const status = statusOf(intent);
  const error = intent.last_payment_error;
  return {
    intentId: intent.id,
    status,
    method: methodOf(charge?.payment_method_details?.type),
    amountMinor: intent.amount,
    capturableMinor: intent.amount_capturable,
    capturedMinor: intent.amount_received,
    refundedMinor: refundedOf(refunds, false),
    refundFailedMinor: refundedOf(refunds, true),
    refunds: refunds.filter((one) => !release(one)).map((one) => ({ operation: one.metadata?.operation ?? null, amountMinor: one.amount, failed: failed(one) })),
    captureBefore: status === "reserved" ? milliseconds(charge?.payment_method_details?.card?.capture_before) : null,
    chargeId: status === "reserved" || status === "captured" ? (charge?.id ?? null) : null,
    declineCode: status === "failed" ? (error?.decline_code ?? error?.code ?? null) : null,
  };
}

const sessionStatusOf = (status: string | null): NonNullable<PaymentFacts["sessionStatus"]> =>
  status === "complete" || status === "expired" ? status : "open";

/** Facts of a Checkout session; `intent` is null until somebody tried to pay. */
export function factsOfSession(session: Stripe.Checkout.Session, intent: PaymentFacts | null): PaymentFacts {
  const sessionStatus = sessionStatusOf(session.status);
  const base: PaymentFacts = intent ?? {
    intentId: null,
    status: "open",
    method: null,
    amountMinor: session.amount_total ?? 0,
    capturableMinor: 0,
    capturedMinor: 0,
    refundedMinor: 0,
    refundFailedMinor: 0,
    captureBefore: null,
    chargeId: null,
    declineCode: null,
  };
  const over = sessionStatus === "expired" && (base.status === "open" || base.status === "failed");
  return { ...base, status: over ? "cancelled" : base.status, sessionId: session.id, sessionStatus };
}
