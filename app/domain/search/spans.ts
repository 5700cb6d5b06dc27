import { Temporal } from "temporal-polyfill";
import type { DayPart, When } from "./when.ts";

/** Start times from `from` up to, but not with, `until`; UTC milliseconds. */
export type Span = { from: number; until: number };

const hours: Record<DayPart, readonly [number, number]> = { morning: [6, 12], afternoon: [12, 17], evening: [17, 22] };

/** The spans in which a visit may start; null when any time will do. Days are the installation's own, clock changes included. */
export function spansOf({ day, part, within }: When, now: number, zone: string): Span[] | null {
  if (!day && !part && !within) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const first = day ? Temporal.PlainDate.from(day) : today;
  const days = day ? 1 : (within ?? 28);
  const [from, until] = part ? hours[part] : [0, 24];
  return Array.from({ length: days }, (_, i) => {
    const date = first.add({ days: i });
    const at = (hour: number) => (hour === 24 ? date.add({ days: 1 }).toZonedDateTime(zone) : date.toZonedDateTime({ timeZone: zone, plainTime: { hour } })).epochMilliseconds;
    return { from: at(from), until: at(until) };
  });
}
