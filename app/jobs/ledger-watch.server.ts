import type { Context } from "#app/domain/kernel/context.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";

/** Adds the ledger up once a day; a sum that is not zero, or a balance that payments and payouts do not explain, fails where staff see it. Amounts in Rappen. */
export async function watchLedger(ctx: Context): Promise<void> {
  const { total, balanced, balances, atProvider } = await ledgerSums(ctx);
  if (!balanced) throw new Error(`The ledger is out of balance by ${total}, and at the provider by ${balances.provider - atProvider}`);
}
