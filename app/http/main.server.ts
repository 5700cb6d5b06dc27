import { setFlagsFromString } from "node:v8";
// @ts-expect-error the Remix plugin makes this module while it bundles.
import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import { compose, UnsafeSettings } from "./compose.server.ts";
import { serve } from "./lifecycle.server.ts";
import { createServer } from "./server.server.ts";

// The live heap is some 40 MB; by default V8 lets it grow fourfold before it collects (350 MB resident instead of 220 under load, measured).
setFlagsFromString("--heap-growing-percent=50");
const app = await compose().catch((problem: unknown) => {
  if (!(problem instanceof UnsafeSettings)) throw problem;
  console.error(problem.message);
  process.exit(1);
});
if (app.config.mode === "production" && app.store.dialect === "sqlite") app.log.warn("on SQLite one process serves; several processes or hosts need PostgreSQL");
// We speak http, so that somebody in front speaks https for us.
if (app.config.mode === "production" && app.config.trustedProxies === 0) app.log.warn("TRUSTED_PROXIES is 0: whoever comes through the proxy in front counts as one network, and the limits hold for all of them together");
const { stop } = await serve(app, createServer(app, build as unknown as ServerBuild));
app.log.info({ origin: app.config.origin, mode: app.config.mode }, "serving");
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(1), 9500).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
