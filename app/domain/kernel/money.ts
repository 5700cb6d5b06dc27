/** Integer minor units (Rappen) of one currency. */
export type Money = { minor: number; currency: string };
export const chf = (minor: number): Money => ({ minor, currency: "CHF" });

/** A share of an amount in basis points, rounded half up; the remainder stays with the other side. */
export const share = (minor: number, basisPoints: number): number => Math.round((minor * basisPoints) / 10_000);

/** The VAT contained in a gross amount, rounded half up. */
export const containedVat = (grossMinor: number, basisPoints: number): number =>
  grossMinor - Math.round((grossMinor * 10_000) / (10_000 + basisPoints));
