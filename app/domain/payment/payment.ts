import { containedVat, share } from "../kernel/money.ts";
import { day, hour } from "../kernel/time.ts";
import type { PaymentFacts } from "./provider.ts";

const paymentStates = ["open", "failed", "reserved", "captured", "cancelled", "expired"] as const;
export type PaymentState = (typeof paymentStates)[number];
export type OperationKind = "checkout" | "expire" | "capture" | "cancel" | "refund" | "transfer" | "reverse" | "account";

export type Payment = {
  id: string;
  bookingId: string;
  /** What it pays: the visit, or one extra that was agreed on the spot. */
  purpose: "visit" | "extra";
  extraId: string | null;
  /** The payment whose Checkout pays this one too: the visits of a series are paid together. */
  withPaymentId: string | null;
  state: PaymentState;
  mode: "reserve" | "debit";
  amountMinor: number;
  method: "card" | "twint" | "other" | null;
  sessionId: string | null;
  checkoutUrl: string | null;
  sessionExpiresAt: number | null;
  intentId: string | null;
  chargeId: string | null;
  captureBefore: number | null;
  capturedMinor: number;
  refundedMinor: number;
  /** Given back and failed later; null means none. */
  refundFailedMinor: number | null;
  /** What failed and was not given back since. */
  refundOwedMinor: number | null;
  /** When the provider was last asked, in business time. */
  readAt: number | null;
  createdAt: number;
  updatedAt: number;
};

/** How far a payment has come; readings may arrive late or repeated and never lead back. */
const rank: Record<PaymentState, number> = { open: 0, failed: 0, expired: 1, reserved: 2, cancelled: 3, captured: 4 };

/** What one reading of the provider's truth changes; null when it is older than what we know. */
export function applyFacts(payment: Payment, facts: PaymentFacts): Partial<Payment> | null {
  const said: PaymentState = facts.status === "cancelled" && facts.intentId === null ? "expired" : facts.status;
  const state = rank[said] > rank[payment.state] || (rank[said] === 0 && rank[payment.state] === 0) ? said : payment.state;
  const back = refundsAfter(payment, facts);
  const next: Partial<Payment> = {
    state,
    method: facts.method ?? payment.method,
    intentId: facts.intentId ?? payment.intentId,
    chargeId: facts.chargeId ?? payment.chargeId,
    captureBefore: facts.captureBefore ?? payment.captureBefore,
    capturedMinor: Math.max(payment.capturedMinor, facts.capturedMinor),
    ...back,
  };
  const changed = (Object.keys(next) as (keyof Payment)[]).some((key) => (next[key] ?? 0) !== (payment[key] ?? 0));
  return changed ? next : null;
}

/** All that was ever sent back: what arrived and what failed on its way. */
export const sentBackMinor = ({ refundedMinor, refundFailedMinor }: Pick<Payment, "refundedMinor" | "refundFailedMinor">): number => refundedMinor + (refundFailedMinor ?? 0);

/**
 * What was sent back and what of it failed only ever grow, so a late reading changes nothing; what was given back is their
 * difference and may fall. What failed is owed until as much is sent back once more.
 */
function refundsAfter(payment: Payment, facts: PaymentFacts): Pick<Payment, "refundedMinor" | "refundFailedMinor" | "refundOwedMinor"> {
  const before = sentBackMinor(payment);
  const sentBack = Math.max(before, sentBackMinor(facts));
  const failed = Math.max(payment.refundFailedMinor ?? 0, facts.refundFailedMinor);
  const owed = Math.max(0, (payment.refundOwedMinor ?? 0) - (sentBack - before)) + failed - (payment.refundFailedMinor ?? 0);
  return { refundedMinor: sentBack - failed, refundFailedMinor: failed, refundOwedMinor: owed };
}

/**
 * One reading of a payment for several visits, divided among their rows: each captures its own amount in order, and gives back what its
 * own operations asked for (`ownerOf` an operation is a row's id). A refund made elsewhere comes out of the first row that still holds money.
 */
export function divideFacts(rows: readonly Pick<Payment, "id" | "amountMinor">[], facts: PaymentFacts, ownerOf: (operation: string) => string | null): PaymentFacts[] {
  let left = facts.capturedMinor;
  const parts = rows.map(({ id, amountMinor }) => {
    const capturedMinor = Math.min(amountMinor, left);
    left -= capturedMinor;
    return { id, amountMinor, capturedMinor, refundedMinor: 0, refundFailedMinor: 0 };
  });
  const marked = facts.refunds ?? [];
  const owned = marked.map((one) => ({ ...one, part: parts.find(({ id }) => one.operation !== null && ownerOf(one.operation) === id) }));
  for (const { part, failed, amountMinor } of owned) if (part) part[failed ? "refundFailedMinor" : "refundedMinor"] += amountMinor;
  const claimed = (failed: boolean): number => owned.reduce((sum, one) => sum + (one.part && one.failed === failed ? one.amountMinor : 0), 0);
  let elsewhere = facts.refundedMinor - claimed(false);
  for (const part of parts) {
    const taken = Math.max(0, Math.min(elsewhere, part.capturedMinor - part.refundedMinor));
    part.refundedMinor += taken;
    elsewhere -= taken;
  }
  const [first] = parts;
  if (first) first.refundFailedMinor += Math.max(0, facts.refundFailedMinor - claimed(true));
  return parts.map(({ id: _id, ...part }) => ({ ...facts, ...part, capturableMinor: Math.min(part.amountMinor, facts.capturableMinor) }));
}

/** Money that is ours to pass on or give back. */
export const heldMinor = ({ capturedMinor, refundedMinor }: Pick<Payment, "capturedMinor" | "refundedMinor">): number => capturedMinor - refundedMinor;

/** What a payout is for: the visit, a late cancellation, or one extra of the visit. */
export type PayoutKind = "visit" | "compensation" | "extra";

export type PayoutLines = { grossMinor: number; commissionMinor: number; vatMinor: number; netMinor: number };

/** The helper's part of a price: commission with its VAT goes off, rounding stays with the helper (product.md 5). */
export function payoutLines(priceMinor: number, policy: { commissionBp: number; vatBp: number }): PayoutLines {
  const commissionMinor = share(priceMinor, policy.commissionBp);
  return { grossMinor: priceMinor, commissionMinor, vatMinor: containedVat(commissionMinor, policy.vatBp), netMinor: priceMinor - commissionMinor };
}

/** The helper's part of an extra: material costs no commission (product.md 5). */
export const extraLines = (amountMinor: number, kind: "work" | "time" | "material", policy: { commissionBp: number; vatBp: number }): PayoutLines => payoutLines(amountMinor, kind === "material" ? { ...policy, commissionBp: 0 } : policy);

/** Would a visit that ends then be reported after the reservation has to be captured? Then the money is debited when the visit is moved there. */
export const beyondReservation = ({ state, captureBefore, createdAt }: Pick<Payment, "state" | "captureBefore" | "createdAt">, endsAt: number, { captureMarginHours, reserveUpToDays }: { captureMarginHours: number; reserveUpToDays: number }): boolean =>
  state === "reserved" && endsAt > (captureBefore === null ? createdAt + reserveUpToDays * day : captureBefore - captureMarginHours * hour);
