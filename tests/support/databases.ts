import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe } from "vitest";
import { schema as postgresSchema } from "#db/schema/postgres.ts";
import { schema as sqliteSchema } from "#db/schema/sqlite.ts";
import { openPostgres } from "#db/store.postgres.ts";
import { openSqlite } from "#db/store.sqlite.ts";
import type { Store, StoreOf } from "#db/store.ts";
import { createDatabase, databaseAt, onPostgres, type Prepared } from "./store/prepared.ts";

/** Asks the desk of the test run (store/setup.ts) for a prepared database. */
const prepared = async <Kind extends keyof Prepared>(kind: Kind): Promise<Prepared[Kind]> => {
  const desk = process.env.QUARTIER_TEST_DATABASES;
  if (!desk) throw new Error("Databases for tests need tests/vitest.config.ts.");
  const answer = await fetch(`${desk}/${kind}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as Prepared[Kind];
};

const closingToo = <S extends Record<string, unknown>>(store: StoreOf<S>, clean: () => Promise<void> | void) => ({
  ...store,
  close: async () => {
    await store.close();
    await clean();
  },
});

/** A SQLite store of its own, migrated and empty; `close` deletes the file. */
export const sqliteStore = async (): Promise<Store> => {
  const template = await prepared("sqlite");
  return temporarySqlite((file) => openSqlite(file, sqliteSchema, { template, synchronous: "OFF" }));
};

/** Opens a store on a temporary file that does not exist yet; `close` deletes it. */
export const temporarySqlite = <S extends Record<string, unknown>>(open: (file: string) => StoreOf<S>): StoreOf<S> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "quartier-test-"));
  return closingToo(open(path.join(folder, "test.sqlite")), () => rmSync(folder, { recursive: true, force: true }));
};

/** A PostgreSQL store of its own, migrated and empty; `close` drops the database. */
export const postgresStore = async (): Promise<Store> =>
  temporaryPostgres((url) => openPostgres(url, postgresSchema), { migrated: true });

/** Opens a store on a new PostgreSQL database, empty unless a migrated one is asked for; `close` drops it. */
export const temporaryPostgres = async <S extends Record<string, unknown>>(
  open: (url: string) => StoreOf<S>,
  { migrated }: { migrated: boolean },
): Promise<StoreOf<S>> => {
  const { url, template } = await prepared("postgres");
  const name = `quartier_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onPostgres(url, createDatabase(name, migrated ? template : undefined));
  return closingToo(open(databaseAt(url, name)), () => onPostgres(url, `drop database "${name}" with (force)`));
};

/** Where a store lies, for another process to open it too; the path of a file or the address of a database. */
export type Placed = { store: Store; at: string };

/** A migrated, empty store that survives the process that writes to it: on SQLite a commit waits for the disk. */
export const placed: Record<"sqlite" | "postgres", () => Promise<Placed>> = {
  sqlite: async () => {
    const template = await prepared("sqlite");
    let at = "";
    const store = temporarySqlite((file) => {
      at = file;
      return openSqlite(file, sqliteSchema, { template, synchronous: "FULL" });
    });
    return { store, at };
  },
  postgres: async () => {
    let at = "";
    const store = await temporaryPostgres((url) => {
      at = url;
      return openPostgres(url, postgresSchema);
    }, { migrated: true });
    return { store, at };
  },
};

export const openers = { sqlite: sqliteStore, postgres: postgresStore };

/**
 * Runs the same tests on both databases. `open` gives a fresh store, closed after the last test:
 * `eachDatabase("hold", (open) => { let store: Store; beforeAll(async () => { store = await open(); }); … })`
 */
export const eachDatabase = (name: string, tests: (open: () => Promise<Store>) => void): void => {
  for (const [engine, opener] of Object.entries(openers))
    describe(`${name} (${engine})`, () => {
      const opened: Store[] = [];
      afterAll(async () => {
        for (const store of opened) await store.close();
      });
      tests(async () => {
        const store = await opener();
        opened.push(store);
        return store;
      });
    });
};
