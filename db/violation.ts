export type ViolationKind = "unique" | "foreign-key" | "check" | "exclusion" | "not-null";

/**
 * Which rule of the database a write broke. `name` is the index or constraint; `table.column` for not-null;
 * SQLite does not say which foreign key it was.
 */
export interface Violation {
  kind: ViolationKind;
  name?: string;
}

interface DatabaseError {
  code?: unknown;
  message?: unknown;
  constraint?: unknown;
  table?: unknown;
  column?: unknown;
  cause?: unknown;
}

const postgresKinds: Record<string, ViolationKind> = {
  "23505": "unique",
  "23503": "foreign-key",
  "23514": "check",
  "23P01": "exclusion",
  "23502": "not-null",
};

const sqliteKinds: Record<string, ViolationKind> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreign-key",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "not-null",
};

const named = (kind: ViolationKind, name: unknown): Violation =>
  typeof name === "string" && name !== "" ? { kind, name } : { kind };

const fromPostgres = (error: DatabaseError, kind: ViolationKind): Violation =>
  kind === "not-null" ? named(kind, `${error.table}.${error.column}`) : named(kind, error.constraint);

/** A trigger says its rule's name; names that end in `_overlap` stand for PostgreSQL's exclusion. */
const fromTrigger = (message: string): Violation =>
  named(message.endsWith("_overlap") ? "exclusion" : "check", message);

/** Finds the broken rule in an error of either database, however deeply it is wrapped; null for any other error. */
export const violation = (error: unknown): Violation | null => {
  for (let each = error as DatabaseError | undefined; each && typeof each === "object"; each = each.cause as typeof each) {
    if (typeof each.code !== "string") continue;
    const onPostgres = postgresKinds[each.code];
    if (onPostgres) return fromPostgres(each, onPostgres);
    const message = String(each.message);
    if (each.code === "SQLITE_CONSTRAINT_TRIGGER") return fromTrigger(message);
    const kind = sqliteKinds[each.code];
    if (kind) return named(kind, each.constraint ?? /failed: (.+)$/.exec(message)?.[1]);
  }
  return null;
};
