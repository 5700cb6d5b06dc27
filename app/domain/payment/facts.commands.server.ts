import { and, asc, eq, gt, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import { endedStates } from "../booking/booking.ts";
import { paymentArrived, paymentFailed } from "../booking/paid.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day, hour } from "../kernel/time.ts";
import { post } from "../ledger/ledger.commands.server.ts";
import { balanceOf } from "../ledger/ledger.queries.server.ts";
import { groupOf, leadIdOf, refundOwners } from "./group.server.ts";
import { extraArrived, extrasHeldMinor, isExtraDivided } from "./extras.commands.server.ts";
import { ask } from "./operations.server.ts";
import { applyFacts, divideFacts, type Payment, sentBackMinor } from "./payment.ts";
import type { PaymentFacts } from "./provider.ts";
import { giveUnusedBack, unusedOf, workedOf } from "./worked.server.ts";

/** Lays one reading of the provider's truth over what we know: payment rows, ledger and bookings in one transaction. One Checkout may have paid several visits. */
export const applyPaymentFacts = (ctx: Context, paymentId: string, facts: PaymentFacts): Promise<Result<Payment, "not-found">> =>
  atomically(ctx, async (tx) => {
    const { payment } = tx.db.t;
    const [before] = await tx.db.select().from(payment).where(eq(payment.id, paymentId));
    if (!before) return refuse("not-found");
    const rows = await groupOf(tx, before);
    if (rows.length < 2) return ok(await applyToOne(tx, before, facts));
    const owners = await refundOwners(tx, rows);
    const parts = divideFacts(rows, facts, (operation) => owners.get(operation) ?? null);
    const after: Payment[] = [];
    for (const [i, row] of rows.entries()) after.push(await applyToOne(tx, row, parts[i] ?? facts));
    return ok(after.find(({ id }) => id === paymentId) ?? before);
  });

async function applyToOne(tx: Context, before: Payment, facts: PaymentFacts): Promise<Payment> {
  const { payment } = tx.db.t;
  const change = applyFacts(before, facts);
  if (!change) return before;
  const after: Payment = { ...before, ...change, updatedAt: tx.now };
  await tx.db.update(payment).set({ ...change, updatedAt: tx.now }).where(eq(payment.id, before.id));
  await bookMoney(tx, before, after);
  if (after.state !== before.state) {
    await record(tx, { name: `payment.${after.state}`, subject: { kind: "booking", id: after.bookingId }, facts: { paymentId: after.id, method: after.method, amountMinor: after.amountMinor, capturedMinor: after.capturedMinor } });
    await tellBooking(tx, before, after);
  }
  return after;
}

async function bookMoney(tx: Context, before: Payment, after: Payment): Promise<void> {
  const { bookingId } = after;
  const sentMinor = sentBackMinor(after) - sentBackMinor(before);
  const failedMinor = (after.refundFailedMinor ?? 0) - (before.refundFailedMinor ?? 0);
  const { sentOwn, failedOwn } = await ownOf(tx, before, after, { sentMinor, failedMinor });
  await post(tx, [
    { key: `capture:${after.id}`, debit: "provider", credit: "customers", amountMinor: after.capturedMinor - before.capturedMinor, bookingId, memo: "captured" },
    { key: `refund:${after.id}:${sentBackMinor(after)}`, debit: "customers", credit: "provider", amountMinor: sentOwn, bookingId, memo: "refunded" },
    { key: `refund:${after.id}:${sentBackMinor(after)}:goodwill`, debit: "goodwill", credit: "provider", amountMinor: sentMinor - sentOwn, bookingId, memo: "refunded" },
    { key: `refund-failed:${after.id}:${after.refundFailedMinor}`, debit: "provider", credit: "customers", amountMinor: failedOwn, bookingId, memo: "refund failed" },
    { key: `refund-failed:${after.id}:${after.refundFailedMinor}:goodwill`, debit: "provider", credit: "goodwill", amountMinor: failedMinor - failedOwn, bookingId, memo: "refund failed" },
  ]);
  if (sentMinor > 0) {
    await record(tx, { name: "payment.refunded", subject: { kind: "booking", id: bookingId }, facts: { paymentId: after.id, refundedMinor: after.refundedMinor } });
    // What failed before anybody looked has not arrived: no mail says that it did.
    if (sentMinor > failedMinor) await later(tx, "mail", { kind: "refund.sent.customer", bookingId, data: { amountMinor: sentMinor - failedMinor } });
  }
  if (failedMinor > 0) await record(tx, { name: "payment.refundFailed", subject: { kind: "booking", id: bookingId }, facts: { paymentId: after.id, failedMinor } });
}

type Back = { sentMinor: number; failedMinor: number };

/**
 * How much of what was sent back, and of what failed on its way, is the customer's own; the rest is the company's goodwill. After sign-off the price
 * belongs to helper and company, but for what was not worked of a cap; after a late cancellation the compensation does.
 */
async function ownOf(tx: Context, before: Payment, after: Payment, { sentMinor, failedMinor }: Back): Promise<{ sentOwn: number; failedOwn: number }> {
  const { id, bookingId, purpose } = after;
  const { booking } = tx.db.t;
  const [of] = await tx.db.select({ state: booking.state, compensationMinor: booking.compensationMinor }).from(booking).where(eq(booking.id, bookingId));
  if (purpose === "visit" && of?.state === "cancelled" && of.compensationMinor > 0) {
    const leftMinor = (await balanceOf(tx, "customers", bookingId)) - (await extrasHeldMinor(tx, bookingId)) + after.capturedMinor - before.capturedMinor;
    const sentOwn = Math.min(sentMinor, Math.max(0, leftMinor));
    const goodwillMinor = Math.max(0, sentMinor - sentOwn - (await balanceOf(tx, "goodwill", bookingId)));
    return { sentOwn, failedOwn: failedMinor - Math.min(failedMinor, goodwillMinor) };
  }
  const isDivided = purpose === "extra" ? await isExtraDivided(tx, id) : of?.state === "signed_off" || of?.state === "closed";
  const worked = isDivided && purpose === "visit" ? await workedOf(tx, bookingId) : null;
  const unusedMinor = worked ? unusedOf(worked, after).moneyMinor : 0;
  const own = (minor: number): number => (isDivided ? Math.min(minor, unusedMinor) : minor);
  const outMinor = before.refundedMinor + sentMinor;
  return { sentOwn: own(outMinor) - own(before.refundedMinor), failedOwn: own(outMinor) - own(after.refundedMinor) };
}

async function tellBooking(tx: Context, before: Payment, after: Payment): Promise<void> {
  if (after.purpose === "extra") return after.state === "captured" ? extraArrived(tx, after) : undefined;
  const arrived = (after.state === "reserved" || after.state === "captured") && (before.state === "open" || before.state === "failed" || before.state === "expired");
  if (arrived) {
    const told = await paymentArrived(tx, after.bookingId);
    if (!told.ok) return giveBackLate(tx, after);
    if (after.state === "reserved" && after.captureBefore !== null) {
      const [row] = await tx.db.select({ policy: tx.db.t.booking.policy }).from(tx.db.t.booking).where(eq(tx.db.t.booking.id, after.bookingId));
      await later(tx, "payment.due", { paymentId: after.id }, { runAt: after.captureBefore - (row?.policy.captureMarginHours ?? 24) * hour, key: `payment-due:${after.id}` });
    }
  } else if (after.state === "failed") await paymentFailed(tx, after.bookingId);
  else if (after.state === "captured" && before.state === "reserved") {
    await giveBackTooMuch(tx, after);
    await giveUnusedBack(tx, after);
  }
}

/** A capture under way when the booking ended took it all: what no visit and no compensation claims goes back. */
async function giveBackTooMuch(tx: Context, payment: Payment): Promise<void> {
  const { booking } = tx.db.t;
  if ((await tx.db.$count(booking, and(eq(booking.id, payment.bookingId), inArray(booking.state, ["cancelled", "declined", "lapsed", "abandoned"])))) === 0) return;
  const amountMinor = (await balanceOf(tx, "customers", payment.bookingId)) - (await extrasHeldMinor(tx, payment.bookingId));
  if (amountMinor > 0) await ask(tx, "refund", `refund:${payment.id}:ended`, { amountMinor }, { paymentId: payment.id });
}

/** A payment that arrives after the slot's release is cancelled or refunded. */
async function giveBackLate(tx: Context, payment: Payment): Promise<void> {
  if (payment.state === "reserved") await ask(tx, "cancel", `cancel:${payment.id}`, {}, { paymentId: payment.id });
  else await ask(tx, "refund", `refund:${payment.id}:late`, { amountMinor: payment.capturedMinor }, { paymentId: payment.id });
  await later(tx, "mail", { kind: "payment.late.customer", bookingId: payment.bookingId }, { key: `mail/payment.late/${leadIdOf(payment)}` });
}

/** A reserved card is captured before the hold ends, visit or not: at latest `captureMarginHours` before `captureBefore`. */
export const captureDue = (ctx: Context, paymentId: string): Promise<Result<null, "not-found">> =>
  atomically(ctx, async (tx) => {
    const { payment, booking } = tx.db.t;
    const [row] = await tx.db.select({ payment, state: booking.state }).from(payment).innerJoin(booking, eq(booking.id, payment.bookingId)).where(eq(payment.id, paymentId));
    if (!row) return refuse("not-found");
    if (row.payment.state === "reserved" && !endedStates.includes(row.state)) await ask(tx, "capture", `capture:${paymentId}`, { amountMinor: row.payment.amountMinor }, { paymentId });
    return ok(null);
  });

export async function paymentById(ctx: Context, id: string): Promise<Payment | null> {
  const { payment } = ctx.db.t;
  const [row] = await ctx.db.select().from(payment).where(eq(payment.id, id));
  return row ?? null;
}

/** A bank can send a refund back for this long after it was made; until then the provider is asked once a day. */
const refundsFailWithinDays = 30;

/**
 * Payments that wait for the provider's word, the longest unread first, so that all get their turn: those that are not
 * settled, and those whose refund can still fail (given back by one of our calls in the last 30 days, read before yesterday).
 */
export async function unsettledPayments(ctx: Context, limit: number): Promise<Payment[]> {
  const { payment, paymentOperation: call } = ctx.db.t;
  const unread = sql`coalesce(${payment.readAt}, ${payment.createdAt})`;
  const givenBack = ctx.db.select({ id: call.paymentId }).from(call)
    .where(and(eq(call.kind, "refund"), eq(call.state, "done"), isNotNull(call.sentAt), gt(call.doneAt, ctx.now - refundsFailWithinDays * day)));
  // What was given back of a visit that was paid with another is read with that one.
  const givenBackWith = ctx.db.select({ id: payment.withPaymentId }).from(payment).where(and(isNotNull(payment.withPaymentId), inArray(payment.id, givenBack)));
  const mayFail = and(eq(payment.state, "captured"), lte(payment.readAt, ctx.now - day), or(inArray(payment.id, givenBack), inArray(payment.id, givenBackWith)));
  return ctx.db.select().from(payment)
    .where(and(isNotNull(payment.sessionId), or(inArray(payment.state, ["open", "failed", "reserved"]), mayFail)))
    .orderBy(asc(unread), asc(payment.id)).limit(limit);
}

/** The provider was asked, whether it answered or not: the next in line has its turn. */
export async function notePaymentRead(ctx: Context, paymentId: string): Promise<void> {
  const { payment } = ctx.db.t;
  await ctx.db.update(payment).set({ readAt: ctx.now }).where(eq(payment.id, paymentId));
}

/** The payment that a session or an intent of the provider belongs to. */
export async function paymentBy(ctx: Context, ids: { sessionId?: string; intentId?: string }): Promise<Payment | null> {
  const { payment } = ctx.db.t;
  if (ids.sessionId) {
    const [row] = await ctx.db.select().from(payment).where(eq(payment.sessionId, ids.sessionId));
    if (row) return row;
  }
  if (!ids.intentId) return null;
  const [row] = await ctx.db.select().from(payment).where(eq(payment.intentId, ids.intentId));
  return row ?? null;
}
