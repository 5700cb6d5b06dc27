/** Lengths of time in milliseconds. A calendar day of a zone may be shorter or longer: availability/days.ts asks the zone. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

/** Whether the text is a date that exists, "2028-02-29". */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return year > 2000 && year < 2200 && month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date a number of days after another, whatever the clocks do. */
export const dateAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** How many days the second date lies after the first. */
export const daysBetween = (date: string, later: string): number => (Date.parse(later) - Date.parse(date)) / day;
