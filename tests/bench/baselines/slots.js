import { Temporal } from "temporal-polyfill";

const radians = Math.PI / 180;
const metres = (a, b) => {
  const h = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lng - a.lng) * radians) / 2) ** 2;
  return 2 * 6_371_008 * Math.asin(Math.sqrt(h));
};
/** By car, as the product's travel.ts says it. */
const way = (a, b) => Math.ceil(5 + (Math.max(metres(a, b), 500) * 1.33 * 60) / 32_000) * 60_000;

/** The plain way to the same answer: every half hour of four weeks as the zone's own object, each asked of every booking. */
export function plainSlots({ zone, now, fromHour, untilHour, days, durationMs, leadMs, bufferMs, perDay, longestMs, taken, at }) {
  const slots = [];
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  const dateOf = (ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
  const visits = new Map();
  for (const each of taken) {
    const date = dateOf(each.visit.fromAt);
    visits.set(date, [...(visits.get(date) ?? []), each]);
  }
  for (let i = 0; i < days; i++) {
    const day = today.add({ days: i });
    const its = visits.get(day.toPlainDate().toString()) ?? [];
    if (its.length >= perDay) continue;
    const end = day.with({ hour: untilHour }).epochMilliseconds;
    for (let clock = day.with({ hour: fromHour }); clock.epochMilliseconds + durationMs <= end; clock = clock.add({ minutes: 30 })) {
      const start = clock.epochMilliseconds;
      if (start < now + leadMs) continue;
      const until = start + durationMs;
      const free = taken.every((each) => {
        const between = way(each.at, at);
        return start - bufferMs >= each.untilAt + between || until + bufferMs + between <= each.fromAt;
      });
      const length = Math.max(until, ...its.map(({ visit }) => visit.untilAt)) - Math.min(start, ...its.map(({ visit }) => visit.fromAt));
      if (free && length <= longestMs) slots.push(start);
    }
  }
  return slots;
}
