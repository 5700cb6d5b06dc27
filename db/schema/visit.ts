import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { bookingTables } from "./booking.ts";

type Before = Pick<ReturnType<typeof bookingTables>, "booking">;

export const visitTables = (k: Kit, { booking }: Before) => {
  /** Extra work, time or material that the helper proposes on the spot; it counts once the customer has agreed. */
  const visitExtra = k.table("visit_extra", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    kind: k.enumText("kind", ["work", "time", "material"]).notNull(),
    words: k.text("words").notNull(),
    amountMinor: k.cents("amount_minor").notNull(),
    state: k.enumText("state", ["proposed", "accepted", "refused", "withdrawn", "lapsed"]).notNull(),
    proposedAt: k.ms("proposed_at").notNull(),
    answeredAt: k.ms("answered_at"),
    /** Agreed on the customer's own device, or by a code that they read out. */
    consent: k.enumText("consent", ["device", "code"]),
    codeTries: k.int("code_tries").notNull().default(0),
    /** The last wrong code, as a digest: the same one sent again is a line that broke. */
    codeWrong: k.text("code_wrong"),
    paidAt: k.ms("paid_at"),
  }, (t) => [k.index("visit_extra_booking").on(t.bookingId, t.proposedAt), k.check("visit_extra_amount", sql`${t.amountMinor} > 0`)]);

  /** One side waits for the other: since when, which calls were made, how it ended. */
  const visitAbsence = k.table("visit_absence", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    absent: k.enumText("absent", ["customer", "helper"]).notNull(),
    notedBy: k.enumText("noted_by", ["customer", "helper", "staff"]).notNull(),
    waitingSince: k.ms("waiting_since").notNull(),
    firstCallAt: k.ms("first_call_at"),
    secondCallAt: k.ms("second_call_at"),
    state: k.enumText("state", ["waiting", "ended", "withdrawn"]).notNull(),
    endedAt: k.ms("ended_at"),
  }, (t) => [k.uniqueIndex("visit_absence_open").on(t.bookingId).where(sql`${t.state} = 'waiting'`), k.index("visit_absence_booking").on(t.bookingId)]);

  return { visitExtra, visitAbsence };
};
