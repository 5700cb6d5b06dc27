import type { BookingState } from "#app/domain/booking/booking.ts";
import type { Tone } from "#app/ui/index.ts";

/** The colour in which a booking's state is shown. */
export const stateTones: Record<BookingState, Tone> = {
  draft: "plain", paying: "warn", requested: "info", accepted: "ok", underway: "accent", started: "accent", finished: "accent",
  reported: "info", signed_off: "ok", closed: "plain", abandoned: "plain", declined: "bad", lapsed: "bad", cancelled: "bad",
};
