import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { migrateStore } from "#db/store.ts";
import { startPostgres } from "./postgres.server.ts";

/** Runs statements on one connection and closes it. */
export const onPostgres = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

export const databaseAt = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Byte order for text, as on SQLite. */
export const createDatabase = (name: string, from = "template0") =>
  `create database "${name}" template "${from}" ${from === "template0" ? "encoding 'UTF8' locale 'C'" : ""}`;

export interface Prepared {
  /** A migrated, empty SQLite file to copy. */
  sqlite: string;
  /** Maintenance address and the name of a migrated, empty database to copy. */
  postgres: { url: string; template: string };
}

/** Prepares each database the first time it is asked for and keeps it until `stop`. */
export const prepareDatabases = () => {
  const stops: (() => Promise<void>)[] = [];

  const sqlite = async (): Promise<Prepared["sqlite"]> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "quartier-template-"));
    stops.push(async () => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, "template.sqlite");
    await migrateStore(file);
    return file;
  };

  const postgres = async (): Promise<Prepared["postgres"]> => {
    const given = process.env.TEST_DATABASE_URL;
    const server = given ? { url: given, stop: async () => undefined } : await startPostgres();
    stops.push(server.stop);
    const template = `quartier_template_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
    await onPostgres(server.url, createDatabase(template));
    stops.push(() => onPostgres(server.url, `drop database if exists "${template}" with (force)`));
    await migrateStore(databaseAt(server.url, template));
    return { url: server.url, template };
  };

  const make = { sqlite, postgres };
  const made: { [Kind in keyof Prepared]?: Promise<Prepared[Kind]> } = {};
  return {
    get<Kind extends keyof Prepared>(kind: Kind): Promise<Prepared[Kind]> {
      const started = (made[kind] ?? make[kind]()) as Promise<Prepared[Kind]>;
      Object.assign(made, { [kind]: started });
      return started;
    },
    async stop() {
      for (const each of stops.reverse()) await each();
    },
  };
};
