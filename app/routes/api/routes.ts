import { type RouteConfigEntry, route } from "@remix-run/route-config";

export const apiRoutes: RouteConfigEntry[] = [
  route("places.json", "./routes/api/suggest-places.ts"),
  route("services.json", "./routes/api/suggest-services.ts"),
  route("api/v1/openapi.json", "./routes/api/openapi.ts"),
  route("api/v1/places", "./routes/api/places.ts"),
  route("api/v1/services", "./routes/api/services.ts"),
  route("api/v1/helpers", "./routes/api/helpers.ts"),
  route("api/v1/certificates/:number", "./routes/api/certificate.ts"),
  route("calendars/:file", "./routes/api/calendar-feed.ts"),
  route("files/:fileId", "./routes/api/file.ts"),
  route("api/*", "./routes/api/unknown.ts"),
];
