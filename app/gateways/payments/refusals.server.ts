import Stripe from "stripe";
import { ok, refuse } from "#app/domain/kernel/result.ts";
import type { Paid, PaymentRefusal } from "./payments.ts";

const named: Record<string, PaymentRefusal> = {
  resource_missing: "not_found",
  charge_already_captured: "already_captured",
  charge_already_refunded: "already_refunded",
  charge_expired_for_capture: "already_cancelled",
  amount_too_large: "amount_too_large",
  insufficient_capabilities_for_transfer: "account_not_ready",
  balance_insufficient: "balance_insufficient",
  insufficient_funds: "balance_insufficient",
};

/** Some of Stripe's refusals carry only the parameter that was wrong. */
const byParameter: Record<string, PaymentRefusal> = { amount: "amount_too_large", amount_to_capture: "amount_too_large", expires_at: "expiry_out_of_range" };

/** The expected refusal behind an error of the SDK, or null when it is a fault that must be thrown. */
export function refusalOf(error: unknown, fallback?: PaymentRefusal): PaymentRefusal | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  if (error instanceof Stripe.errors.StripeCardError) return "card_refused";
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return null;
  if (error.code === "payment_intent_unexpected_state") {
    const status = error.payment_intent?.status;
    return status === "canceled" ? "already_cancelled" : status === "succeeded" ? "already_captured" : "wrong_state";
  }
  const byCode = named[error.code ?? ""];
  if (byCode) return byCode;
  if (error.code) return null;
  return byParameter[error.param ?? ""] ?? (error.param ? null : (fallback ?? null));
}

/** Runs one write; expected refusals become results, faults stay exceptions so that the job tries again. */
export async function attempt<T>(work: () => Promise<T>, fallback?: PaymentRefusal): Paid<T> {
  try {
    return ok(await work());
  } catch (error) {
    const refusal = refusalOf(error, fallback);
    if (!refusal) throw error;
    const { message, decline_code: declineCode } = error as Stripe.errors.StripeError;
    return refuse(refusal, { message, ...(declineCode && { declineCode }) });
  }
}
