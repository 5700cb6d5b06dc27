import type { Kit } from "../kit.ts";
import type { accountTables } from "./account.ts";
import type { bookingTables } from "./booking.ts";
import type { catalogueTables } from "./catalogue.ts";
import type { helperTables } from "./helper.ts";

type Before = Pick<ReturnType<typeof accountTables>, "person"> & Pick<ReturnType<typeof catalogueTables>, "serviceType"> & Pick<ReturnType<typeof bookingTables>, "booking"> & Pick<ReturnType<typeof helperTables>, "helper">;

export const togetherTables = (k: Kit, { person, serviceType, booking, helper }: Before) => {
  /** Somebody else who may look at a booking, or act on it too; reached by a link of their own. */
  const watcher = k.table("watcher", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    name: k.text("name").notNull(),
    /** In lower case: who signs in with it finds the booking. */
    email: k.text("email").notNull(),
    /** `visited` is the person visited: sees the visit and may cancel it, but no money. */
    right: k.enumText("may", ["see", "act", "visited"]).notNull(),
    locale: k.enumText("locale", ["de", "fr", "it", "en"]).notNull(),
    keyHash: k.text("key_hash").notNull(),
    addedAt: k.ms("added_at").notNull(),
    removedAt: k.ms("removed_at"),
  }, (t) => [k.uniqueIndex("watcher_once").on(t.bookingId, t.email), k.index("watcher_email").on(t.email), k.uniqueIndex("watcher_key").on(t.keyHash)]);

  /** A helper whom a customer wants to find again. */
  const favourite = k.table("favourite", {
    personId: k.ref("person_id").notNull().references(() => person.id),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    /** The service that they were remembered for; null where that is not known. */
    serviceTypeId: k.ref("service_type_id").references(() => serviceType.id),
    at: k.ms("at").notNull(),
  }, (t) => [k.pk({ columns: [t.personId, t.helperId] })]);

  /** Visits that come back every so many weeks; each is a booking of its own. */
  const series = k.table("series", {
    id: k.id(),
    everyWeeks: k.int("every_weeks").notNull(),
    wanted: k.int("wanted").notNull(),
    createdAt: k.ms("created_at").notNull(),
  });

  return { watcher, favourite, series };
};
