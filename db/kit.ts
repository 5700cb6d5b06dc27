import * as p from "drizzle-orm/pg-core";
import * as s from "drizzle-orm/sqlite-core";
import { guardNumbers } from "./kit.guard.ts";

/**
 * The columns a table is made of, on SQLite. Its type is the static type for both databases;
 * `table` gives every number and truth column a check, because SQLite takes text in an integer column.
 */
export const sqliteKit = {
  dialect: "sqlite" as "sqlite" | "postgres",
  table: guardNumbers,
  /** Text primary key (UUIDv7). */
  id: (name = "id") => s.text(name).primaryKey(),
  /** Primary key counted by the database, for rows whose order matters. */
  seq: (name = "seq") => s.integer(name).primaryKey({ autoIncrement: true }),
  text: (name: string) => s.text(name),
  /** Text that holds another row's id: `k.ref("helper_id").references(() => helper.id)`. */
  ref: (name: string) => s.text(name),
  enumText: <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
    s.text(name, { enum: values }),
  /** Whole number of at most 32 bits. */
  int: (name: string) => s.integer(name),
  /** Whole number of at most 53 bits. */
  big: (name: string) => s.integer(name),
  /** UTC milliseconds. */
  ms: (name: string) => s.integer(name),
  /** Money in minor units (Rappen). */
  cents: (name: string) => s.integer(name),
  real: (name: string) => s.real(name),
  bool: (name: string) => s.integer(name, { mode: "boolean" }),
  json: <T>(name: string) => s.text(name, { mode: "json" }).$type<T>(),
  index: s.index,
  uniqueIndex: s.uniqueIndex,
  unique: s.unique,
  check: s.check,
  /** Composite primary key: `k.pk({ columns: [t.a, t.b] })`. */
  pk: s.primaryKey,
  foreignKey: s.foreignKey,
};

export type Kit = typeof sqliteKit;

const postgresColumns: Record<keyof Kit, unknown> = {
  dialect: "postgres",
  table: p.pgTable,
  id: (name = "id") => p.text(name).primaryKey(),
  seq: (name = "seq") => p.bigserial(name, { mode: "number" }).primaryKey(),
  text: (name: string) => p.text(name),
  ref: (name: string) => p.text(name),
  enumText: (name: string, values: readonly [string, ...string[]]) => p.text(name, { enum: values }),
  int: (name: string) => p.integer(name),
  big: (name: string) => p.bigint(name, { mode: "number" }),
  ms: (name: string) => p.bigint(name, { mode: "number" }),
  cents: (name: string) => p.bigint(name, { mode: "number" }),
  real: (name: string) => p.doublePrecision(name),
  bool: (name: string) => p.boolean(name),
  json: (name: string) => p.jsonb(name),
  index: p.index,
  uniqueIndex: p.uniqueIndex,
  unique: p.unique,
  check: p.check,
  pk: p.primaryKey,
  foreignKey: p.foreignKey,
};

/** The same columns on PostgreSQL, cast to SQLite's type so that one definition serves both. */
export const postgresKit = postgresColumns as Kit;
