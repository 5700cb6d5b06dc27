import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The demo's own pages; in production none of them exists. */
export const devRoutes: RouteConfigEntry[] = [
  route("dev", "./routes/dev/layout.tsx", [
    route("ui", "./routes/dev/ui.tsx"),
    route("outbox", "./routes/dev/outbox.tsx"),
    route("outbox/:mailId", "./routes/dev/outbox-mail.tsx"),
    route("outbox/:mailId/body", "./routes/dev/outbox-body.tsx"),
  ]),
];
