import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import pg from "pg";
import { besideTransaction, nestedTransaction, noTurn, transactionOver, undone } from "./store.misuse.ts";
import type { DbOf, StoreOf, StoreOptions } from "./store.ts";

const int8 = 20;
const numeric = 1700;
// Counts, milliseconds and sums of Rappen stay below 2^53; as text they would differ from SQLite's numbers.
pg.types.setTypeParser(int8, Number);
pg.types.setTypeParser(numeric, Number);

const triesAtMost = 40;
const longestPause = 250;
/** So many tries may lose against others; then a transaction runs while no other does, and nobody can beat it. */
const triesBesideOthers = 8;

/** The number of an advisory lock: 64 bits with sign, as PostgreSQL wants it. */
const lockOf = (key: string): bigint => createHash("sha256").update(key).digest().readBigInt64BE();
const house = lockOf("every transaction of this database");

interface Executes {
  execute(statement: SQL): Promise<{ rows: unknown[] }>;
}

/** A transaction begins again, this time with its turn taken before it looks. */
class TurnTaken extends Error {}

/**
 * Takes turns before the transaction begins: what waits inside of one has looked already, and would then work on what was true before its turn.
 * One message, so that it costs no way more; the locks belong to the session, because those of a transaction would begin it.
 */
const begin = (turns: ReadonlySet<bigint>, isAlone: boolean): string => {
  // All in one order, so that no two wait for each other.
  const locks = [...turns].sort((a, b) => (a < b ? -1 : 1)).map((turn) => `select pg_advisory_lock(${turn});`);
  return `begin; select pg_advisory_lock${isAlone ? "" : "_shared"}(${house}); ${locks.join(" ")} commit; begin isolation level serializable`;
};
const letOthers = "select pg_advisory_unlock_all()";

const list = (values: readonly string[]): string[] => [...values];
const among = (column: SQLiteColumn, values: readonly string[] | Placeholder): SQL => sql`${column} = any(${"length" in values ? sql.param(list(values)) : values})`;

const handle = <S extends Record<string, unknown>>(db: Executes, schema: S, inTurn: DbOf<S>["inTurn"]): DbOf<S> => {
  const rows = async (statement: SQL) => (await db.execute(statement)).rows;
  const tuples = async (statement: SQL) => (await rows(statement)).map((row) => Object.values(row as object));
  return Object.assign(db, { engine: "postgres", t: schema, among, list, rows, tuples, inTurn }) as unknown as DbOf<S>;
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

/** The store on PostgreSQL: serializable transactions, run again when the server asks for it, at last alone. */
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

  const once = async <T>(fn: (tx: DbOf<S>) => Promise<T>, turns: Set<bigint>, isAlone: boolean): Promise<T> => {
    const client = await pool.connect();
    const state = { open: true };
    const query = client.query.bind(client) as unknown as (...given: unknown[]) => Promise<pg.QueryResult>;
    const whileOpen = async (...given: unknown[]) => {
      if (!state.open) throw transactionOver();
      return query(...given);
    };
    const inTurn = async (key: string) => {
      const turn = lockOf(key);
      if (turns.has(turn)) return;
      turns.add(turn);
      // To wait here for another's end would end in a conflict with what that one wrote.
      const { rows } = await whileOpen(`select pg_try_advisory_xact_lock(${turn}) as free`);
      if (rows[0]?.free !== true) throw new TurnTaken();
    };
    const tx = handle(drizzle({ client: { query: whileOpen } as unknown as pg.PoolClient }), schema, inTurn);
    let lost: Error | undefined;
    try {
      await client.query(begin(turns, isAlone));
      const result = await running.run(state, async () => fn(tx));
      state.open = false;
      // Several statements in one message have several answers; pg's types know of one.
      const [ended] = (await client.query(`commit; ${letOthers}`)) as unknown as pg.QueryResult[];
      if (ended?.command !== "COMMIT") throw undone();
      return result;
    } catch (error) {
      state.open = false;
      await client.query(`rollback; ${letOthers}`).catch((problem: Error) => {
        lost = problem;
      });
      throw error;
    } finally {
      client.release(lost);
    }
  };

  const tx: StoreOf<S>["tx"] = async (fn) => {
    if (running.getStore()?.open) throw nestedTransaction();
    const turns = new Set<bigint>();
    for (let tries = 1; ; tries++) {
      try {
        return await once(fn, turns, tries > triesBesideOthers);
      } catch (error) {
        if (error instanceof TurnTaken) continue;
        if (!again(error) || tries >= triesAtMost) throw error;
        await wait(Math.min(longestPause, 4 * 2 ** tries) * random());
      }
    }
  };

  return {
    dialect: "postgres",
    t: schema,
    db: handle(drizzle({ client: pool }), schema, noTurn),
    pool,
    tx,
    backup: async () => {
      throw new Error("A running PostgreSQL is backed up with pg_dump or its own archive, not by the store.");
    },
    learn: async () => undefined,
    close: () => pool.end(),
  };
};
