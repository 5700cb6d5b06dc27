export const aspects = ["punctual", "friendly", "competent"] as const;
export type Aspects = Record<(typeof aspects)[number], number>;
export const reviewLimit = 1500;

/** Whole stars: the mean of the aspects, half up. */
export const starsOf = (given: Aspects): number => Math.round(aspects.reduce((sum, aspect) => sum + given[aspect], 0) / aspects.length);

/** "Anna M.": all that the public learns of who wrote. */
export function authorName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first;
}
