/** A postcode of the programme area with the day on which it opens; UTC milliseconds. */
export type AreaPostcode = { postcode: string; opensAt: number };

/** What the company can say about a postcode today. */
export type AreaStanding = { open: true } | { open: false; opensAt: number | null };

/** Everywhere, or from a postcode's opening day on; a postcode that is not listed has no day yet. */
export const standingOf = (everywhere: boolean, row: AreaPostcode | undefined, now: number): AreaStanding =>
  everywhere || (row !== undefined && row.opensAt <= now) ? { open: true } : { open: false, opensAt: row?.opensAt ?? null };
