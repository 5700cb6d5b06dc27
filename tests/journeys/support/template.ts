import { spawnSync } from "node:child_process";
import path from "node:path";

export const templateDir = path.resolve(import.meta.dirname, "../../../var/journeys/template");

/** In a process of its own: the test runner's loader reads our sources differently from Node. */
export default function makeTemplate(): void {
  const filled = spawnSync("npx", ["tsx", path.join(import.meta.dirname, "fill-template.ts")], { stdio: "inherit", shell: process.platform === "win32" });
  if (filled.status !== 0) throw new Error("The journeys' demo could not be filled");
}
