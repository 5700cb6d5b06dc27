import { Temporal } from "temporal-polyfill";
import type { Context } from "#app/domain/kernel/context.ts";

export type Period = { from: number; until: number; fromDate: string; untilDate: string; valid: boolean };

/** A period of whole days from the address, both included; the last twelve months unless named. */
export function periodOf(params: URLSearchParams, { now, settings }: Pick<Context, "now" | "settings">): Period {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(settings.zone).toPlainDate();
  const [from, until] = [dateOf(params.get("from")) ?? today.subtract({ months: 12 }), dateOf(params.get("until")) ?? today];
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: settings.zone }).epochMilliseconds;
  return { from: start(from), until: start(until.add({ days: 1 })), fromDate: from.toString(), untilDate: until.toString(), valid: Temporal.PlainDate.compare(from, until) <= 0 };
}

function dateOf(text: string | null): Temporal.PlainDate | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}
