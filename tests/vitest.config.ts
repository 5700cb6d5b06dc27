import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const from = (folder: string) => path.join(root, folder);

/** The longest first, so that no worker is left alone with them at the end. */
const longest = /contest\.|killed\.|search\.truth|series\.money|seed\.test|waves\.test/;
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(({ moduleId }) => longest.test(moduleId)), ...sorted.filter(({ moduleId }) => !longest.test(moduleId))];
  }
}

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
    // Every test opens its own database and makes its own world: reading a thousand modules anew for each file took a fifth of the run.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    css: false,
  },
});
