import { desc, eq, sql } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { type Account, accounts } from "./ledger.ts";

export type LedgerSums = { balances: Record<Account, number>; total: number; atProvider: number; balanced: boolean };

/**
 * Every account's balance (debits less credits) in minor units. `balanced` means that they sum to zero and that our
 * balance at the provider is what the payments and payouts say.
 */
export async function ledgerSums(ctx: Context): Promise<LedgerSums> {
  const { ledgerPosting, payment, payout } = ctx.db.t;
  const sum = async (side: "debit" | "credit") =>
    ctx.db.select({ account: ledgerPosting[side], minor: sql<number>`sum(${ledgerPosting.amountMinor})`.mapWith(Number) }).from(ledgerPosting).groupBy(ledgerPosting[side]);
  const balances = Object.fromEntries(accounts.map((account) => [account, 0])) as Record<Account, number>;
  for (const { account, minor } of await sum("debit")) balances[account as Account] += minor;
  for (const { account, minor } of await sum("credit")) balances[account as Account] -= minor;
  const [paid] = await ctx.db.select({ minor: sql<number>`coalesce(sum(${payment.capturedMinor} - ${payment.refundedMinor}), 0)`.mapWith(Number) }).from(payment);
  const [out] = await ctx.db.select({ minor: sql<number>`coalesce(sum(${payout.netMinor}), 0)`.mapWith(Number) }).from(payout).where(eq(payout.state, "sent"));
  const total = Object.values(balances).reduce((a, b) => a + b, 0);
  const atProvider = (paid?.minor ?? 0) - (out?.minor ?? 0);
  return { balances, total, atProvider, balanced: total === 0 && balances.provider === atProvider };
}

/** What an account owes for one booking (credits less debits) in minor units. */
export async function balanceOf(tx: Context, account: Account, bookingId: string): Promise<number> {
  const { ledgerPosting } = tx.db.t;
  const rows = await tx.db.select().from(ledgerPosting).where(eq(ledgerPosting.bookingId, bookingId));
  return rows.reduce((minor, row) => minor + (row.credit === account ? row.amountMinor : 0) - (row.debit === account ? row.amountMinor : 0), 0);
}

/** The postings of one booking, for staff who may see money. */
export async function postingsOf(ctx: Context, bookingId: string) {
  if (!hasRole(ctx.actor, "finance", "support")) return [];
  const { ledgerPosting } = ctx.db.t;
  return ctx.db.select().from(ledgerPosting).where(eq(ledgerPosting.bookingId, bookingId)).orderBy(desc(ledgerPosting.at), desc(ledgerPosting.id));
}
