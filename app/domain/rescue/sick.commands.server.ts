import { and, eq, gte, lte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "../availability/days.ts";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { addHoliday } from "../availability/rules.commands.server.ts";
import { cancelBooking, declineBooking } from "../booking/booking.commands.server.ts";
import { whyNot } from "../booking/booking.policy.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { daysBetween, isDate } from "../kernel/time.ts";
import { concernedBy } from "./sick.queries.server.ts";
import { mostSickDays, type Sick } from "./sick.ts";

/**
 * "Ill today": from now until the end of a date the helper hands everything back in one action. Requests are declined, accepted visits
 * cancelled with everything given back and others offered at the price agreed, the days are closed. It counts in no figure of reliability.
 * Refusals: not-found, invalid (a date that is over, or too far).
 */
export const fallSick = (ctx: Context, { untilDate, name }: { untilDate: string; name: string }): Promise<Result<Sick, "not-found" | "invalid" | "slot-taken">> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Sick, "not-found" | "invalid">> => {
    const { helperId } = tx.actor;
    if (!helperId) return refuse("not-found");
    const fromDate = dateAt(tx.settings.zone, tx.now);
    if (!isDate(untilDate) || untilDate < fromDate || daysBetween(fromDate, untilDate) >= mostSickDays) return refuse("invalid");
    const untilAt = Temporal.PlainDate.from(untilDate).add({ days: 1 }).toZonedDateTime(tx.settings.zone).epochMilliseconds;
    const concerned = await concernedBy(tx, untilAt);
    // The days are closed first, so that nothing that is handed back comes back to the same calendar.
    const { holiday } = tx.db.t;
    const closed = await tx.db.$count(holiday, and(eq(holiday.calendarId, helperId), lte(holiday.fromDate, fromDate), gte(holiday.untilDate, untilDate)));
    const blocked = closed > 0 ? ok(null) : await addHoliday(tx, helperId, { name, fromDate, untilDate });
    if (!blocked.ok) return blocked;
    const { sickRange } = tx.db.t;
    const id = tx.newId();
    await tx.db.insert(sickRange).values({ id, helperId, fromAt: tx.now, untilAt, visits: 0, at: tx.now });
    const given: Sick = { requests: 0, visits: 0, left: 0, untilAt };
    for (const booking of concerned) {
      const back = booking.state === "requested" ? await giveUpRequest(tx, booking.id) : whyNot("cancel", booking, tx.actor, tx.now) === null && (await cancelBooking(tx, booking.id, "ill")).ok;
      if (!back) given.left += 1;
      else if (booking.state === "requested") given.requests += 1;
      else given.visits += 1;
    }
    await tx.db.update(sickRange).set({ visits: given.visits }).where(eq(sickRange.id, id));
    await record(tx, { name: "helper.sick", subject: { kind: "helper", id: helperId }, facts: { sickRangeId: id, untilDate, requests: given.requests, visits: given.visits, left: given.left } });
    return ok(given);
  });

const giveUpRequest = async (tx: Context, bookingId: string): Promise<boolean> => (await declineBooking(tx, bookingId)).ok;
