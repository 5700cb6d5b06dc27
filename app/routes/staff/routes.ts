import type { RouteConfigEntry } from "@remix-run/route-config";
import { systemRoutes } from "./system/routes.ts";

export const staffRoutes: RouteConfigEntry[] = [...systemRoutes];
