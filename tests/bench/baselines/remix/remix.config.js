import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A bare Remix application for comparison: one route, no framework of ours. */
export default defineConfig({
  root: at("."),
  cacheDir: at("../../../../var/bench/vite"),
  plugins: [remix({ appDirectory: "app", buildDirectory: at("../../../../var/bench/remix"), future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: false } })],
});
