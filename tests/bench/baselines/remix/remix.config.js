import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/** A bare Remix application for comparison: one route and nothing of ours; built from the project's folder. */
export default defineConfig({
  cacheDir: "var/bench/vite",
  publicDir: false,
  plugins: [remix({ appDirectory: "tests/bench/baselines/remix/app", buildDirectory: "var/bench/remix", future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: false } })],
});
