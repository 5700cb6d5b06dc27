import { and, desc, eq } from "drizzle-orm";
import { type Booking, payableOf } from "../booking/booking.ts";
import { paymentMode } from "../booking/booking.policy.ts";
import { serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { day, minute } from "../kernel/time.ts";
import { post } from "../ledger/ledger.commands.server.ts";
import { leadIdOf, paidWith } from "./group.server.ts";
import { keepCredit, returnKeptCredit, returnUsedCredit } from "../rescue/credit.commands.server.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { ask, refundableMinor } from "./operations.server.ts";
import { beyondReservation, heldMinor, type Payment, type PayoutKind, payoutLines } from "./payment.ts";
import type { CheckoutRequest } from "./provider.ts";
import { chargeWorked, unusedOf } from "./worked.server.ts";

/** A Checkout session lives at least 30 minutes from when it is sent; the slot's hold of 35 outlasts it. */
export const sessionMinutes = 33;

/** The newest payment of a booking's visit, or null; extras have payments of their own (extras.commands.server.ts). */
export async function paymentOf(ctx: Context, bookingId: string): Promise<Payment | null> {
  const { payment } = ctx.db.t;
  const [row] = await ctx.db.select().from(payment).where(and(eq(payment.bookingId, bookingId), eq(payment.purpose, "visit"))).orderBy(desc(payment.createdAt), desc(payment.id)).limit(1);
  return row ?? null;
}

/** Names the visits of a series by their days, in digits that every language reads. */
const daysOf = (visits: readonly Pick<Booking, "startsAt" | "zone">[]): string => visits.map(({ startsAt, zone }) => new Intl.DateTimeFormat("de-CH", { timeZone: zone, day: "numeric", month: "numeric" }).format(startsAt)).join(" ");

/**
 * Opens the hosted Checkout for a booking that was just submitted, over what its customer's credit leaves; none where nothing is left to pay.
 * A series is debited as one sum, with a payment of its own for every visit, and takes no credit: each visit must be able to give its own money back.
 */
export async function openCheckout(tx: Context, booking: Booking): Promise<void> {
  const others = await paidWith(tx, booking);
  const amountMinor = payableOf(booking) - (others.length > 0 ? 0 : await keepCredit(tx, booking));
  if (amountMinor === 0) return;
  const id = tx.newId();
  const type = await serviceTypeById(tx, booking.serviceTypeId);
  const mode = others.length > 0 ? "debit" : paymentMode(booking.startsAt, tx.now, booking.policy);
  const page = `${tx.origin}/${booking.locale}/bookings/${booking.id}`;
  const expiresAt = tx.realNow + sessionMinutes * minute;
  const params: CheckoutRequest = {
    reference: booking.reference,
    bookingId: booking.id,
    paymentId: id,
    amountMinor: others.reduce((sum, { priceMinor }) => sum + priceMinor, amountMinor),
    currency: "chf",
    description: [type?.content.name[booking.locale], others.length > 0 ? `${others.length + 1}× ${daysOf([booking, ...others])}` : "", booking.reference].filter(Boolean).join(" "),
    reserveCard: mode === "reserve",
    customerEmail: booking.contact?.email ?? "",
    locale: booking.locale,
    successUrl: `${page}?paid=1`,
    cancelUrl: `${page}/pay`,
    expiresAt,
    transferGroup: booking.id,
  };
  await tx.db.insert(tx.db.t.payment).values({ id, bookingId: booking.id, state: "open", mode, amountMinor, sessionExpiresAt: expiresAt, createdAt: tx.now, updatedAt: tx.now });
  if (others.length > 0) await tx.db.insert(tx.db.t.payment).values(others.map((other) => ({ id: tx.newId(), bookingId: other.id, withPaymentId: id, state: "open" as const, mode, amountMinor: other.priceMinor, createdAt: tx.now, updatedAt: tx.now })));
  await ask(tx, "checkout", `checkout:${id}`, params, { paymentId: id });
}

/** Under which key a payment's page is closed, whoever asks first. */
export const expireKey = (paymentId: string): string => `expire:${paymentId}`;

/** Ends an open Checkout, so that no money arrives for a slot that is free again. */
export async function expireCheckout(tx: Context, booking: Pick<Booking, "id">): Promise<void> {
  const payment = await paymentOf(tx, booking.id);
  if (!payment || (payment.state !== "open" && payment.state !== "failed")) return;
  const lead = leadIdOf(payment);
  await ask(tx, "expire", expireKey(lead), {}, { paymentId: lead });
}

/**
 * Gives the customer's money back, less a compensation that goes to the helper whole (0 % commission). The compensation comes out of
 * the credit first, so that the customer keeps money; what was paid with credit goes back as credit.
 */
export async function giveMoneyBack(tx: Context, booking: Booking, { compensationMinor }: { compensationMinor: number }): Promise<void> {
  const payment = await paymentOf(tx, booking.id);
  const { takenMinor } = await creditOn(tx, booking.id);
  if (payment?.state === "open" || payment?.state === "failed") {
    await returnKeptCredit(tx, booking);
    await returnUsedCredit(tx, booking, takenMinor, "customers");
    return expireCheckout(tx, booking);
  }
  const fromCredit = Math.min(takenMinor, compensationMinor);
  const fromMoney = compensationMinor - fromCredit;
  await returnUsedCredit(tx, booking, takenMinor - fromCredit, "customers");
  if (payment?.state === "reserved") {
    if (fromMoney > 0) await ask(tx, "capture", `capture:${payment.id}`, { amountMinor: fromMoney }, { paymentId: payment.id });
    else await ask(tx, "cancel", `cancel:${payment.id}`, {}, { paymentId: payment.id });
  }
  if (payment?.state === "captured") {
    // What staff gave back a moment ago may still be on its way.
    const back = (await refundableMinor(tx, payment)) - fromMoney;
    if (back > 0) await ask(tx, "refund", `refund:${payment.id}:ended`, { amountMinor: back }, { paymentId: payment.id });
    // Where staff had given back so much that the rest does not pay the compensation, the company does.
    await post(tx, [{ key: `goodwill:${booking.id}`, debit: "goodwill", credit: "customers", amountMinor: Math.max(0, fromMoney - heldMinor(payment)), bookingId: booking.id, memo: "goodwill" }]);
  }
  if (compensationMinor > 0 && (payment || fromCredit > 0)) await planCompensation(tx, booking, compensationMinor);
}

async function planCompensation(tx: Context, booking: Booking, minor: number): Promise<void> {
  if (booking.provider === "professional" || !booking.helperId) return post(tx, [{ key: `compensation:${booking.id}`, debit: "customers", credit: "professional", amountMinor: minor, bookingId: booking.id, memo: "compensation" }]);
  await plan(tx, booking, { kind: "compensation", helperId: booking.helperId, grossMinor: minor, commissionMinor: 0, netMinor: minor });
  await post(tx, [{ key: `compensation:${booking.id}`, debit: "customers", credit: "helpers", amountMinor: minor, bookingId: booking.id, memo: "compensation" }]);
}

/** The company pays a helper the compensation in an ill customer's place; its own professional service is not paid by itself. */
export async function compensateFromCompany(tx: Context, booking: Booking, minor: number): Promise<void> {
  if (booking.provider === "professional" || !booking.helperId || minor <= 0) return;
  await plan(tx, booking, { kind: "compensation", helperId: booking.helperId, grossMinor: minor, commissionMinor: 0, netMinor: minor, fundedBy: "company" });
  await post(tx, [{ key: `illness:${booking.id}`, debit: "illness", credit: "helpers", amountMinor: minor, bookingId: booking.id, memo: "illness" }]);
}

/** The report is filed: what was reserved is captured, by the hour only what was worked. */
export async function captureForReport(tx: Context, booking: Booking): Promise<void> {
  const payment = await paymentOf(tx, booking.id);
  if (await chargeWorked(tx, booking, payment)) return;
  if (payment?.state === "reserved") await ask(tx, "capture", `capture:${payment.id}`, { amountMinor: payment.amountMinor }, { paymentId: payment.id });
}

/** Moved beyond the reservation: what was reserved is debited now, as for every later visit. */
export async function captureForMove(tx: Context, booking: Pick<Booking, "id" | "endsAt" | "policy">): Promise<void> {
  const payment = await paymentOf(tx, booking.id);
  if (payment && beyondReservation(payment, booking.endsAt, booking.policy)) await ask(tx, "capture", `capture:${payment.id}`, { amountMinor: payment.amountMinor }, { paymentId: payment.id });
}

/** Signed off: the price is divided in the ledger, and the helper's part is planned. What went back before is the company's goodwill now, as it is afterwards. */
export async function planPayout(tx: Context, booking: Booking): Promise<void> {
  const payment = await paymentOf(tx, booking.id);
  const unused = unusedOf(booking, payment);
  const refundedMinor = Math.max(0, (payment?.refundedMinor ?? 0) - unused.moneyMinor) + Math.max(0, (await creditOn(tx, booking.id)).returnedMinor - unused.creditMinor);
  await post(tx, [
    { key: `goodwill:${booking.id}`, debit: "goodwill", credit: "customers", amountMinor: refundedMinor, bookingId: booking.id, memo: "goodwill" },
    // Where a rescue made the work dearer than what the customer pays, the company's own budget adds the rest.
    { key: `rescue:${booking.id}`, debit: "rescue", credit: "customers", amountMinor: booking.priceMinor - payableOf(booking), bookingId: booking.id, memo: "rescue" },
  ]);
  // A visit that costs nothing, a redo under the guarantee, has nothing to be divided.
  if (booking.priceMinor === 0) return;
  const lines = payoutLines(booking.priceMinor, booking.policy);
  const entry = (key: string, credit: "helpers" | "commission" | "vat" | "professional", amountMinor: number) => ({ key: `${key}:${booking.id}`, debit: "customers" as const, credit, amountMinor, bookingId: booking.id, memo: key });
  if (booking.provider === "professional" || !booking.helperId) {
    const vat = payoutLines(booking.priceMinor, { commissionBp: 10_000, vatBp: booking.policy.vatBp }).vatMinor;
    return post(tx, [entry("professional", "professional", booking.priceMinor - vat), entry("vat", "vat", vat)]);
  }
  await plan(tx, booking, { kind: "visit", helperId: booking.helperId, ...lines });
  await post(tx, [entry("payout", "helpers", lines.netMinor), entry("commission", "commission", lines.commissionMinor - lines.vatMinor), entry("vat", "vat", lines.vatMinor)]);
}

type Planned = { kind: PayoutKind; helperId: string; grossMinor: number; commissionMinor: number; netMinor: number; fundedBy?: "payment" | "company"; extraId?: string };
/** Plans one payout; the database keeps a visit's, a compensation and an extra to one each. */
export async function plan(tx: Context, booking: Booking, lines: Planned): Promise<void> {
  const id = tx.newId();
  const dueAt = tx.now + booking.policy.payoutAfterDays * day;
  const { kind, helperId, grossMinor, commissionMinor, netMinor, fundedBy = "payment", extraId = null } = lines;
  const rows = await tx.db.insert(tx.db.t.payout).values({ id, bookingId: booking.id, helperId, kind, extraId, grossMinor, commissionMinor, netMinor, fundedBy, state: "planned", dueAt, createdAt: tx.now }).onConflictDoNothing().returning({ id: tx.db.t.payout.id });
  if (rows.length === 0) return;
  await record(tx, { name: "payout.planned", subject: { kind: "booking", id: booking.id }, facts: { payoutId: id, helperId, netMinor, kind, fundedBy, ...(extraId && { extraId }) } });
  await later(tx, "payout.tick", { payoutId: id }, { runAt: dueAt, key: `payout:${id}` });
}
