import Stripe from "stripe";
import type { Payments, WebhookNotice } from "./payments.ts";

/** Only what is needed to know which object to read again; both Stripe's full events and its thin ones fit. */
type Incoming = {
  id: string;
  type: string;
  data?: { object?: { object?: string; id?: string; payment_intent?: string | { id: string } | null } };
  related_object?: { id?: string; type?: string } | null;
};

const idOf = (value: string | { id: string } | null | undefined) => (typeof value === "object" ? value?.id : value);

function noticeOf(event: Incoming): WebhookNotice {
  const notice: WebhookNotice = { eventId: event.id, type: event.type };
  const object = event.data?.object;
  const related = event.related_object;
  if (related?.type === "v2.core.account" && related.id) notice.accountId = related.id;
  else if (object?.object === "account" && object.id) notice.accountId = object.id;
  else if (object?.object === "checkout.session" && object.id) notice.sessionId = object.id;
  else if (object?.object === "payment_intent" && object.id) notice.intentId = object.id;
  const intentId = idOf(object?.payment_intent);
  if (intentId) notice.intentId = intentId;
  return notice;
}

/** Checks a webhook's signature on the raw body by the SDK, with the age measured on the given wall clock. */
export function openWebhooks(stripe: Stripe, secret: string, realNow: () => number): Payments["verifyWebhook"] {
  const checker = stripe.webhooks.signature;
  if (!checker) throw new Error("This build of the Stripe SDK cannot check signatures");
  return (rawBody, signature) => {
    try {
      checker.verifyHeader(rawBody, signature, secret, 300, undefined, realNow());
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
      throw error;
    }
    return noticeOf(JSON.parse(rawBody.toString()) as Incoming);
  };
}
