import type Database from "better-sqlite3";
import type { Placeholder, SQL } from "drizzle-orm";
import type { BaseSQLiteDatabase, SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Pool } from "pg";
import { migrationsIn } from "./migrate.ts";
import type { defineSchema } from "./schema/index.ts";

const defaultFile = "var/quartier.sqlite";

export type Engine = "sqlite" | "postgres";

/** Every table of the product, by its name in the code. */
export type Schema = ReturnType<typeof defineSchema>;

/**
 * What a query or a command talks to: SQLite's asynchronous type on both databases,
 * without the methods only one of them has and without relational queries (joins say the same).
 */
export type DbOf<S extends Record<string, unknown>> = Omit<
  BaseSQLiteDatabase<"async", unknown, S>,
  "run" | "all" | "get" | "values" | "transaction" | "query" | "_query" | "_"
> & {
  readonly engine: Engine;
  readonly t: S;
  /** A column is one of these values, all of them one parameter: the statement keeps its text however many there are, and is built a third faster for twenty. */
  among(column: SQLiteColumn, values: readonly string[] | Placeholder): SQL;
  /** A list as the one parameter that `among` takes for a placeholder. */
  list(values: readonly string[]): unknown;
  /** Rows of a hand-written statement as plain objects, for the few files written per database. */
  rows<Row>(statement: SQL): Promise<Row[]>;
  /** The same with each row as an array in the order of its columns: a third cheaper where thousands come. */
  tuples<Row extends unknown[]>(statement: SQL): Promise<Row[]>;
  /** Inside a transaction: nobody else who names this key is in theirs until this one ends. Name it before writing: on PostgreSQL the transaction may begin again here. */
  inTurn(key: string): Promise<void>;
};
export type Db = DbOf<Schema>;

export interface StoreOf<S extends Record<string, unknown>> {
  readonly dialect: Engine;
  readonly t: S;
  /** Reads of committed rows; a bare write is its own transaction. */
  readonly db: DbOf<S>;
  /** One serializable transaction; throwing rolls back. The function may run again on PostgreSQL, and must not swallow what the handle throws. */
  tx<T>(fn: (tx: DbOf<S>) => Promise<T>): Promise<T>;
  /** Copies the running SQLite database to a file; on PostgreSQL it throws (use pg_dump). */
  backup(file: string): Promise<void>;
  /** Lets the query planner look at how full the tables are; without it SQLite reads every active helper to find twenty. PostgreSQL looks by itself. */
  learn(): Promise<void>;
  close(): Promise<void>;
  /** The writer connection, for SQLite's own features only. */
  readonly sqlite?: Database.Database;
  /** The pool, for PostgreSQL's own features only. */
  readonly pool?: Pool;
}
export type Store = StoreOf<Schema>;

export interface StoreOptions {
  /** "OFF" for tests and seeding only: a power loss may destroy the file. */
  synchronous?: "FULL" | "OFF";
  /** A migrated SQLite file to copy when the database does not exist yet. */
  template?: string;
  /** Connections of the PostgreSQL pool (10). */
  connections?: number;
}

const isPostgres = (url: string) => /^postgres(ql)?:\/\//.test(url);

/**
 * Opens the product's database: `postgres://…`, or a SQLite file (`var/quartier.sqlite`).
 * It must be migrated already: `migrateStore(url)`.
 */
export const openStore = async (url = defaultFile, options: StoreOptions = {}): Promise<Store> => {
  if (isPostgres(url)) {
    const [{ openPostgres }, { schema }] = await Promise.all([import("./store.postgres.ts"), import("./schema/postgres.ts")]);
    return openPostgres(url, schema, options);
  }
  const [{ openSqlite }, { schema }] = await Promise.all([import("./store.sqlite.ts"), import("./schema/sqlite.ts")]);
  return openSqlite(url, schema, options);
};

/** Brings the database to the newest schema; safe to call at every start and from several processes at once. */
export const migrateStore = async (url = defaultFile): Promise<void> => {
  if (isPostgres(url)) return (await import("./migrate.postgres.ts")).migratePostgres(url, migrationsIn("postgres"));
  (await import("./migrate.sqlite.ts")).migrateSqlite(url, migrationsIn("sqlite"));
};
