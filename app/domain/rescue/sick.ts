/** Nobody hands back more than this in one action; who is ill for longer pauses. */
export const mostSickDays = 28;

/** What was handed back; `left` is what is being worked on and stays. */
export type Sick = { requests: number; visits: number; left: number; untilAt: number };
