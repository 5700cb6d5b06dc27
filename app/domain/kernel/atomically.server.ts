import type { Context } from "./context.ts";
import type { Result } from "./result.ts";

/**
 * Runs work in one serializable transaction whose handle is the only store it can reach.
 * A refusal undoes whatever was written before it, like an exception; inside a transaction the work joins it.
 */
export async function atomically<T, R extends string>(ctx: Context, work: (tx: Context) => Promise<Result<T, R>>): Promise<Result<T, R>> {
  if (ctx.inTransaction) return work(ctx);
  let refused: Result<T, R> | undefined;
  try {
    return await ctx.store.tx(async (db) => {
      const outcome = await work({ ...ctx, db, inTransaction: true });
      if (outcome.ok) return outcome;
      refused = outcome;
      throw rollback;
    });
  } catch (problem) {
    if (problem === rollback && refused) return refused;
    throw problem;
  }
}
const rollback = new Error("A refusal rolls back");
