import { bookingAtomically } from "../availability/occupancy.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { refuse, type Result } from "../kernel/result.ts";
import { submitBooking } from "./booking.commands.server.ts";
import { findBooking } from "./booking.queries.server.ts";
import type { BookingForm } from "./booking.schema.ts";
import type { Booking } from "./booking.ts";
import { mayBookForCallers } from "./staff.policy.ts";

/**
 * Submits what a caller said on the telephone, and notes that they heard it read out and agreed; who pays gets the way to do so by mail.
 * Refusals: those of `submitBooking`, and not-allowed for staff of another role.
 */
export const submitForCaller = (ctx: Context, bookingId: string, form: BookingForm): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    if (!mayBookForCallers(tx.actor)) return refuse("not-allowed");
    const before = await findBooking(tx, bookingId);
    const submitted = await submitBooking(tx, bookingId, form);
    if (submitted.ok && before?.state === "draft") await record(tx, { name: "booking.callerAgreed", subject: { kind: "booking", id: bookingId }, facts: { locale: submitted.value.locale } });
    return submitted;
  });
