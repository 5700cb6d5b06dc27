import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

const screen = (name: string) => `./routes/helper/${name}.tsx`;

const words = "./routes/shared/words.tsx";

/** Who I am, what I offer and when; joined by the way through the first steps. */
const meRoutes: RouteConfigEntry[] = [
  route("welcome", screen("welcome")),
  route("calendar", screen("calendar")),
  route("calendar/week", screen("calendar-week")),
  route("calendar/rules", screen("calendar-rules")),
  route("calendar/sick", screen("calendar-sick")),
  route("me", screen("me")),
  route("me/profile", screen("me-profile")),
  route("me/picture", screen("me-picture")),
  route("me/address", screen("me-address")),
  route("me/radius", screen("me-radius")),
  route("me/listings", screen("me-listings")),
  route("me/listings/:code", screen("me-listing")),
  route("me/payout", screen("me-payout")),
  route("me/earnings", screen("me-earnings")),
  route("me/figures", screen("me-figures")),
  route("me/certificates", screen("me-certificates")),
];

export const helperRoutes: RouteConfigEntry[] = [
  route("", words, { id: "routes/helper/words-today" }, [index(screen("today")), route("requests", screen("requests")), route("requests/:bookingId", screen("request"))]),
  route("tonight", "./routes/helper/tonight.ts"),
  route("", words, { id: "routes/helper/words-visit" }, [route("visits/:bookingId", screen("visit"))]),
  route("", words, { id: "routes/helper/words-deeds" }, [route("visits/:bookingId/cancel", screen("visit-cancel")), route("visits/:bookingId/reschedule", screen("visit-reschedule")), route("visits/:bookingId/times", screen("visit-times"))]),
  route("", words, { id: "routes/helper/words-door" }, [route("visits/:bookingId/extra", screen("visit-extra")), route("visits/:bookingId/waiting", screen("visit-waiting"))]),
  route("me/earnings.csv", "./routes/helper/me-earnings-csv.ts"),
  route("earnings", "./routes/helper/earnings.ts"),
  route("", words, { id: "routes/helper/words-calendars" }, [route("me/calendars", screen("me-calendars"))]),
  route("", words, { id: "routes/helper/words-me" }, meRoutes),
];
