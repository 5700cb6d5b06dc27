const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** "Q-2026-7F3K-9PXM": readable on the telephone, not to be guessed (40 random bits, no 0/O, 1/I). */
export function certificateNumber(year: number, bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, 8), (byte) => alphabet[byte % alphabet.length]).join("");
  return `Q-${year}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

export type CertificateRow = { issuedAt: number; validUntil: number; endedAt: number | null };

/** What the public may know: valid, or not valid since when; never why. */
export function publicStanding(row: CertificateRow, helperSuspendedSince: number | null, now: number): { valid: true; until: number } | { valid: false; since: number } {
  const since = Math.min(row.endedAt ?? Number.POSITIVE_INFINITY, row.validUntil, helperSuspendedSince ?? Number.POSITIVE_INFINITY);
  return since <= now ? { valid: false, since } : { valid: true, until: row.validUntil };
}

/** The same day, `months` later; UTC arithmetic is exact enough for a validity of months. */
export function monthsLater(from: number, months: number): number {
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
