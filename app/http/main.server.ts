// @ts-expect-error the Remix plugin makes this module while it bundles.
import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import { compose } from "./compose.server.ts";
import { createServer } from "./server.server.ts";

const app = await compose();
const server = createServer(app, build as unknown as ServerBuild).listen(app.config.port, app.config.host, () => app.log.info({ origin: app.config.origin }, "serving"));
server.keepAliveTimeout = 65_000;
let closing = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    server.close(() => app.store.close().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 8000).unref();
  });
}
