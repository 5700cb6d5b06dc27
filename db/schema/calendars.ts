import type { Kit } from "../kit.ts";
import type { ReadingNote } from "#app/domain/calendars/calendars.ts";
import type { bookingTables } from "./booking.ts";
import type { helperTables } from "./helper.ts";

type Before = Pick<ReturnType<typeof helperTables>, "helper"> & Pick<ReturnType<typeof bookingTables>, "booking">;

/** Calendars in and out: what helpers bring along, and the secret address that shows them their visits. */
export const calendarTables = (k: Kit, { helper, booking }: Before) => {
  /** The address may be a secret of the helper's other calendar: it is shown to nobody whole and written to no log. */
  const calendarSource = k.table("calendar_source", {
    id: k.id(),
    calendarId: k.ref("calendar_id").notNull().references(() => helper.id),
    kind: k.enumText("kind", ["url", "file"]).notNull(),
    name: k.text("name").notNull(),
    url: k.text("url"),
    etag: k.text("etag"),
    lastModified: k.text("last_modified"),
    /** Digest of what was read last: the same content is not written again. */
    digest: k.text("digest"),
    state: k.enumText("state", ["ok", "failing"]).notNull(),
    problem: k.text("problem"),
    /** How often in a row it failed. */
    failures: k.int("failures").notNull().default(0),
    /** What could not be read of an otherwise readable calendar. */
    notes: k.json<ReadingNote[]>("notes").notNull(),
    spans: k.int("spans").notNull().default(0),
    lastTriedAt: k.ms("last_tried_at").notNull(),
    lastFetchedAt: k.ms("last_fetched_at").notNull(),
    /** Real time, because other people's servers keep it; null for a file. */
    nextAt: k.ms("next_at"),
    /** How far ahead repeated entries are written out. */
    expandedUntil: k.ms("expanded_until").notNull(),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.index("calendar_source_calendar").on(t.calendarId), k.index("calendar_source_next").on(t.nextAt)]);

  /** Busy times of one source, merged so that they do not touch; without titles, and outside `occupancy` because imports may overlap anything. */
  const calendarBusy = k.table("calendar_busy", {
    sourceId: k.ref("source_id").notNull().references(() => calendarSource.id),
    calendarId: k.text("calendar_id").notNull(),
    fromAt: k.ms("from_at").notNull(),
    untilAt: k.ms("until_at").notNull(),
  }, (t) => [k.pk({ columns: [t.sourceId, t.fromAt] }), k.index("calendar_busy_calendar").on(t.calendarId, t.untilAt)]);

  /** Only the hash of the address's token; the token itself comes from the version and a secret. */
  const calendarFeed = k.table("calendar_feed", {
    helperId: k.id("helper_id").references(() => helper.id),
    version: k.int("version").notNull(),
    tokenHash: k.text("token_hash"),
    changedAt: k.ms("changed_at").notNull(),
    lastReadAt: k.ms("last_read_at"),
  }, (t) => [k.uniqueIndex("calendar_feed_token").on(t.tokenHash)]);

  /** An imported time that overlaps a promised visit, raised once for each time of the visit. */
  const calendarConflict = k.table("calendar_conflict", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    calendarId: k.text("calendar_id").notNull(),
    startsAt: k.ms("starts_at").notNull(),
    raisedAt: k.ms("raised_at").notNull(),
    dismissedAt: k.ms("dismissed_at"),
  }, (t) => [k.uniqueIndex("calendar_conflict_visit").on(t.bookingId, t.startsAt), k.index("calendar_conflict_calendar").on(t.calendarId)]);

  return { calendarSource, calendarBusy, calendarFeed, calendarConflict };
};
