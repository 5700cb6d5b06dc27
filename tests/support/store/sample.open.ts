import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { openPostgres } from "#db/store.postgres.ts";
import { openSqlite } from "#db/store.sqlite.ts";
import type { StoreOf } from "#db/store.ts";
import { temporaryPostgres, temporarySqlite } from "../databases.ts";
import { noOverlap, type Sample, samplePostgres, sampleSqlite } from "./sample.ts";

export type SampleStore = StoreOf<Sample>;

const sqlite = async (): Promise<SampleStore> => {
  const statements = await generateSQLiteMigration(
    await generateSQLiteDrizzleJson({}),
    await generateSQLiteDrizzleJson(sampleSqlite),
  );
  const store = temporarySqlite((file) => openSqlite(file, sampleSqlite, { synchronous: "OFF" }));
  for (const statement of [...statements, ...noOverlap.sqlite]) store.sqlite?.exec(statement);
  return store;
};

const postgres = async (): Promise<SampleStore> => {
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(samplePostgres));
  const store = await temporaryPostgres((url) => openPostgres(url, samplePostgres), { migrated: false });
  for (const statement of [...statements, ...noOverlap.postgres]) await store.pool?.query(statement);
  return store;
};

/** A fresh store with the sample tables, made by the same generator that makes the product's migrations. */
export const sampleOn = { sqlite, postgres };
