import { tickBooking } from "#app/domain/booking/tick.server.ts";
import type { Handler } from "./job.ts";

/** Wakes a booking at everything that time does to it: holds that end, answers that are overdue, reminders, sign-off. */
export const bookingTick: Handler<"booking.tick"> = (_app, ctx, { bookingId }) => tickBooking(ctx, bookingId);
