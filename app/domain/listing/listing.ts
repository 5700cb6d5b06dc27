/** "45", "45.50", "45,50" or "CHF 45.–" in minor units; null for anything else. */
export function francs(typed: string): number | null {
  const plain = typed.trim().replace(/^(chf|fr\.?)\s*/i, "").replace(/['’\s]/g, "").replace(/[.,][–-]+$/, "").replace(",", ".");
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}

/** An amount as one types it: "45" or "45.50". */
export const typedFrancs = (minor: number): string => (minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2));
