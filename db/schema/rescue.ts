import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { bookingTables } from "./booking.ts";
import type { helperTables } from "./helper.ts";

type Before = Pick<ReturnType<typeof bookingTables>, "booking"> & Pick<ReturnType<typeof helperTables>, "helper">;

export const rescueTables = (k: Kit, { booking, helper }: Before) => {
  /** Something went wrong with a visit and is made good: one row per attempt, all of a story under the first booking. */
  const rescue = k.table("rescue", {
    id: k.id(),
    /** The first booking of the story. */
    rootBookingId: k.ref("root_booking_id").notNull().references(() => booking.id),
    /** The booking that went wrong. */
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    reason: k.enumText("reason", ["broke_again", "not_solved", "helper_absent", "helper_cancelled"]).notNull(),
    wish: k.enumText("wish", ["redo", "next_helper", "professional"]),
    words: k.text("words").notNull().default(""),
    state: k.enumText("state", ["open", "booked", "solved", "withdrawn", "lapsed"]).notNull(),
    /** The booking that makes it good. */
    newBookingId: k.text("new_booking_id"),
    /** The price at which it stays for the customer. */
    frozenMinor: k.cents("frozen_minor").notNull(),
    /** What the rescue budget pays. */
    paidMinor: k.cents("paid_minor").notNull().default(0),
    openedBy: k.enumText("opened_by", ["customer", "helper", "staff", "system"]).notNull(),
    openedAt: k.ms("opened_at").notNull(),
    endedAt: k.ms("ended_at"),
  }, (t) => [k.uniqueIndex("rescue_open").on(t.bookingId).where(sql`${t.state} in ('open', 'booked')`), k.index("rescue_root").on(t.rootBookingId, t.openedAt), k.index("rescue_state").on(t.state, t.openedAt), k.index("rescue_new").on(t.newBookingId)]);

  /** Goodwill money of a customer, known by the address they sign in with; it lowers what they pay next. */
  const credit = k.table("credit", {
    id: k.id(),
    email: k.text("email").notNull(),
    amountMinor: k.cents("amount_minor").notNull(),
    leftMinor: k.cents("left_minor").notNull(),
    reason: k.enumText("reason", ["helper_absent", "goodwill"]).notNull(),
    bookingId: k.text("booking_id"),
    grantedAt: k.ms("granted_at").notNull(),
  }, (t) => [k.index("credit_email").on(t.email), k.uniqueIndex("credit_once").on(t.bookingId, t.reason), k.check("credit_left", sql`${t.leftMinor} >= 0 and ${t.leftMinor} <= ${t.amountMinor}`)]);

  /** A part of a credit that one booking takes: kept while Checkout is open, used once it is paid, given back when it is not. */
  const creditUse = k.table("credit_use", {
    id: k.id(),
    creditId: k.ref("credit_id").notNull().references(() => credit.id),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    amountMinor: k.cents("amount_minor").notNull(),
    state: k.enumText("state", ["kept", "used", "returned"]).notNull(),
    at: k.ms("at").notNull(),
  }, (t) => [k.index("credit_use_booking").on(t.bookingId), k.index("credit_use_credit").on(t.creditId)]);

  /** "Ill today": a range of days that a helper took back in one action. */
  const sickRange = k.table("sick_range", {
    id: k.id(),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    fromAt: k.ms("from_at").notNull(),
    untilAt: k.ms("until_at").notNull(),
    visits: k.int("visits").notNull(),
    at: k.ms("at").notNull(),
  }, (t) => [k.index("sick_range_helper").on(t.helperId, t.untilAt)]);

  return { rescue, credit, creditUse, sickRange };
};
