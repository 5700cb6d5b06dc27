/** Remembers an answer per store for a while of business time: figures over everything are not counted for each visitor. */
export function keptFor<T>(ms: number): (store: object, key: string, now: number, ask: () => Promise<T>) => Promise<T> {
  const stores = new WeakMap<object, Map<string, { at: number; value: Promise<T> }>>();
  return (store, key, now, ask) => {
    const known = stores.get(store) ?? new Map<string, { at: number; value: Promise<T> }>();
    stores.set(store, known);
    const row = known.get(key);
    if (row && now >= row.at && now - row.at < ms) return row.value;
    const value = ask();
    known.set(key, { at: now, value });
    value.catch(() => known.delete(key));
    return value;
  };
}
