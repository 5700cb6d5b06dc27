import { bookingTick } from "./booking-tick.server.ts";
import { calendarRefresh } from "./calendars.server.ts";
import type { Handlers } from "./job.ts";
import { sendMail } from "./mail.server.ts";
import { payment, paymentDue, payoutTick } from "./payment.server.ts";
import { helperEnd } from "./helper-end.server.ts";
import { rescueTick } from "./rescue-tick.server.ts";
import { runRecurring } from "./schedule.ts";

/** Who does which kind of work. */
export const handlers: Handlers = {
  "booking.tick": bookingTick,
  "calendar.refresh": calendarRefresh,
  mail: sendMail,
  payment,
  "payment.due": paymentDue,
  "payout.tick": payoutTick,
  "helper.end": helperEnd,
  "rescue.tick": rescueTick,
  recurring: runRecurring,
};
