import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrateStore, openStore } from "#db/store.ts";
import { openers } from "../support/databases.ts";
import { sampleOn } from "../support/store/sample.open.ts";

describe("opening the store", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "quartier-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("makes a SQLite file that survives a power loss and checks its references", async () => {
    const file = path.join(folder, "new", "quartier.sqlite");
    await migrateStore(file);
    await migrateStore(file);
    const store = await openStore(file);
    const settings = ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map((name) =>
      store.sqlite?.pragma(name, { simple: true }),
    );
    expect(store.dialect).toBe("sqlite");
    expect(settings).toEqual(["wal", 2, 1, 5000]);
    await store.close();
  });

  it("starts a new SQLite file from a migrated one, and leaves an old file alone", async () => {
    const template = path.join(folder, "template.sqlite");
    const file = path.join(folder, "test.sqlite");
    await migrateStore(template);
    const first = await openStore(file, { template, synchronous: "OFF" });
    await first.db.rows(sql`create table mine (id text)`);
    await first.close();
    const second = await openStore(file, { template, synchronous: "OFF" });
    expect(await second.db.rows(sql`select id from mine`)).toEqual([]);
    await second.close();
  });

  it("copies a running SQLite database, committed rows only", async () => {
    const store = await sampleOn.sqlite();
    await store.db.insert(store.t.event).values({ name: "kept" });
    const copy = path.join(folder, "copy.sqlite");
    const writing = store.tx((tx) => tx.insert(store.t.event).values({ name: "also kept" }).returning());
    await Promise.all([writing, store.backup(copy)]);
    const read = await openStore(copy);
    expect(await read.db.rows(sql`select name from event order by seq`)).toEqual([{ name: "kept" }, { name: "also kept" }]);
    await read.close();
    await store.close();
  });

  it("looks for a few rows by their ids, not through everything that has the same state, once it knows how full the tables are", async () => {
    const store = await sampleOn.sqlite();
    const { person, offer } = store.t;
    await store.db.insert(person).values({ id: "anna", email: "anna@example.ch", tastes: { language: "de", tags: [] }, createdAt: 1 });
    await store.tx(async (tx) => {
      for (let i = 0; i < 300; i++) await tx.insert(offer).values({ id: `offer ${i}`, personId: "anna", title: `Title ${i}`, price: 1 });
    });
    const way = async () => (await store.db.rows<{ detail: string }>(sql`explain query plan select rating from offer where ${store.db.among(offer.id, ["offer 1", "offer 2"])} and person_id in ('anna', 'beat')`)).map(({ detail }) => detail).join();
    expect(await way()).toContain("(person_id=?)");
    await store.learn();
    expect(await way()).toContain("sqlite_autoindex_offer_1 (id=?)");
    expect(await store.db.$count(offer)).toBe(300);
    await store.close();
  });

  it("gives every test its own empty database, also on PostgreSQL", async () => {
    const [one, two] = [await openers.postgres(), await openers.postgres()];
    await one.db.rows(sql`create table mine (id text)`);
    const tables = await two.db.rows(sql`select 1 as n from pg_tables where tablename = 'mine'`);
    expect(one.dialect).toBe("postgres");
    expect(tables).toEqual([]);
    await expect(one.backup(path.join(folder, "x"))).rejects.toThrow("pg_dump");
    await one.close();
    await two.close();
  });
});
