/** Takes one entry of a list; the seed brings a generator that always falls the same way. */
export type Pick = <T>(list: readonly T[]) => T;

/** The languages in which helpers and streets live; customers may also write English. */
export const regions = ["de", "fr", "it"] as const;
export type Region = (typeof regions)[number];

/** Splits a comma-separated line: long lists of names stay readable. */
export const list = (line: string): string[] => line.split(",").map((entry) => entry.trim());
