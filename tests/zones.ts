/**
 * The files whose answers must not move with the machine's own zone: slots and days, what calendars read and write, what mails say, and what
 * the clock does to bookings. `npm test` runs them once more on the other side of the world; a test keeps the names true.
 */
export const zoneTests = [
  "tests/rules/availability.test.ts",
  "tests/rules/availability.hours.test.ts",
  "tests/rules/availability.properties.test.ts",
  "tests/rules/availability.rules.test.ts",
  "tests/rules/booking.clock.test.ts",
  "tests/rules/booking.moves.test.ts",
  "tests/rules/booking.times.test.ts",
  "tests/rules/booking.zones.test.ts",
  "tests/rules/calendars.feed.test.ts",
  "tests/rules/calendars.reading.test.ts",
  "tests/rules/calendars.test.ts",
  "tests/rules/dispatch.test.ts",
  "tests/rules/mail.test.ts",
  "tests/rules/reschedule.test.ts",
  "tests/rules/series.test.ts",
] as const;

export const otherZone = "Pacific/Auckland";
