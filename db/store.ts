import type Database from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Pool } from "pg";
import type { defineSchema } from "./schema/index.ts";

export type Engine = "sqlite" | "postgres";

/** Every table of the product, by its name in the code. */
export type Schema = ReturnType<typeof defineSchema>;

/**
 * What a query or a command talks to: SQLite's asynchronous type on both databases,
 * without the methods only one of them has.
 */
export type DbOf<S extends Record<string, unknown>> = Omit<
  BaseSQLiteDatabase<"async", unknown, S>,
  "run" | "all" | "get" | "values" | "transaction"
> & {
  readonly engine: Engine;
  readonly t: S;
  /** Rows of a hand-written statement as plain objects, for the few files written per database. */
  rows<Row>(statement: SQL): Promise<Row[]>;
};
export type Db = DbOf<Schema>;

export interface StoreOf<S extends Record<string, unknown>> {
  readonly dialect: Engine;
  readonly t: S;
  /** Reads of committed rows; a bare write is its own transaction. */
  readonly db: DbOf<S>;
  /** One serializable transaction; throwing rolls back. The function may run again on PostgreSQL. */
  tx<T>(fn: (tx: DbOf<S>) => Promise<T>): Promise<T>;
  /** Copies the running SQLite database to a file; on PostgreSQL it throws (use pg_dump). */
  backup(file: string): Promise<void>;
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
