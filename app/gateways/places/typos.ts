import { distance } from "fastest-levenshtein";

/** How many typing errors a word of this many letters may hold. */
export const allowedErrors = (letters: number): number => (letters < 4 ? 0 : letters <= 6 ? 1 : 2);

/** Letters as bits: two words that differ in too many letters need no exact comparison. */
export function letterBits(key: string): number {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
}

export function bitCount(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Two neighbours swapped, the commonest slip of a thumb, counts as one error. */
function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** Typing errors between two words; the swap of neighbours is one. */
export function errorsBetween(a: string, b: string): number {
  const found = distance(a, b);
  return found === 2 && isOneSwap(a, b) ? 1 : found;
}
