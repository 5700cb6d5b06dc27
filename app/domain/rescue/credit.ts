/** Why somebody has a credit. */
export const creditReasons = ["helper_absent", "goodwill"] as const;
export type CreditReason = (typeof creditReasons)[number];

/** The payment provider takes no smaller amount: a credit leaves nothing, or at least this, to be paid. */
const leastPaidMinor = 50;

/** How much of a credit one booking takes, so that what remains can be paid or is nothing; minor units. */
export function takenFrom(payableMinor: number, leftMinor: number): number {
  const rest = payableMinor - leftMinor;
  if (rest <= 0) return Math.max(0, payableMinor);
  return rest < leastPaidMinor ? Math.max(0, payableMinor - leastPaidMinor) : leftMinor;
}

/** What stands on one booking in credit; minor units. */
export type CreditOn = {
  /** Kept while Checkout is open, or used since it was paid. */
  takenMinor: number;
  /** Given back to the credit. */
  returnedMinor: number;
};

export const noCredit: CreditOn = { takenMinor: 0, returnedMinor: 0 };
