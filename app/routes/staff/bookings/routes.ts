import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Bookings, booking for callers, the pages that staff edit, and the team. */
export const bookingRoutes: RouteConfigEntry[] = [
  route("bookings", "./routes/staff/bookings/list.tsx"),
  route("bookings/:bookingId", "./routes/staff/bookings/page.tsx"),
];
