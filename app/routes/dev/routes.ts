import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The demo's own pages; in production none of them exists. */
export const devRoutes: RouteConfigEntry[] = [
  route("dev", "./routes/dev/layout.tsx", [route("ui", "./routes/dev/ui.tsx")]),
  route("dev/outbox/:mailId?", "./routes/dev/outbox-start.ts"),
];

/** The demo's outbox, in the reader's language; paths below /:locale. */
export const outboxRoutes: RouteConfigEntry[] = [
  route("dev/outbox", "./routes/dev/outbox-layout.tsx", [
    route("", "./routes/dev/outbox.tsx", { index: true }),
    route(":mailId", "./routes/dev/outbox-mail.tsx"),
    route(":mailId/body", "./routes/dev/outbox-body.tsx"),
  ]),
];
