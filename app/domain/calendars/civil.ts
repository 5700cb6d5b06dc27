import { day as dayMs } from "../kernel/time.ts";

/** Dates as whole days since 1970-01-01, so that rules of repetition are sums and never ask a zone. */
export type CivilDay = number;

export const dayOf = (year: number, month: number, date: number): CivilDay => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getTime() / dayMs;
};

export function dateOf(day: CivilDay): { year: number; month: number; date: number } {
  const at = new Date(day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 1 is Monday, 7 Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: CivilDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Month 13 is January of the next year. */
export const daysInMonth = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1);

/** The first day of the week that holds a day. */
export const weekOf = (day: CivilDay, weekStart: number): CivilDay => day - ((weekdayOf(day) - weekStart + 7) % 7);
