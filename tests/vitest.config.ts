import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const from = (folder: string) => path.join(root, folder);

export default defineConfig({
  root,
  cacheDir: from("var/vitest"),
  esbuild: { jsx: "automatic" },
  resolve: {
    alias: [
      { find: /^#app\//, replacement: `${from("app")}/` },
      { find: /^#db\//, replacement: `${from("db")}/` },
      { find: /^#tests\//, replacement: `${from("tests")}/` },
    ],
  },
  test: {
    include: ["tests/{rules,screens,contracts,architecture}/**/*.test.{ts,tsx}"],
    globalSetup: from("tests/support/store/setup.ts"),
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    css: false,
  },
});
