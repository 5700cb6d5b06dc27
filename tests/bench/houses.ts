import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "var/bench");

/** Data older than the newest migration is filled anew. */
const stamp = () => JSON.stringify(readdirSync(path.join(root, "db/migrations/sqlite")).filter((name) => name.endsWith(".sql")).sort().at(-1));

/** The folder of a house with so many helpers, filled once and used again; 600 is the demo itself, more are inserted in bulk. */
export function filledHouse(helpers: number): string {
  const dir = path.join(folder, String(helpers));
  const mark = path.join(dir, "filled.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === stamp()) return dir;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  console.error(`Filling a house with ${helpers} helpers …`);
  const done = spawnSync("npx", ["tsx", "app/commands/seed.ts", "--helpers", String(helpers)], { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32", env: { ...process.env, QUARTIER_VAR: dir, LOG_LEVEL: "warn" } });
  if (done.status !== 0) throw new Error(`Filling ${helpers} helpers failed`);
  writeFileSync(mark, stamp());
  return dir;
}

/** A copy that a measurement may change. */
export function copyOf(dir: string, name: string): string {
  const copy = path.join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const file of readdirSync(dir)) cpSync(path.join(dir, file), path.join(copy, file), { recursive: true });
  return copy;
}

/** Builds what is missing: the product, and the bare Remix page it is compared with. */
export function builds(): { product: string; remix: string } {
  const made = { product: path.join(root, "build/server/index.js"), remix: path.join(folder, "remix/server/index.js") };
  const build = (config: string) => {
    console.error(`Building by ${config} …`);
    const done = spawnSync("npx", ["remix", "vite:build", "--config", config], { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32", env: { ...process.env, NODE_ENV: "production" } });
    if (done.status !== 0) throw new Error(`Building by ${config} failed`);
  };
  if (!existsSync(made.product)) build("remix.config.js");
  if (!existsSync(made.remix)) build("tests/bench/baselines/remix/remix.config.js");
  return made;
}
