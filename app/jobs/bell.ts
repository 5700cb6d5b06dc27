/** Tells the runner in the same process that work was queued, so that nobody waits for its next look. */
export type Bell = { ring(): void; onRing(listener: () => void): () => void };

export function newBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring() {
      for (const listener of listeners) listener();
    },
    onRing(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
