export const dayParts = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof dayParts)[number];

/** When a customer wants the visit: one day, or any within some days, and a part of the day. */
export type When = { day?: string; part?: DayPart; within?: number };
