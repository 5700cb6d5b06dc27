/** Between those who queue work and the runner in the same process. */
export type Bell = {
  /** Work was queued: nobody should wait for the runner's next look. */
  ring(): void;
  onRing(listener: () => void): () => void;
  /** Keeps the runner from starting anything until the returned function is called: the moving clock runs the work itself. */
  hold(): () => void;
  held(): boolean;
};

export function newBell(): Bell {
  const listeners = new Set<() => void>();
  let holds = 0;
  return {
    ring() {
      for (const listener of listeners) listener();
    },
    onRing(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hold() {
      holds += 1;
      let holding = true;
      return () => {
        if (holding) holds -= 1;
        holding = false;
      };
    },
    held: () => holds > 0,
  };
}
