import pg from "pg";
import { type Migration, pending } from "./migrate.ts";

const lockNumber = 7_278_453;

/** Brings a PostgreSQL database to the newest schema in one transaction; a second process waits its turn. */
export const migratePostgres = async (url: string, migrations: Migration[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [lockNumber]);
    await client.query("create table if not exists schema_migration (at bigint primary key, hash text not null)");
    const { rows } = await client.query<{ at: string; hash: string }>("select at, hash from schema_migration");
    const applied = rows.map(({ at, hash }) => ({ at: Number(at), hash }));
    for (const migration of pending(migrations, applied)) {
      for (const statement of migration.statements) await client.query(statement);
      await client.query("insert into schema_migration (at, hash) values ($1, $2)", [migration.at, migration.hash]);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
};
