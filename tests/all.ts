import { spawn } from "node:child_process";
import { ensureBrowser } from "./support/browser.ts";
import { otherZone, zoneTests } from "./zones.ts";

/** Every check of the house in the order of how soon it tells; `npm test` runs this, and so does CI. */
const steps: [name: string, command: string, args: string[], env?: Record<string, string>][] = [
  ["lint", "npx", ["biome", "lint", "--config-path=tests/architecture/lint.json", "app", "db", "tests"]],
  ["types", "npx", ["tsc", "--noEmit"]],
  ["build", "npm", ["run", "--silent", "build"]],
  ["architecture, rules, screens, contracts", "npx", ["vitest", "run", "--config", "tests/vitest.config.ts"]],
  ["rules of time in another zone", "npx", ["vitest", "run", "--config", "tests/vitest.config.ts", ...zoneTests], { TZ: otherZone }],
  ["journeys", "npx", ["playwright", "test", "-c", "tests/journeys/playwright.config.ts"]],
];

const run = (command: string, args: string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" });
    child.on("exit", (code) => resolve(code ?? 1));
  });

const only = process.argv.slice(2);
const started = performance.now();
for (const [name, command, args, env] of steps) {
  if (only.length && !only.some((word) => name.includes(word))) continue;
  const from = performance.now();
  console.log(`\n== ${name}`);
  const browser: Record<string, string> = name === "journeys" ? { CHROMIUM_PATH: ensureBrowser() } : {};
  const code = await run(command, args, { ...env, ...browser });
  console.log(`== ${name}: ${code === 0 ? "passed" : "failed"} after ${Math.round((performance.now() - from) / 1000)} s`);
  if (code !== 0) process.exit(code);
}
console.log(`\nAll checks passed in ${Math.round((performance.now() - started) / 1000)} s.`);
