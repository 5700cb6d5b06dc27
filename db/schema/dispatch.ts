import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { bookingTables } from "./booking.ts";
import type { helperTables } from "./helper.ts";

type Before = Pick<ReturnType<typeof bookingTables>, "booking"> & Pick<ReturnType<typeof helperTables>, "helper">;

export const dispatchTables = (k: Kit, { booking, helper }: Before) => {
  /** One helper who was asked for one booking: the chosen one in wave 0, others in the waves after. */
  const bookingAsk = k.table("booking_ask", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    listingId: k.text("listing_id").notNull(),
    wave: k.int("wave").notNull(),
    /** `beaten`: somebody else was faster; `withdrawn`: the booking ended or moved on; `returned`: said yes and fell out. */
    state: k.enumText("state", ["open", "accepted", "declined", "lapsed", "beaten", "withdrawn", "returned"]).notNull(),
    askedAt: k.ms("asked_at").notNull(),
    answerBy: k.ms("answer_by").notNull(),
    answeredAt: k.ms("answered_at"),
  }, (t) => [
    k.uniqueIndex("booking_ask_winner").on(t.bookingId).where(sql`${t.state} = 'accepted'`),
    k.uniqueIndex("booking_ask_once").on(t.bookingId, t.helperId),
    k.index("booking_ask_helper").on(t.helperId, t.askedAt),
    k.index("booking_ask_state").on(t.state, t.answerBy),
  ]);

  return { bookingAsk };
};
