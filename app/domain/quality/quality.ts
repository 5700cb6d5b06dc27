import { wilsonLower } from "../search/wilson.ts";

export type Interval = { low: number; high: number };
/** A share of `n` with its 95 % Wilson interval; `share` is null when nothing was counted. */
export type Rate = { successes: number; n: number; share: number | null } & Interval;

/** Wilson's score interval at 95 % (Wilson 1927); without a count everything is possible. */
export function wilson(successes: number, n: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  return { low: wilsonLower(successes, n), high: 1 - wilsonLower(n - successes, n) };
}

export const rate = (successes: number, n: number): Rate => ({ successes, n, share: n > 0 ? successes / n : null, ...wilson(successes, n) });

/** The counts that the commands keep for one helper and one service type (or added up). */
export type Counts = { visits: number; answered: number; solved: number; right: number; rightAnswered: number; checked: number; checkedRight: number; reviews: number; starsSum: number; cancelledByHelper: number };
export const noCounts: Counts = { visits: 0, answered: 0, solved: 0, right: 0, rightAnswered: 0, checked: 0, checkedRight: 0, reviews: 0, starsSum: 0, cancelledByHelper: 0 };

/** The figures of product.md 4, each with its n and range. "Solved correctly" rests on the company's check alone. */
export type Figures = { visits: number; solved: Rate; right: Rate; solvedCorrectly: Rate; cancelled: Rate; reviews: number; stars: number | null };
export const figuresOf = (counts: Counts): Figures => ({
  visits: counts.visits,
  solved: rate(counts.solved, counts.answered),
  right: rate(counts.right, counts.rightAnswered),
  solvedCorrectly: rate(counts.checkedRight, counts.checked),
  cancelled: rate(counts.cancelledByHelper, counts.visits + counts.cancelledByHelper),
  reviews: counts.reviews,
  stars: counts.reviews > 0 ? counts.starsSum / counts.reviews : null,
});

export const addCounts = (rows: readonly Counts[]): Counts => {
  const sum = { ...noCounts };
  for (const row of rows) for (const key of Object.keys(noCounts) as (keyof Counts)[]) sum[key] += row[key];
  return sum;
};

/** The middle of some numbers, rounded; null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? half : half - 1] ?? 0, sorted[half] ?? 0];
  return Math.round((low + high) / 2);
}
