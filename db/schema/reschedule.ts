import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { bookingTables } from "./booking.ts";

type Before = Pick<ReturnType<typeof bookingTables>, "booking">;

export const rescheduleTables = (k: Kit, { booking }: Before) => {
  /** One round of "could we do it another time": up to three starts that one side proposes and the other takes or refuses. */
  const rescheduleProposal = k.table("reschedule_proposal", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    /** Who wrote it; staff write for either side. */
    by: k.enumText("proposed_by", ["customer", "helper", "staff"]).notNull(),
    /** Whose answer it waits for. */
    asks: k.enumText("asks", ["customer", "helper"]).notNull(),
    slots: k.json<number[]>("slots").notNull(),
    state: k.enumText("state", ["open", "taken", "refused", "withdrawn", "lapsed"]).notNull(),
    answerBy: k.ms("answer_by").notNull(),
    at: k.ms("at").notNull(),
    answeredAt: k.ms("answered_at"),
    chosen: k.ms("chosen"),
    /** The start that the visit had when it was proposed. */
    startsAt: k.ms("starts_at").notNull(),
  }, (t) => [k.uniqueIndex("reschedule_proposal_open").on(t.bookingId).where(sql`${t.state} = 'open'`), k.index("reschedule_proposal_booking").on(t.bookingId, t.at)]);

  return { rescheduleProposal };
};
