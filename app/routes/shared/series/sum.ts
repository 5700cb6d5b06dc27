/** What the visits of a series cost together, in minor units. */
export const sumOf = ({ visits }: { visits: readonly { priceMinor: number }[] }): number => visits.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
