import { index, route, type RouteConfigEntry } from "@remix-run/route-config";
import { bookingRoutes } from "./bookings/routes.ts";
import { helperDeskRoutes } from "./helpers/routes.ts";
import { systemRoutes } from "./system/routes.ts";

export const staffRoutes: RouteConfigEntry[] = [
  index("./routes/staff/overview.tsx"),
  route("measures", "./routes/staff/measures.tsx"),
  route("measures.csv", "./routes/staff/measures-csv.ts"),
  route("demand", "./routes/staff/demand.tsx"),
  route("money", "./routes/staff/money.tsx"),
  route("settings/:part?", "./routes/staff/settings/settings.tsx"),
  ...bookingRoutes,
  ...helperDeskRoutes,
  ...systemRoutes,
];
