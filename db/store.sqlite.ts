import { AsyncLocalStorage } from "node:async_hooks";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { SQLiteAsyncDialect, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { drizzle } from "drizzle-orm/sqlite-proxy";
import { fifoLock } from "./mutex.ts";
import { besideTransaction, nestedTransaction, noTurn, transactionOver } from "./store.misuse.ts";
import { connect, type Driver, driver, type Method } from "./store.sqlite.driver.ts";
import { uniqueNames } from "./store.sqlite.names.ts";
import type { DbOf, StoreOf, StoreOptions } from "./store.ts";

const dialect = new SQLiteAsyncDialect();

const pagesAStep = 1_000;

/** The one writer is in turn whatever it names. */
const itIsMine = async (): Promise<void> => undefined;

const list = (values: readonly string[]): string => JSON.stringify(values);
const among = (column: SQLiteColumn, values: readonly string[] | Placeholder): SQL => sql`${column} in (select value from json_each(${"length" in values ? list(values) : values}))`;

type Run = <T>(text: string, work: (on: Driver) => T) => Promise<T>;

const handle = <S extends Record<string, unknown>>(schema: S, run: Run, inTurn: DbOf<S>["inTurn"]): DbOf<S> => {
  const query = async (text: string, params: unknown[], method: Method) => run(text, (on) => on.run(text, params, method));
  const written = (asArrays: boolean) => (statement: SQL) => {
    const { sql: text, params } = dialect.sqlToQuery(statement);
    return run(text, (on) => on.rows(text, params, asArrays));
  };
  return Object.assign(drizzle(query), { engine: "sqlite", t: schema, among, list, rows: written(false), tuples: written(true), inTurn }) as unknown as DbOf<S>;
};

/**
 * The store on a SQLite file: one writer behind a lock, one read-only connection beside it.
 * Only one process may write; several need PostgreSQL.
 */
export const openSqlite = <S extends Record<string, unknown>>(
  file: string,
  schema: S,
  options: StoreOptions = {},
): StoreOf<S> => {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  if (options.template && !existsSync(file)) copyFileSync(options.template, file);
  const synchronous = options.synchronous ?? "FULL";
  const writer = connect(file, { readonly: false, synchronous });
  const nameOf = uniqueNames(schema);
  const writing = driver(writer, nameOf);
  let reader = connect(file, { readonly: true, synchronous });
  let reading = driver(reader, nameOf);
  const lock = fifoLock();
  const running = new AsyncLocalStorage<{ open: boolean }>();

  const db = handle(schema, async (text, work) => {
    if (running.getStore()?.open) throw besideTransaction();
    return reading.isRead(text) ? work(reading) : lock.run(() => work(writing));
  }, noTurn);
  const inside = handle(schema, async (_text, work) => {
    if (!running.getStore()?.open) throw transactionOver();
    return work(writing);
  }, itIsMine);

  const transaction = async <T>(fn: (tx: DbOf<S>) => Promise<T>): Promise<T> => {
    const state = { open: true };
    writer.exec("begin immediate");
    try {
      const result = await running.run(state, async () => fn(inside));
      state.open = false;
      writer.exec("commit");
      return result;
    } catch (error) {
      state.open = false;
      if (writer.inTransaction) writer.exec("rollback");
      throw error;
    }
  };

  return {
    dialect: "sqlite",
    t: schema,
    db,
    sqlite: writer,
    tx: async (fn) => {
      if (running.getStore()?.open) throw nestedTransaction();
      return lock.run(() => transaction(fn));
    },
    // Writers wait meanwhile: a copy that is written to between two steps starts again and may never end.
    backup: async (target) => {
      if (running.getStore()?.open) throw besideTransaction();
      await lock.run(() => reader.backup(target, { progress: () => pagesAStep }));
    },
    // The mask is SQLite's own advice for connections that stay open; only a new reader knows what was learnt.
    learn: () =>
      lock.run(() => {
        writer.pragma("optimize = 0x10002");
        reader.close();
        reader = connect(file, { readonly: true, synchronous });
        reading = driver(reader, nameOf);
      }),
    close: () =>
      lock.run(() => {
        reader.close();
        writer.close();
      }),
  };
};
