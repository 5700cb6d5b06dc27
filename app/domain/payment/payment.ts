import { containedVat, share } from "../kernel/money.ts";
import { day, hour } from "../kernel/time.ts";
import type { PaymentFacts } from "./provider.ts";

const paymentStates = ["open", "failed", "reserved", "captured", "cancelled", "expired"] as const;
export type PaymentState = (typeof paymentStates)[number];
export type OperationKind = "checkout" | "expire" | "capture" | "cancel" | "refund" | "transfer" | "reverse" | "account";

export type Payment = {
  id: string;
  bookingId: string;
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
  createdAt: number;
  updatedAt: number;
};

/** How far a payment has come; readings may arrive late or repeated and never lead back. */
const rank: Record<PaymentState, number> = { open: 0, failed: 0, expired: 1, reserved: 2, cancelled: 3, captured: 4 };

/** What one reading of the provider's truth changes; null when it is older than what we know. */
export function applyFacts(payment: Payment, facts: PaymentFacts): Partial<Payment> | null {
  const said: PaymentState = facts.status === "cancelled" && facts.intentId === null ? "expired" : facts.status;
  const state = rank[said] > rank[payment.state] || (rank[said] === 0 && rank[payment.state] === 0) ? said : payment.state;
  const next: Partial<Payment> = {
    state,
    method: facts.method ?? payment.method,
    intentId: facts.intentId ?? payment.intentId,
    chargeId: facts.chargeId ?? payment.chargeId,
    captureBefore: facts.captureBefore ?? payment.captureBefore,
    capturedMinor: Math.max(payment.capturedMinor, facts.capturedMinor),
    refundedMinor: Math.max(payment.refundedMinor, facts.refundedMinor),
  };
  const changed = (Object.keys(next) as (keyof Payment)[]).some((key) => next[key] !== payment[key]);
  return changed ? next : null;
}

/** Money that is ours to pass on or give back. */
export const heldMinor = ({ capturedMinor, refundedMinor }: Pick<Payment, "capturedMinor" | "refundedMinor">): number => capturedMinor - refundedMinor;

export type PayoutLines = { grossMinor: number; commissionMinor: number; vatMinor: number; netMinor: number };

/** The helper's part of a price: commission with its VAT goes off, rounding stays with the helper (product.md 5). */
export function payoutLines(priceMinor: number, policy: { commissionBp: number; vatBp: number }): PayoutLines {
  const commissionMinor = share(priceMinor, policy.commissionBp);
  return { grossMinor: priceMinor, commissionMinor, vatMinor: containedVat(commissionMinor, policy.vatBp), netMinor: priceMinor - commissionMinor };
}

/** Would a visit that ends then be reported after the reservation has to be captured? Then the money is debited when the visit is moved there. */
export const beyondReservation = ({ state, captureBefore, createdAt }: Pick<Payment, "state" | "captureBefore" | "createdAt">, endsAt: number, { captureMarginHours, reserveUpToDays }: { captureMarginHours: number; reserveUpToDays: number }): boolean =>
  state === "reserved" && endsAt > (captureBefore === null ? createdAt + reserveUpToDays * day : captureBefore - captureMarginHours * hour);
