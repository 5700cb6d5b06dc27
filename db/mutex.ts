/**
 * A lock that serves its callers in the order they came.
 * `run` resolves or rejects with what the function does; one failure does not stop the next caller.
 */
export const fifoLock = () => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<T>(work: () => T | Promise<T>): Promise<T> {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
};
