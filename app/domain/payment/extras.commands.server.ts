import { and, desc, eq, inArray } from "drizzle-orm";
import { partOf } from "../booking/booking.policy.ts";
import { type Booking, bookingRoles } from "../booking/booking.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { post } from "../ledger/ledger.commands.server.ts";
import type { Extra } from "../visit/visit.ts";
import { ask, refundableMinor } from "./operations.server.ts";
import { plan, sessionMinutes } from "./payment.commands.server.ts";
import { extraLines, heldMinor, type Payment, payoutLines } from "./payment.ts";
import type { CheckoutRequest } from "./provider.ts";

/** The newest payment of one extra, or null; one that was captured stands before all others. */
export async function extraPaymentOf(ctx: Context, extraId: string): Promise<Payment | null> {
  const { payment } = ctx.db.t;
  const rows = await ctx.db.select().from(payment).where(and(eq(payment.extraId, extraId), eq(payment.purpose, "extra"))).orderBy(desc(payment.createdAt), desc(payment.id));
  return standingFirst(rows);
}

/** Which of an extra's payments, the newest first, stands for it; null when there is none. */
export const standingFirst = (rows: readonly Payment[]): Payment | null => rows.find((row) => row.state === "captured" && heldMinor(row) > 0) ?? rows[0] ?? null;

async function extraById(ctx: Context, extraId: string): Promise<Extra | null> {
  const { visitExtra } = ctx.db.t;
  const [row] = await ctx.db.select().from(visitExtra).where(eq(visitExtra.id, extraId));
  return row ?? null;
}

/** Is this payment's extra agreed to and not paid yet? */
export async function isExtraDue(ctx: Context, { extraId, state }: Pick<Payment, "extraId" | "state">): Promise<boolean> {
  const extra = extraId ? await extraById(ctx, extraId) : null;
  return extra?.state === "accepted" && extra.paidAt === null && (state === "open" || state === "failed");
}

/** A page is offered again as long as somebody can still pay on it. */
const shortestLeft = 2 * minute;

/**
 * The payment of an agreed extra whose page the customer can open: the one that stands open, or a new one.
 * Refusals: not-found, not-allowed, wrong-state (not agreed to, or the visit was cancelled), already-paid.
 */
export const extraToPay = (ctx: Context, extraId: string): Promise<Result<Payment>> =>
  atomically(ctx, async (tx): Promise<Result<Payment>> => {
    const extra = await extraById(tx, extraId);
    const booking = extra && (await findBooking(tx, extra.bookingId));
    const part = booking && partOf(tx.actor, booking);
    if (!extra || !booking || !part) return refuse("not-found");
    if (part !== "customer" && !(part === "staff" && hasRole(tx.actor, ...bookingRoles))) return refuse("not-allowed");
    if (extra.paidAt !== null) return refuse("already-paid");
    if (extra.state !== "accepted" || booking.state === "cancelled") return refuse("wrong-state");
    const before = await extraPaymentOf(tx, extraId);
    if (before?.state === "captured" || before?.state === "reserved") return refuse("already-paid");
    const waits = before && (before.state === "open" || before.state === "failed");
    if (waits && (before.sessionExpiresAt ?? 0) > tx.realNow + shortestLeft) return ok(before);
    const { payment } = tx.db.t;
    if (waits) await tx.db.update(payment).set({ state: "expired", updatedAt: tx.now }).where(eq(payment.id, before.id));
    return ok(await open(tx, booking, extra));
  });

async function open(tx: Context, booking: Booking, extra: Extra): Promise<Payment> {
  const id = tx.newId();
  const page = `${tx.origin}/${booking.locale}/bookings/${booking.id}/extras`;
  const expiresAt = tx.realNow + sessionMinutes * minute;
  const params: CheckoutRequest = {
    reference: booking.reference,
    bookingId: booking.id,
    paymentId: id,
    amountMinor: extra.amountMinor,
    currency: "chf",
    // The provider's archive outlives our own: what was done stays with us.
    description: booking.reference,
    reserveCard: false,
    customerEmail: booking.contact?.email ?? "",
    locale: booking.locale,
    successUrl: `${page}?paid=${extra.id}`,
    cancelUrl: page,
    expiresAt,
    transferGroup: booking.id,
  };
  const [row] = await tx.db.insert(tx.db.t.payment).values({ id, bookingId: booking.id, purpose: "extra", extraId: extra.id, state: "open", mode: "debit", amountMinor: extra.amountMinor, sessionExpiresAt: expiresAt, createdAt: tx.now, updatedAt: tx.now }).returning();
  if (!row) throw new Error("A payment was not stored");
  await ask(tx, "checkout", `checkout:${id}`, params, { paymentId: id });
  return row;
}

const divided = ["signed_off", "closed"];

