/** Both ends of Wilson's score interval at 95 % (Wilson 1927): small numbers are treated as small numbers. */
export function wilsonRange(successes: number, n: number, z = 1.96): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const p = successes / n;
  const middle = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n);
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** The lower end alone: what best match counts. */
export const wilsonLower = (successes: number, n: number): number => (n === 0 ? 0 : wilsonRange(successes, n).low);
