import Database from "better-sqlite3";

export type Method = "run" | "all" | "get" | "values";

const statementsKept = 500;

/** Opens one connection with the settings every connection has. */
export const connect = (file: string, settings: { readonly: boolean; synchronous: "FULL" | "OFF" }) => {
  const connection = new Database(file, { readonly: settings.readonly });
  if (!settings.readonly) connection.pragma("journal_mode = WAL");
  connection.pragma(`synchronous = ${settings.synchronous}`);
  connection.pragma("busy_timeout = 5000");
  connection.pragma("foreign_keys = ON");
  connection.pragma("cache_size = -16000");
  return connection;
};

/** SQLite has no truth values, and better-sqlite3 refuses them. */
const bound = (params: unknown[]) => params.map((value) => (typeof value === "boolean" ? Number(value) : value));

/** Runs statements on one connection and keeps the most recently used ones prepared. */
export const driver = (connection: Database.Database, nameOf: (columns: string) => string) => {
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string) => {
    const found = kept.get(text);
    if (found) kept.delete(text);
    const statement = found ?? connection.prepare(text);
    kept.set(text, statement);
    const oldest = kept.size > statementsKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  const naming = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const columns = /^UNIQUE constraint failed: (?:index '(.+)'|(.+))$/.exec((error as Error).message);
      if (columns) Object.assign(error as Error, { constraint: columns[1] ?? nameOf(columns[2] ?? "") });
      throw error;
    }
  };
  return {
    isRead: (text: string) => prepare(text).readonly,
    /** Rows as arrays, the way the query builder maps them; a "get" without a row has none. */
    run(text: string, params: unknown[], method: Method): { rows: unknown[] } {
      return naming(() => {
        const statement = prepare(text);
        const values = bound(params);
        if (!statement.reader) {
          statement.run(...values);
          return { rows: [] };
        }
        statement.raw(true);
        if (method === "get") return { rows: statement.get(...values) as unknown[] };
        return { rows: statement.all(...values) };
      });
    },
    /** Rows as objects or as arrays, for hand-written statements. */
    rows(text: string, params: unknown[], asArrays: boolean): unknown[] {
      return naming(() => {
        const statement = prepare(text);
        const values = bound(params);
        if (statement.reader) return statement.raw(asArrays).all(...values);
        statement.run(...values);
        return [];
      });
    },
  };
};
export type Driver = ReturnType<typeof driver>;
