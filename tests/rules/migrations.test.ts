import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { getTableName, is, sql, Table } from "drizzle-orm";
import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Migration, migrationsIn, pending } from "#db/migrate.ts";
import { migrateSqlite } from "#db/migrate.sqlite.ts";
import { schema as postgresSchema } from "#db/schema/postgres.ts";
import { schema as sqliteSchema } from "#db/schema/sqlite.ts";
import { openers } from "../support/databases.ts";
import { latestSnapshot } from "../support/store/snapshots.ts";

const migration = (at: number, ...statements: string[]): Migration => ({
  at,
  name: `step_${at}`,
  hash: String(statements.join()),
  text: statements.join(),
  statements,
});

describe("the generated migrations", () => {
  it("say what the tables say, on SQLite", async () => {
    const now = await generateSQLiteDrizzleJson(sqliteSchema);
    expect(await generateSQLiteMigration(latestSnapshot("sqlite"), now)).toEqual([]);
  });

  it("say what the tables say, on PostgreSQL", async () => {
    const now = generateDrizzleJson(postgresSchema);
    expect(await generateMigration(latestSnapshot("postgres"), now)).toEqual([]);
  });

  for (const [engine, open] of Object.entries(openers))
    it(`make every table on ${engine}`, async () => {
      const store = await open();
      for (const table of Object.values(store.t).filter((each) => is(each, Table))) {
        const [row] = await store.db.rows<{ n: number }>(sql`select count(*) as n from ${table}`);
        expect(row?.n, getTableName(table)).toBe(0);
      }
      await store.close();
    });

  it("are refused when one changed after it ran, or is unknown", () => {
    const [first, second] = [migration(1, "a"), migration(2, "b")];
    expect(pending([first, second], [{ at: 1, hash: first.hash }])).toEqual([second]);
    expect(() => pending([first], [{ at: 1, hash: "other" }])).toThrow("changed after");
    expect(() => pending([first], [{ at: 2, hash: "b" }])).toThrow("does not know");
  });

  it("stand in the order in which they were made", () => {
    for (const engine of ["sqlite", "postgres"] as const) {
      const times = migrationsIn(engine).map(({ at }) => at);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    }
  });
});

describe("rebuilding a table on SQLite", () => {
  const begin = migration(
    1,
    "create table parent (id text primary key)",
    "create table child (id text primary key, parent text not null references parent(id) on delete cascade)",
    "create trigger parent_named before insert on parent when new.id = '' begin select raise(abort, 'parent_named'); end",
    "create trigger child_alone before insert on child when (select count(*) from parent) > 1 begin select raise(abort, 'child_alone'); end",
    "insert into parent values ('p')",
    "insert into child values ('c', 'p')",
  );
  const rebuild = (at: number, condition: string) =>
    migration(
      at,
      "create table __new_parent (id text primary key, name text)",
      `insert into __new_parent (id) select id from parent where ${condition}`,
      "drop table parent",
      "alter table __new_parent rename to parent",
    );
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "quartier-test-"));
    file = path.join(folder, "test.sqlite");
    migrateSqlite(file, [begin]);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const read = (statement: string) => {
    const on = new Database(file);
    try {
      return on.prepare(statement).pluck().all();
    } finally {
      on.close();
    }
  };

  it("keeps its children and its triggers", () => {
    migrateSqlite(file, [begin, rebuild(2, "1")]);
    expect(read("select id from child")).toEqual(["c"]);
    expect(read("select name from sqlite_master where type = 'trigger' order by name")).toEqual(["child_alone", "parent_named"]);
    expect(read("select at from schema_migration")).toEqual([1, 2]);
  });

  it("undoes everything when children lose their parent", () => {
    expect(() => migrateSqlite(file, [begin, rebuild(2, "0")])).toThrow("1 rows of child lost their parent");
    expect(read("select id from parent")).toEqual(["p"]);
    expect(read("select at from schema_migration")).toEqual([1]);
  });
});
