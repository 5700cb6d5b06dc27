import type Stripe from "stripe";
import type { Payments } from "./payments.ts";

type Marked = { metadata?: Stripe.Metadata | Record<string, string> | null };

/** The first object of a list that carries the mark of an operation; reads on page by page. */
async function marked<T extends Marked>(list: AsyncIterable<T>, operation: string): Promise<T | null> {
  for await (const one of list) if (one.metadata?.operation === operation) return one;
  return null;
}

const limit = 100;

/** Finds what an operation made at the provider, by the mark that every object carries (`metadata.operation`). */
export const openLookups = (stripe: Stripe): Payments["find"] => ({
  async checkout(operation, customerEmail) {
    const found = await marked(stripe.checkout.sessions.list({ customer_details: { email: customerEmail }, limit }), operation);
    return found?.url ? { sessionId: found.id, url: found.url } : null;
  },
  async refund(operation, intentId) {
    const found = await marked(stripe.refunds.list({ payment_intent: intentId, limit }), operation);
    return found && { refundId: found.id };
  },
  async transfer(operation, transferGroup) {
    const found = await marked(stripe.transfers.list({ transfer_group: transferGroup, limit }), operation);
    return found && { transferId: found.id };
  },
  async reversal(operation, transferId) {
    const found = await marked(stripe.transfers.listReversals(transferId, { limit }), operation);
    return found && { reversalId: found.id };
  },
  async account(operation) {
    const found = await marked(stripe.v2.core.accounts.list({ applied_configurations: ["recipient"], limit }), operation);
    return found && { accountId: found.id };
  },
});
