import { index, type RouteConfig, route } from "@remix-run/route-config";
import { accountRoutes } from "./routes/account/routes.ts";
import { apiRoutes } from "./routes/api/routes.ts";
import { bookingDeedRoutes, bookingFormRoutes, bookingListRoutes, bookingRoutes, customerRoutes } from "./routes/customer/routes.ts";
import { devRoutes, outboxRoutes } from "./routes/dev/routes.ts";
import { helperRoutes } from "./routes/helper/routes.ts";
import { staffRoutes } from "./routes/staff/routes.ts";

/** Brings the browser the words of the screens below it. */
const words = "./routes/shared/words.tsx";

/** Every address of the house; each area lists its own beside its screens. Path words are English. */
export default [
  index("./routes/start.tsx"),
  ...apiRoutes,
  ...devRoutes,
  route(":locale", "./routes/locale.tsx", [
    ...outboxRoutes,
    route("", "./routes/customer/layout.tsx", [
      route("", words, { id: "routes/customer/words-search" }, customerRoutes),
      route("", words, { id: "routes/customer/words-bookings" }, bookingListRoutes),
      route("", words, { id: "routes/customer/words-booking" }, bookingRoutes),
      route("", words, { id: "routes/customer/words-form" }, bookingFormRoutes),
      route("", words, { id: "routes/customer/words-deeds" }, bookingDeedRoutes),
      route("", words, { id: "routes/customer/words-account" }, accountRoutes),
    ]),
    route("helper", "./routes/helper/layout.tsx", helperRoutes),
    route("staff", "./routes/staff/layout.tsx", staffRoutes),
  ]),
] satisfies RouteConfig;
