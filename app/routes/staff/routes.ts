import { index, route, type RouteConfigEntry } from "@remix-run/route-config";
import { bookingRoutes, callerRoutes, pageRoutes } from "./bookings/routes.ts";
import { helperDeskRoutes } from "./helpers/routes.ts";
import { systemRoutes } from "./system/routes.ts";

const words = "./routes/shared/words.tsx";

export const staffRoutes: RouteConfigEntry[] = [
  route("", words, { id: "routes/staff/words-overview" }, [
    index("./routes/staff/overview.tsx"),
    route("measures", "./routes/staff/measures.tsx"),
    route("demand", "./routes/staff/demand.tsx"),
    route("money", "./routes/staff/money.tsx"),
  ]),
  route("measures.csv", "./routes/staff/measures-csv.ts"),
  route("", words, { id: "routes/staff/words-bookings" }, bookingRoutes),
  route("", words, { id: "routes/staff/words-book" }, callerRoutes),
  route("", words, { id: "routes/staff/words-helpers" }, helperDeskRoutes),
  route("", words, { id: "routes/staff/words-settings" }, [route("settings/:part?", "./routes/staff/settings/settings.tsx"), ...pageRoutes]),
  route("", words, { id: "routes/staff/words-system" }, systemRoutes),
];