/** The money of an extra is here. Paid twice, or for what is agreed no more, it goes back; after sign-off it is divided at once. */
export async function extraArrived(tx: Context, payment: Payment): Promise<void> {
  const { booking, visitExtra } = tx.db.t;
  const extra = payment.extraId ? await extraById(tx, payment.extraId) : null;
  if (extra?.state !== "accepted" || extra.paidAt !== null) {
    await ask(tx, "refund", lateKey(payment.id), { amountMinor: payment.capturedMinor }, { paymentId: payment.id });
    return;
  }
  await tx.db.update(visitExtra).set({ paidAt: tx.now }).where(eq(visitExtra.id, extra.id));
  await record(tx, { name: "booking.extraPaid", subject: { kind: "booking", id: payment.bookingId }, facts: { extraId: extra.id, amountMinor: payment.capturedMinor } });
  const [row] = await tx.db.select().from(booking).where(eq(booking.id, payment.bookingId));
  if (row && divided.includes(row.state)) await divide(tx, row, payment, extra);
}

/** Signed off: what was paid for each extra is divided, and the helper's part is planned, what staff gave back included; what is paid later is divided then. */
export async function planExtras(tx: Context, booking: Booking): Promise<void> {
  for (const payment of await captured(tx, booking.id)) {
    const extra = payment.extraId ? await extraById(tx, payment.extraId) : null;
    if (extra?.state === "accepted" && !(await isGivenBackLate(tx, payment))) await divide(tx, booking, payment, extra);
  }
}

const lateKey = (paymentId: string) => `refund:${paymentId}:late`;

/** Was it paid a second time, so that this payment goes back whole and pays for nothing? */
async function isGivenBackLate(tx: Context, { id }: Pick<Payment, "id">): Promise<boolean> {
  const { paymentOperation } = tx.db.t;
  return (await tx.db.$count(paymentOperation, eq(paymentOperation.key, lateKey(id)))) > 0;
}

const helperKey = (paymentId: string) => `extra-helper:${paymentId}`;
const professionalKey = (paymentId: string) => `extra-professional:${paymentId}`;

async function divide(tx: Context, booking: Booking, payment: Payment, { id: extraId, kind, amountMinor }: Extra): Promise<void> {
  const entry = (key: string, credit: "helpers" | "commission" | "vat" | "professional", minor: number) => ({ key, debit: "customers" as const, credit, amountMinor: minor, bookingId: booking.id, memo: "extra" });
  await post(tx, [{ key: `extra-goodwill:${payment.id}`, debit: "goodwill", credit: "customers", amountMinor: payment.refundedMinor, bookingId: booking.id, memo: "goodwill" }]);
  if (booking.provider === "professional" || !booking.helperId) {
    const vat = payoutLines(amountMinor, { commissionBp: 10_000, vatBp: booking.policy.vatBp }).vatMinor;
    return post(tx, [entry(professionalKey(payment.id), "professional", amountMinor - vat), entry(`extra-vat:${payment.id}`, "vat", vat)]);
  }
  const { vatMinor, ...lines } = extraLines(amountMinor, kind, booking.policy);
  await plan(tx, booking, { kind: "extra", extraId, helperId: booking.helperId, ...lines });
  await post(tx, [entry(helperKey(payment.id), "helpers", lines.netMinor), entry(`extra-commission:${payment.id}`, "commission", lines.commissionMinor - vatMinor), entry(`extra-vat:${payment.id}`, "vat", vatMinor)]);
}

/** Does this extra's money belong to helper and company already? */
export async function isExtraDivided(tx: Context, paymentId: string): Promise<boolean> {
  const { ledgerPosting } = tx.db.t;
  return (await tx.db.$count(ledgerPosting, inArray(ledgerPosting.key, [helperKey(paymentId), professionalKey(paymentId)]))) > 0;
}

async function captured(tx: Context, bookingId: string): Promise<Payment[]> {
  const { payment } = tx.db.t;
  return tx.db.select().from(payment).where(and(eq(payment.bookingId, bookingId), eq(payment.purpose, "extra"), eq(payment.state, "captured"))).orderBy(payment.createdAt, payment.id);
}

/** What customers have paid for extras of a visit and not been given back: no part of what the visit itself owes. */
export const extrasHeldMinor = async (tx: Context, bookingId: string): Promise<number> => (await captured(tx, bookingId)).reduce((sum, payment) => sum + heldMinor(payment), 0);

/** What of a visit's extras would go back now: what is held less what is on its way back. */
export async function extrasBackMinor(ctx: Context, bookingId: string): Promise<number> {
  let sum = 0;
  for (const payment of await captured(ctx, bookingId)) sum += await refundableMinor(ctx, payment);
  return sum;
}

/** The visit did not come to its end: extras that were paid go back, pages that stand open end. */
export async function giveExtrasBack(tx: Context, { id }: Pick<Booking, "id">): Promise<void> {
  const { payment, visitExtra } = tx.db.t;
  await tx.db.update(visitExtra).set({ state: "lapsed", answeredAt: tx.now }).where(and(eq(visitExtra.bookingId, id), eq(visitExtra.state, "accepted")));
  for (const row of await tx.db.select().from(payment).where(and(eq(payment.bookingId, id), eq(payment.purpose, "extra")))) {
    if (row.state === "open" || row.state === "failed") await ask(tx, "expire", `expire:${row.id}`, {}, { paymentId: row.id });
    const amountMinor = await refundableMinor(tx, row);
    if (amountMinor > 0) await ask(tx, "refund", `refund:${row.id}:ended`, { amountMinor }, { paymentId: row.id });
  }
}
