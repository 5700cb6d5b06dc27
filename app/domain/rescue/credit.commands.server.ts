import { and, desc, eq, gte, sql } from "drizzle-orm";
import { type Booking, payableOf } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { actsAs } from "../kernel/watching.server.ts";
import { post } from "../ledger/ledger.commands.server.ts";
import { addressOf, creditsLeft } from "./credit.queries.server.ts";
import { type CreditReason, takenFrom } from "./credit.ts";

export type Grant = { email: string; amountMinor: number; reason: CreditReason; bookingId: string | null };

/**
 * Gives somebody a credit, known by the address they sign in with; once for a booking and a reason. Null when it was given before,
 * or when there is nothing to give or nobody to give it to. Call it inside a transaction; it tells the customer by mail.
 */
export async function grantCredit(tx: Context, { email, amountMinor, reason, bookingId }: Grant): Promise<{ id: string; amountMinor: number } | null> {
  const address = email.trim().toLowerCase();
  if (address === "" || amountMinor <= 0) return null;
  const id = tx.newId();
  const rows = await tx.db.insert(tx.db.t.credit).values({ id, email: address, amountMinor, leftMinor: amountMinor, reason, bookingId, grantedAt: tx.now }).onConflictDoNothing().returning({ id: tx.db.t.credit.id });
  if (rows.length === 0) return null;
  await post(tx, [{ key: `credit:${id}`, debit: "goodwill", credit: "credits", amountMinor, bookingId, memo: "credit granted" }]);
  await record(tx, { name: "credit.granted", subject: bookingId ? { kind: "booking", id: bookingId } : { kind: "credit", id }, facts: { creditId: id, amountMinor, reason } });
  if (bookingId) await later(tx, "mail", { kind: "credit.granted.customer", bookingId, data: { amountMinor, reason } });
  return { id, amountMinor };
}

/**
 * Keeps what a signed-in customer's credit can pay of a booking whose Checkout opens, the oldest credit first; returns the minor units.
 * A credit that another Checkout took meanwhile is passed over: the condition of the update decides, and the table's own check after it.
 */
export async function keepCredit(tx: Context, booking: Booking): Promise<number> {
  const email = await addressOf(tx);
  // Whoever acts in the customer's place spends neither their credit nor the own one.
  if (!email || (await actsAs(tx, booking.id))) return 0;
  const { credit, creditUse } = tx.db.t;
  const credits = await creditsLeft(tx, email);
  let open = takenFrom(payableOf(booking), credits.reduce((sum, { leftMinor }) => sum + leftMinor, 0));
  let kept = 0;
  for (const { id, leftMinor } of credits) {
    const amountMinor = Math.min(open, leftMinor);
    if (amountMinor <= 0) break;
    const taken = await tx.db.update(credit).set({ leftMinor: sql`${credit.leftMinor} - ${amountMinor}` }).where(and(eq(credit.id, id), gte(credit.leftMinor, amountMinor))).returning({ id: credit.id });
    if (taken.length === 0) continue;
    await tx.db.insert(creditUse).values({ id: tx.newId(), creditId: id, bookingId: booking.id, amountMinor, state: "kept", at: tx.now });
    open -= amountMinor;
    kept += amountMinor;
  }
  if (kept > 0) await record(tx, { name: "credit.kept", subject: { kind: "booking", id: booking.id }, facts: { amountMinor: kept } });
  return kept;
}

/** The booking is paid: what was kept is used now and counts like money that the customer paid. */
export async function useCredit(tx: Context, { id }: Pick<Booking, "id">): Promise<void> {
  const { creditUse } = tx.db.t;
  const rows = await tx.db.update(creditUse).set({ state: "used", at: tx.now }).where(and(eq(creditUse.bookingId, id), eq(creditUse.state, "kept"))).returning();
  await post(tx, rows.map((row) => ({ key: `credit-used:${row.id}`, debit: "credits" as const, credit: "customers" as const, amountMinor: row.amountMinor, bookingId: id, memo: "credit used" })));
  const amountMinor = rows.reduce((sum, row) => sum + row.amountMinor, 0);
  if (amountMinor > 0) await record(tx, { name: "credit.used", subject: { kind: "booking", id }, facts: { amountMinor } });
}

/** Nobody paid: what was kept is free again. */
export async function returnKeptCredit(tx: Context, { id }: Pick<Booking, "id">): Promise<void> {
  const { creditUse } = tx.db.t;
  const rows = await tx.db.update(creditUse).set({ state: "returned", at: tx.now }).where(and(eq(creditUse.bookingId, id), eq(creditUse.state, "kept"))).returning();
  for (const row of rows) await putBack(tx, row.creditId, row.amountMinor);
  const amountMinor = rows.reduce((sum, row) => sum + row.amountMinor, 0);
  if (amountMinor > 0) await record(tx, { name: "credit.returned", subject: { kind: "booking", id }, facts: { amountMinor } });
}

/**
 * Gives back up to so much of what a booking used, as credit: what was paid with credit never becomes money. `from` is the account
 * that loses it: the customers' while the visit is open, the company's goodwill once its price was divided.
 * `key` names the postings of a form that may be sent twice. Returns the minor units given back.
 */
export async function returnUsedCredit(tx: Context, { id }: Pick<Booking, "id">, mostMinor: number, from: "customers" | "goodwill", key: string | null = null): Promise<number> {
  const { creditUse } = tx.db.t;
  let open = mostMinor;
  let nth = 0;
  for (const row of await tx.db.select().from(creditUse).where(and(eq(creditUse.bookingId, id), eq(creditUse.state, "used"))).orderBy(desc(creditUse.id))) {
    const amountMinor = Math.min(open, row.amountMinor);
    if (amountMinor <= 0) break;
    const rest = row.amountMinor - amountMinor;
    const unchanged = and(eq(creditUse.id, row.id), eq(creditUse.state, "used"), eq(creditUse.amountMinor, row.amountMinor));
    const changed = await tx.db.update(creditUse).set(rest > 0 ? { amountMinor: rest } : { state: "returned", at: tx.now }).where(unchanged).returning({ id: creditUse.id });
    if (changed.length === 0) continue;
    const partId = rest > 0 ? tx.newId() : row.id;
    if (rest > 0) await tx.db.insert(creditUse).values({ id: partId, creditId: row.creditId, bookingId: id, amountMinor, state: "returned", at: tx.now });
    await putBack(tx, row.creditId, amountMinor);
    await post(tx, [{ key: key ? `${key}:${nth++}` : `credit-returned:${partId}`, debit: from, credit: "credits", amountMinor, bookingId: id, memo: "credit returned" }]);
    open -= amountMinor;
  }
  const given = mostMinor - open;
  if (given > 0) await record(tx, { name: "credit.returned", subject: { kind: "booking", id }, facts: { amountMinor: given } });
  return given;
}

async function putBack(tx: Context, creditId: string, amountMinor: number): Promise<void> {
  const { credit } = tx.db.t;
  await tx.db.update(credit).set({ leftMinor: sql`${credit.leftMinor} + ${amountMinor}` }).where(eq(credit.id, creditId));
}
