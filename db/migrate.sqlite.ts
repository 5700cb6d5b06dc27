import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { type Migration, pending } from "./migrate.ts";

interface Trigger {
  name: string;
  tbl_name: string;
  sql: string;
}

const triggers = (on: Database.Database) =>
  on.prepare("select name, tbl_name, sql from sqlite_master where type = 'trigger' order by rowid").all() as Trigger[];

const exists = (on: Database.Database, name: string) =>
  on.prepare("select 1 from sqlite_master where name = ?").get(name) !== undefined;

/** A generated migration rebuilds a table by copying it, which loses its triggers and trips over others'. */
const apply = (on: Database.Database, migration: Migration) => {
  const set = migration.text.includes("__new_") ? triggers(on) : [];
  for (const { name } of set) on.exec(`drop trigger "${name}"`);
  for (const statement of migration.statements) on.exec(statement);
  for (const { name, tbl_name, sql } of set) if (exists(on, tbl_name) && !exists(on, name)) on.exec(sql);
  const broken = on.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (broken[0])
    throw new Error(`${migration.name}: ${broken.length} rows of ${broken[0].table} lost their ${broken[0].parent}.`);
  on.prepare("insert into schema_migration (at, hash) values (?, ?)").run(migration.at, migration.hash);
};

/**
 * Brings a SQLite file to the newest schema in one transaction.
 * Foreign keys are off meanwhile: with them on, rebuilding a table deletes its children.
 */
export const migrateSqlite = (file: string, migrations: Migration[]): void => {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const on = new Database(file);
  try {
    on.pragma("busy_timeout = 15000");
    on.pragma("journal_mode = WAL");
    on.pragma("synchronous = FULL");
    on.pragma("foreign_keys = OFF");
    on.transaction(() => {
      on.exec("create table if not exists schema_migration (at integer primary key, hash text not null)");
      const applied = on.prepare("select at, hash from schema_migration").all() as { at: number; hash: string }[];
      for (const migration of pending(migrations, applied)) apply(on, migration);
    }).immediate();
  } finally {
    on.close();
  }
};
