import { index, type RouteConfigEntry } from "@remix-run/route-config";

export const customerRoutes: RouteConfigEntry[] = [index("./routes/customer/home.tsx")];
