import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { generateDrizzleJson, generateSQLiteDrizzleJson } from "drizzle-kit/api";

interface Snapshots {
  sqlite: Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>;
  postgres: ReturnType<typeof generateDrizzleJson>;
}

/** What the generator believed the tables to be when it made its last migration. */
export const latestSnapshot = <Engine extends keyof Snapshots>(engine: Engine): Snapshots[Engine] => {
  const folder = fileURLToPath(new URL(`../../../db/migrations/${engine}/meta/`, import.meta.url));
  const last = readdirSync(folder).filter((name) => name.endsWith("_snapshot.json")).sort().at(-1);
  if (!last) throw new Error(`No snapshot in ${folder}`);
  return JSON.parse(readFileSync(path.join(folder, last), "utf8")) as Snapshots[Engine];
};
