import type { Context } from "../kernel/context.ts";
import type { Posting } from "./ledger.ts";

/** Writes postings in the transaction of what caused them; one that stands already is left alone, an amount of nothing is none. */
export async function post(tx: Context, postings: Posting[]): Promise<void> {
  const rows = postings.filter(({ amountMinor }) => amountMinor !== 0).map((posting) => ({ id: tx.newId(), at: tx.now, ...posting }));
  if (rows.length > 0) await tx.db.insert(tx.db.t.ledgerPosting).values(rows).onConflictDoNothing();
}
