import { type Placeholder, sql } from "drizzle-orm";
import type { Db } from "./store.ts";

type Prepared<Row> = { execute(values: Record<string, unknown>): Promise<Row[]> };
type Buildable<Row> = { prepare(): Prepared<Row> };

/**
 * A query that every page asks: built once for each handle and asked with other values each time, because building one takes longer
 * than SQLite needs to answer it. `build` names its values by `value("name")`; a list goes into `db.among(column, value("ids"))`.
 */
export function keptQuery<Values extends Record<string, unknown>, Row>(build: (db: Db, value: (name: keyof Values & string) => Placeholder) => Buildable<Row>): (db: Db, values: Values) => Promise<Row[]> {
  const prepared = new WeakMap<Db, Prepared<Row>>();
  return (db, values) => {
    const known = prepared.get(db) ?? build(db, (name) => sql.placeholder(name)).prepare();
    prepared.set(db, known);
    return known.execute(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? db.list(value) : value])));
  };
}
