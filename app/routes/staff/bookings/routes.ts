import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Bookings, and what is done about one. */
export const bookingRoutes: RouteConfigEntry[] = [
  route("bookings", "./routes/staff/bookings/list.tsx"),
  route("bookings/attention", "./routes/staff/bookings/attention.tsx"),
  route("bookings/:bookingId", "./routes/staff/bookings/page.tsx"),
  route("bookings/:bookingId/cancel", "./routes/staff/bookings/cancel.tsx"),
  route("bookings/:bookingId/reschedule", "./routes/staff/bookings/reschedule.tsx"),
  route("bookings/:bookingId/times", "./routes/staff/bookings/times.tsx"),
  route("bookings/:bookingId/waiting", "./routes/staff/bookings/waiting.tsx"),
  route("bookings/:bookingId/refund", "./routes/staff/bookings/refund.tsx"),
];

/** Booking for callers, and who is asked. */
export const callerRoutes: RouteConfigEntry[] = [
  route("dispatch", "./routes/staff/dispatch/board.tsx"),
  route("book", "./routes/staff/book/book.tsx"),
  route("book/:bookingId", "./routes/staff/book/caller.tsx"),
  route("book/:bookingId/series", "./routes/staff/book/series.tsx"),
];

/** The pages that staff edit, and the team. */
export const pageRoutes: RouteConfigEntry[] = [
  route("pages", "./routes/staff/pages/list.tsx"),
  route("pages/:slug", "./routes/staff/pages/page.tsx"),
  route("team", "./routes/staff/team/team.tsx"),
];
