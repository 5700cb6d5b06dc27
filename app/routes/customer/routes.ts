import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

export const customerRoutes: RouteConfigEntry[] = [
  index("./routes/customer/home.tsx"),
  route("search", "./routes/customer/search.tsx"),
  route("search/map", "./routes/customer/search-map.tsx"),
  route("area-wish", "./routes/customer/area-wish.tsx"),
  route("helpers/:helperId", "./routes/customer/helper.tsx"),
  route("helpers/:helperId/book", "./routes/customer/slots.tsx"),
  route("helpers/:helperId/remember", "./routes/customer/remember.ts"),
  route("professional/:serviceCode", "./routes/customer/slots-professional.tsx"),
  route("certificates", "./routes/customer/certificate.tsx", { id: "certificate-search" }),
  route("certificates/:number", "./routes/customer/certificate.tsx"),
];

/** All bookings, with and without an account, and the sheet of one. */
export const bookingListRoutes: RouteConfigEntry[] = [
  route("bookings", "./routes/customer/bookings/list.tsx"),
  route("bookings/:bookingId/sheet", "./routes/customer/bookings/sheet.tsx"),
];

/** A booking as it stands. */
export const bookingRoutes: RouteConfigEntry[] = [
  route("bookings/:bookingId", "./routes/customer/bookings/page.tsx"),
  route("bookings/:bookingId/calendar.ics", "./routes/customer/bookings/calendar.ts"),
];

/** The way to a booking: form, dates of a series, payment. */
export const bookingFormRoutes: RouteConfigEntry[] = [
  route("bookings/:bookingId/form", "./routes/customer/bookings/form.tsx"),
  route("bookings/:bookingId/series", "./routes/customer/bookings/series.tsx"),
  route("bookings/:bookingId/pay", "./routes/customer/bookings/pay.tsx"),
];

/** What is done about a booking, in forms of their own. */
export const bookingDeedRoutes: RouteConfigEntry[] = [
  route("bookings/:bookingId/series/cancel", "./routes/customer/bookings/series-cancel.tsx"),
  route("bookings/:bookingId/again", "./routes/customer/bookings/again.tsx"),
  route("bookings/:bookingId/reschedule", "./routes/customer/bookings/reschedule.tsx"),
  route("bookings/:bookingId/times", "./routes/customer/bookings/times.tsx"),
  route("bookings/:bookingId/others", "./routes/customer/bookings/others.ts"),
  route("bookings/:bookingId/cancel", "./routes/customer/bookings/cancel.tsx"),
  route("bookings/:bookingId/sign-off", "./routes/customer/bookings/sign-off.tsx"),
  route("bookings/:bookingId/rescue", "./routes/customer/bookings/rescue.tsx"),
  route("bookings/:bookingId/still", "./routes/customer/bookings/still.tsx"),
  route("bookings/:bookingId/people", "./routes/customer/bookings/people.tsx"),
  route("bookings/:bookingId/confirm", "./routes/customer/bookings/confirm.tsx"),
  route("bookings/:bookingId/extras", "./routes/customer/bookings/extras.tsx"),
  route("bookings/:bookingId/waiting", "./routes/customer/bookings/waiting.tsx"),
];
