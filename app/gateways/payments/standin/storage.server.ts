import { and, asc, eq } from "drizzle-orm";
import type { Store } from "#db/store.ts";
import type { Kind, Kinds } from "./objects.ts";

/** The stand-in's rows inside one transaction; an object is replaced whole. */
export interface StandInRows {
  get<K extends Kind>(kind: K, id: string): Promise<Kinds[K] | null>;
  put<K extends Kind>(kind: K, object: Kinds[K]): Promise<void>;
  remove(kind: Kind, id: string): Promise<void>;
  /** Oldest first. */
  list<K extends Kind>(kind: K): Promise<Kinds[K][]>;
}

/** Where the stand-in keeps its file: all of one request is written, or none of it. */
export interface StandInStorage {
  transaction<T>(work: (rows: StandInRows) => Promise<T>): Promise<T>;
}

/** For tests: forgets with the process. */
export function memoryStorage(): StandInStorage {
  let kept = new Map<string, string>();
  return {
    async transaction(work) {
      const draft = new Map(kept);
      const name = (kind: Kind, id: string) => `${kind} ${id}`;
      const parse = <K extends Kind>(text: string | undefined) => (text === undefined ? null : (JSON.parse(text) as Kinds[K]));
      const result = await work({
        get: async (kind, id) => parse(draft.get(name(kind, id))),
        put: async (kind, object) => void draft.set(name(kind, object.id), JSON.stringify(object)),
        remove: async (kind, id) => void draft.delete(name(kind, id)),
        list: async <K extends Kind>(kind: K) =>
          [...draft].filter(([key]) => key.startsWith(`${kind} `)).map(([, text]) => JSON.parse(text) as Kinds[K]),
      });
      kept = draft;
      return result;
    },
  };
}

/** In the product's own database, table standin_object; `now` gives UTC milliseconds for created_at. */
export function storeStorage(store: Store, now: () => number): StandInStorage {
  const table = store.t.standinObject;
  return {
    transaction: (work) =>
      store.tx(async (tx) => {
        const one = (kind: Kind, id: string) => and(eq(table.kind, kind), eq(table.id, id));
        return work({
          async get<K extends Kind>(kind: K, id: string) {
            const [row] = await tx.select({ body: table.body }).from(table).where(one(kind, id));
            return (row?.body as Kinds[K] | undefined) ?? null;
          },
          async put(kind, object) {
            const body: Record<string, unknown> = { ...object };
            await tx.insert(table).values({ kind, id: object.id, body, createdAt: now() }).onConflictDoUpdate({ target: [table.kind, table.id], set: { body } });
          },
          async remove(kind, id) {
            await tx.delete(table).where(one(kind, id));
          },
          async list<K extends Kind>(kind: K) {
            const rows = await tx.select({ body: table.body }).from(table).where(eq(table.kind, kind)).orderBy(asc(table.createdAt), asc(table.id));
            return rows.map((row) => row.body as unknown as Kinds[K]);
          },
        });
      }),
  };
}
