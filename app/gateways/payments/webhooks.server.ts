import Stripe from "stripe";
import type { Payments, WebhookNotice } from "./payments.ts";

const partOf = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined);
/** Stripe's ids and types are short and plain; anything else goes no further than here. */
const wordOf = (value: unknown): string | undefined => (typeof value === "string" && /^[\x21-\x7e]{1,255}$/.test(value) ? value : undefined);

/** Only what is needed to know which object to read again, from Stripe's full events and its thin ones; null for what is no event. */
function noticeOf(event: unknown): WebhookNotice | null {
  const [eventId, type] = [wordOf(partOf(event, "id")), wordOf(partOf(event, "type"))];
  if (!eventId || !type) return null;
  const notice: WebhookNotice = { eventId, type };
  const object = partOf(partOf(event, "data"), "object");
  const related = partOf(event, "related_object");
  const [kind, id] = [partOf(object, "object"), wordOf(partOf(object, "id"))];
  const account = partOf(related, "type") === "v2.core.account" ? wordOf(partOf(related, "id")) : kind === "account" ? id : undefined;
  if (account) notice.accountId = account;
  else if (kind === "checkout.session" && id) notice.sessionId = id;
  else if (kind === "payment_intent" && id) notice.intentId = id;
  const paid = partOf(object, "payment_intent");
  const intentId = wordOf(paid) ?? wordOf(partOf(paid, "id"));
  if (intentId) notice.intentId = intentId;
  return notice;
}

/** The body as JSON; undefined for what is none. */
function parsed(rawBody: string | Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString());
  } catch {
    return undefined;
  }
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
    return noticeOf(parsed(rawBody));
  };
}
