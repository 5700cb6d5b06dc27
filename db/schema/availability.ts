import type { Kit } from "../kit.ts";

export const availabilityTables = (k: Kit) => {
  /** What a helper has set for their own calendar; null means "as the company's policy says". */
  const calendarRule = k.table("calendar_rule", {
    calendarId: k.id("calendar_id"),
    bufferBeforeMinutes: k.int("buffer_before_minutes"),
    bufferAfterMinutes: k.int("buffer_after_minutes"),
    visitsPerDay: k.int("visits_per_day"),
    visitsPerWeek: k.int("visits_per_week"),
    longestDayMinutes: k.int("longest_day_minutes"),
    leadMinutes: k.int("lead_minutes"),
    horizonDays: k.int("horizon_days"),
    stepMinutes: k.int("step_minutes"),
    means: k.enumText("means", ["foot", "bicycle", "car", "transit"]),
    updatedAt: k.ms("updated_at").notNull(),
  });

  /** Whole days without visits, both ends included, with the helper's own word for them. */
  const holiday = k.table("holiday", {
    id: k.id(),
    calendarId: k.text("calendar_id").notNull(),
    name: k.text("name").notNull().default(""),
    fromDate: k.text("from_date").notNull(),
    untilDate: k.text("until_date").notNull(),
  }, (t) => [k.index("holiday_calendar").on(t.calendarId, t.untilDate)]);

  return { calendarRule, holiday };
};
