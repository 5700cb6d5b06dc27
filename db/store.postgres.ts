import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { besideTransaction, nestedTransaction, transactionOver } from "./store.misuse.ts";
import type { DbOf, StoreOf, StoreOptions } from "./store.ts";

const int8 = 20;
const numeric = 1700;
// Counts, milliseconds and sums of Rappen stay below 2^53; as text they would differ from SQLite's numbers.
pg.types.setTypeParser(int8, Number);
pg.types.setTypeParser(numeric, Number);

const triesAtMost = 40;
const longestPause = 250;

interface Executes {
  execute(statement: SQL): Promise<{ rows: unknown[] }>;
}

const handle = <S extends Record<string, unknown>>(db: Executes, schema: S): DbOf<S> => {
  const rows = async (statement: SQL) => (await db.execute(statement)).rows;
  const tuples = async (statement: SQL) => (await rows(statement)).map((row) => Object.values(row as object));
  return Object.assign(db, { engine: "postgres", t: schema, rows, tuples }) as unknown as DbOf<S>;
};

/** True when PostgreSQL asks for the same transaction again: serialization failure or deadlock. */
const again = (error: unknown): boolean => {
  for (let each = error as { code?: unknown; cause?: unknown } | undefined; each; each = each.cause as typeof each)
    if (each.code === "40001" || each.code === "40P01") return true;
  return false;
};

const openPool = (url: string, connections: number) => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // Whoever waits in a rush waits as long as a statement may take: turned away sooner, a thousand at once saw errors.
    connectionTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "quartier",
  });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
};

/** The store on PostgreSQL: serializable transactions, run again when the server asks for it. */
export const openPostgres = <S extends Record<string, unknown>>(
  url: string,
  schema: S,
  options: StoreOptions = {},
  random: () => number = Math.random,
): StoreOf<S> => {
  const pool = openPool(url, options.connections ?? 10);
  const running = new AsyncLocalStorage<{ open: boolean }>();

  const direct = pool.query.bind(pool) as unknown as (...given: unknown[]) => Promise<pg.QueryResult>;
  const guarded = async (...given: unknown[]) => {
    if (running.getStore()?.open) throw besideTransaction();
    return direct(...given);
  };
  Object.assign(pool, { query: guarded });

  const once = async <T>(fn: (tx: DbOf<S>) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    const state = { open: true };
    const query = client.query.bind(client) as unknown as (...given: unknown[]) => Promise<pg.QueryResult>;
    const whileOpen = async (...given: unknown[]) => {
      if (!state.open) throw transactionOver();
      return query(...given);
    };
    const tx = handle(drizzle({ client: { query: whileOpen } as unknown as pg.PoolClient }), schema);
    let lost: Error | undefined;
    try {
      await client.query("begin isolation level serializable");
      const result = await running.run(state, async () => fn(tx));
      state.open = false;
      await client.query("commit");
      return result;
    } catch (error) {
      state.open = false;
      await client.query("rollback").catch((problem: Error) => {
        lost = problem;
      });
      throw error;
    } finally {
      client.release(lost);
    }
  };

  const tx: StoreOf<S>["tx"] = async (fn) => {
    if (running.getStore()?.open) throw nestedTransaction();
    for (let tries = 1; ; tries++) {
      try {
        return await once(fn);
      } catch (error) {
        if (!again(error) || tries >= triesAtMost) throw error;
        await wait(Math.min(longestPause, 4 * 2 ** tries) * random());
      }
    }
  };

  return {
    dialect: "postgres",
    t: schema,
    db: handle(drizzle({ client: pool }), schema),
    pool,
    tx,
    backup: async () => {
      throw new Error("A running PostgreSQL is backed up with pg_dump or its own archive, not by the store.");
    },
    close: () => pool.end(),
  };
};
