import { and, eq, gte, lte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "../availability/days.ts";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { addHoliday } from "../availability/rules.commands.server.ts";
import { cancelBooking, declineBooking } from "../booking/booking.commands.server.ts";
import { leaveBegun } from "../booking/hold.commands.server.ts";
import { leaveAsks } from "../dispatch/waves.commands.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { daysBetween, isDate } from "../kernel/time.ts";
import { cannotCome } from "../visit/absence.commands.server.ts";
import { type Concern, concernedBy } from "./sick.queries.server.ts";
import { mostSickDays, type Sick } from "./sick.ts";

/**
 * "Ill today": from now until the end of a date the helper hands everything back in one action. Requests are declined, also those asked of several;
 * what somebody is booking right now ends; accepted visits are cancelled with everything given back and others offered at the price agreed, one
 * that began without them as an absence; the days are closed. It counts in no figure of reliability. Whoever is at work finishes: that is `left`.
 * Refusals: not-found, invalid (a date that is over, or too far).
 */
export const fallSick = (ctx: Context, { untilDate, name }: { untilDate: string; name: string }): Promise<Result<Sick, "not-found" | "invalid" | "slot-taken">> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Sick, "not-found" | "invalid">> => {
    const { helperId } = tx.actor;
    if (!helperId) return refuse("not-found");
    const fromDate = dateAt(tx.settings.zone, tx.now);
    if (!isDate(untilDate) || untilDate < fromDate || daysBetween(fromDate, untilDate) >= mostSickDays) return refuse("invalid");
    const untilAt = Temporal.PlainDate.from(untilDate).add({ days: 1 }).toZonedDateTime(tx.settings.zone).epochMilliseconds;
    // The days are closed first, so that nothing that is handed back comes back to the same calendar.
    const { holiday } = tx.db.t;
    const closed = await tx.db.$count(holiday, and(eq(holiday.calendarId, helperId), lte(holiday.fromDate, fromDate), gte(holiday.untilDate, untilDate)));
    const blocked = closed > 0 ? ok(null) : await addHoliday(tx, helperId, { name, fromDate, untilDate });
    if (!blocked.ok) return blocked;
    // Somebody may be filling in the form or paying for these days right now; whose payment was a moment faster has a visit, and is read below.
    await leaveBegun(tx, helperId, { fromAt: tx.now, untilAt });
    const concerned = await concernedBy(tx, untilAt);
    const { sickRange } = tx.db.t;
    const id = tx.newId();
    await tx.db.insert(sickRange).values({ id, helperId, fromAt: Math.min(tx.now, ...concerned.map(({ booking }) => booking.startsAt)), untilAt, visits: 0, at: tx.now });
    const given: Sick = { requests: await leaveAsks(tx, helperId, { fromAt: tx.now, untilAt }), visits: 0, left: 0, untilAt };
    for (const { booking, how } of concerned) {
      if (!(await handBack[how](tx, booking.id))) given.left += 1;
      else if (how === "request") given.requests += 1;
      else given.visits += 1;
    }
    await tx.db.update(sickRange).set({ visits: given.visits }).where(eq(sickRange.id, id));
    await record(tx, { name: "helper.sick", subject: { kind: "helper", id: helperId }, facts: { sickRangeId: id, untilDate, requests: given.requests, visits: given.visits, left: given.left } });
    return ok(given);
  });

const handBack: Record<Concern, (tx: Context, bookingId: string) => Promise<boolean>> = {
  request: async (tx, id) => (await declineBooking(tx, id)).ok,
  visit: async (tx, id) => (await cancelBooking(tx, id, "ill")).ok,
  begun: async (tx, id) => (await cannotCome(tx, id, "ill")).ok,
  stays: async () => false,
};
