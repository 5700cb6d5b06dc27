/**
 * Accounts of the double entry. `provider` is our balance at the payment provider; `customers` is what customers have
 * paid for visits that are not signed off; `helpers` is what is owed to helpers;
 * `credits` is what customers may still spend of the credits they were given;
 * `rescue` is what the company has added so that a visit is made good at the price agreed;
 * `illness` is what the company has paid helpers for cancellations that cost an ill customer nothing.
 */
export const accounts = ["provider", "customers", "helpers", "commission", "vat", "professional", "goodwill", "illness", "credits", "rescue"] as const;
export type Account = (typeof accounts)[number];

/** One balanced entry: `amountMinor` leaves `credit` and enters `debit`; the key makes it happen once. */
export type Posting = { key: string; debit: Account; credit: Account; amountMinor: number; bookingId: string | null; memo: string };
