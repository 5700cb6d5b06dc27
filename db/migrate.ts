import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** One step of the schema's history: when it was generated, what it is called, its statements. */
export interface Migration {
  at: number;
  name: string;
  hash: string;
  text: string;
  statements: string[];
}

interface Journal {
  entries: { when: number; tag: string }[];
}

/** The folder of generated migrations, found upwards from this file, because a bundle lies elsewhere. */
const folderOf = (engine: "sqlite" | "postgres"): string => {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const folder = path.join(at, "db", "migrations", engine);
    if (existsSync(folder)) return folder;
    if (path.dirname(at) === at) throw new Error(`No folder db/migrations/${engine} beside the program.`);
  }
};

/** All migrations of one database, oldest first. */
export const migrationsIn = (engine: "sqlite" | "postgres"): Migration[] => {
  const folder = folderOf(engine);
  const journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as Journal;
  return journal.entries.map(({ when, tag }) => {
    const text = readFileSync(path.join(folder, `${tag}.sql`), "utf8");
    return {
      at: when,
      name: tag,
      hash: createHash("sha256").update(text).digest("hex"),
      text,
      statements: text.split("--> statement-breakpoint").filter((statement) => statement.trim() !== ""),
    };
  });
};

/**
 * The migrations a database still lacks. Throws when one that ran was changed afterwards,
 * or when the database is newer than the program.
 */
export const pending = (all: Migration[], applied: { at: number; hash: string }[]): Migration[] => {
  const known = new Map(all.map((migration) => [migration.at, migration]));
  for (const { at, hash } of applied) {
    const migration = known.get(at);
    if (!migration) throw new Error(`The database has a migration of ${new Date(at).toISOString()} this program does not know.`);
    if (migration.hash !== hash) throw new Error(`Migration ${migration.name} was changed after it had been applied.`);
  }
  const done = new Set(applied.map(({ at }) => at));
  return all.filter(({ at }) => !done.has(at));
};
