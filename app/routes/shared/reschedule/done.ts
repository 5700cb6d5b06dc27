/** What a screen says after a step with other times, as the address carries it. */
export const timesDone = ["proposed", "taken", "refused", "withdrawn"] as const;
export type TimesDone = (typeof timesDone)[number];
