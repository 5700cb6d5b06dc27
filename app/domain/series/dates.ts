import { Temporal } from "temporal-polyfill";
import type { SeriesWish } from "./series.ts";

/**
 * All starts of a series, the first included, in UTC milliseconds: the clock on the wall shows the same time at each, whatever it was set to
 * between them. A time that a clock change leaves out is the moment after it, a doubled one its first.
 */
export function seriesStarts(firstAt: number, zone: string, { everyWeeks, times }: SeriesWish): number[] {
  const first = Temporal.Instant.fromEpochMilliseconds(firstAt).toZonedDateTimeISO(zone).toPlainDateTime();
  return Array.from({ length: times }, (_, i) => (i === 0 ? firstAt : first.add({ weeks: i * everyWeeks }).toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds));
}
