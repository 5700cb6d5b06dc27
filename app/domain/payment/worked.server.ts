import { eq } from "drizzle-orm";
import { type Booking, payableOf } from "../booking/booking.ts";
import { agreedMinor } from "../booking/hourly.ts";
import type { Context } from "../kernel/context.ts";
import { returnUsedCredit } from "../rescue/credit.commands.server.ts";
import { takenFrom } from "../rescue/credit.ts";
import { ask, refundableMinor } from "./operations.server.ts";
import type { Payment } from "./payment.ts";

type Worked = Pick<Booking, "id" | "priceMinor" | "payableMinor" | "hourlyMinor" | "capMinutes" | "workedMinutes">;

/** What of the money and of the credit that stand for the cap the time worked takes, and what it leaves; null where a visit has one price. */
function dueOf(booking: Worked, payment: Pick<Payment, "amountMinor"> | null): { moneyMinor: number; unusedCreditMinor: number } | null {
  if (booking.hourlyMinor === null || booking.workedMinutes === null) return null;
  const agreed = payableOf({ ...booking, priceMinor: agreedMinor(booking) });
  const creditMinor = agreed - (payment?.amountMinor ?? 0);
  const payableMinor = payableOf(booking);
  // Credit pays first, so that the customer keeps money; the provider takes no smallest amounts.
  const fromCredit = Math.min(creditMinor, takenFrom(payableMinor, creditMinor));
  return { moneyMinor: payableMinor - fromCredit, unusedCreditMinor: creditMinor - fromCredit };
}

/** What was given back because less was worked than agreed, in minor units: it is the customer's, and no goodwill of the company. */
export function unusedOf(booking: Worked, payment: Pick<Payment, "amountMinor" | "capturedMinor"> | null): { moneyMinor: number; creditMinor: number } {
  const due = dueOf(booking, payment);
  return due ? { moneyMinor: Math.max(0, (payment?.capturedMinor ?? 0) - due.moneyMinor), creditMinor: due.unusedCreditMinor } : { moneyMinor: 0, creditMinor: 0 };
}

/** The report of a visit that is paid by the hour: a reserved card is captured for the time worked, a debited one gets the rest back. False where a visit has one price. */
export async function chargeWorked(tx: Context, booking: Worked, payment: Payment | null): Promise<boolean> {
  const due = dueOf(booking, payment);
  if (!due) return false;
  await returnUsedCredit(tx, booking, due.unusedCreditMinor, "customers");
  if (payment?.state === "reserved") {
    if (due.moneyMinor > 0) await ask(tx, "capture", `capture:${payment.id}`, { amountMinor: due.moneyMinor }, { paymentId: payment.id });
    else await ask(tx, "cancel", `cancel:${payment.id}`, {}, { paymentId: payment.id });
  }
  if (payment?.state === "captured") await giveRestBack(tx, payment, due.moneyMinor);
  return true;
}

async function giveRestBack(tx: Context, payment: Payment, dueMinor: number): Promise<void> {
  const amountMinor = Math.min(payment.capturedMinor - dueMinor, await refundableMinor(tx, payment));
  if (amountMinor > 0) await ask(tx, "refund", `refund:${payment.id}:unused`, { amountMinor }, { paymentId: payment.id });
}

/** A capture of the whole cap was under way when the report came: once it has arrived, the rest goes back. */
export async function giveUnusedBack(tx: Context, payment: Payment): Promise<void> {
  const found = await workedOf(tx, payment.bookingId);
  const due = found && dueOf(found, payment);
  if (due) await giveRestBack(tx, payment, due.moneyMinor);
}

/** A booking as far as its price goes. */
export async function workedOf(tx: Context, bookingId: string): Promise<Worked | null> {
  const { id, priceMinor, payableMinor, hourlyMinor, capMinutes, workedMinutes } = tx.db.t.booking;
  const [row] = await tx.db.select({ id, priceMinor, payableMinor, hourlyMinor, capMinutes, workedMinutes }).from(tx.db.t.booking).where(eq(id, bookingId));
  return row ?? null;
}
