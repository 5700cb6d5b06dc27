/** A statement beside the transaction would wait for the lock or the pool that its own transaction holds. */
export const besideTransaction = () =>
  new Error("Inside store.tx() use the handle it passes: a statement beside it would wait for its own transaction.");

export const nestedTransaction = () =>
  new Error("store.tx() inside store.tx(): pass the transaction's handle down instead.");

export const transactionOver = () =>
  new Error("This transaction is over: its handle was used after store.tx() finished, or outside of it.");

export const noTurn = async (): Promise<void> => {
  throw new Error("inTurn() outside of store.tx(): nothing would end the turn.");
};

/** PostgreSQL answers "ROLLBACK" to a commit after a failed statement, and raises nothing. */
export const undone = () =>
  new Error("A statement of this transaction failed and nobody said so: let what the handle throws through.");
