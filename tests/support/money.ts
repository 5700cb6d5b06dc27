import { eq } from "drizzle-orm";
import { acceptBooking, fileReport, finishVisit, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { slotsFor } from "#app/domain/availability/availability.queries.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { type PlayChoice, completeOnboarding, pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { aForm, aGuest, aHelper, basel } from "./people.ts";
import { type World, type WorldOptions, world } from "./world.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** A house with one helper whose payout account can receive money at the stand-in. */
export async function moneyWorld(more: Parameters<typeof aHelper>[1] = {}, options: WorldOptions = {}) {
  const w = await world(options);
  const ctx = await w.as(system);
  const helper = await aHelper(ctx, more);
  const { standIn } = w.app;
  if (!standIn) throw new Error("No stand-in");
  const { accountId } = must(await w.app.payments.createAccount({ helperId: helper.helperId, email: helper.email, name: "Maya" }, `account:${helper.helperId}`));
  await w.app.payments.onboardingLink(accountId, w.app.config.origin, w.app.config.origin);
  must(await completeOnboarding(standIn, accountId));
  await w.store.db.update(w.store.t.helper).set({ payoutAccountId: accountId }).where(eq(w.store.t.helper.id, helper.helperId));
  return { ...w, helper, standIn };
}
export type MoneyWorld = Awaited<ReturnType<typeof moneyWorld>>;

/** Does everything queued until now, and again what that has queued. */
export const settleAll = async (w: World): Promise<void> => void (await runDue(w.app));

/** A booking whose form is in and whose Checkout nobody has opened yet. */
export async function submittedOnly(w: MoneyWorld, days = 1) {
  const ctx = await w.as(aGuest());
  const start = (await slotsFrom(w, days))[0];
  if (!start) throw new Error("No slot");
  const { bookingId } = must(await holdSlot(ctx, { offer: { listingId: w.helper.listingId }, startsAt: start, place: basel }));
  must(await submitBooking(await w.as(aGuest(bookingId)), bookingId, aForm()));
  return bookingId;
}

/** A booking up to an open Checkout, at the helper's first start at least `days` ahead. */
export async function submitted(w: MoneyWorld, days = 1) {
  const bookingId = await submittedOnly(w, days);
  await settleAll(w);
  return bookingId;
}

async function slotsFrom(w: MoneyWorld, days: number): Promise<number[]> {
  const list = await slotsFor(await w.as(system), w.helper.helperId, w.helper.service.content.durationMinutes, { days: 20 });
  return list.flatMap(({ slots }) => slots).filter((at) => at >= w.clock.now() + days * day);
}
/** The customer pays at the stand-in and comes back. */
export async function paid(w: MoneyWorld, bookingId: string, choice: PlayChoice = "card") {
  const ctx = await w.as(system);
  const before = await paymentOf(ctx, bookingId);
  if (!before?.sessionId) throw new Error("Checkout was not opened");
  must(await pay(w.standIn, before.sessionId, choice));
  await readAgain(w.app, ctx, before.id);
  await settleAll(w);
  const after = await paymentOf(ctx, bookingId);
  if (!after) throw new Error("The payment is gone");
  return after;
}

/** The visit itself, up to the filed report. */
export async function visited(w: MoneyWorld, bookingId: string) {
  const helper = async () => w.as(w.helper.actor);
  must(await acceptBooking(await helper(), bookingId));
  const [row] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, bookingId));
  w.clock.advance((row?.startsAt ?? 0) - w.clock.now());
  await settleAll(w);
  must(await startVisit(await helper(), bookingId));
  must(await finishVisit(await helper(), bookingId));
  const checklist = w.helper.service.content.checklist.map(({ code }) => ({ code, done: true }));
  must(await fileReport(await helper(), bookingId, { outcome: "solved", checklist, rootCause: null, words: "", measures: [] }));
  await settleAll(w);
}

export type Loss = "request" | "answer";

/** A house whose provider loses what is sent: before it arrives, or the answer on its way back. */
export function losing(w: MoneyWorld, loss: Loss): MoneyWorld["app"] {
  const { payments } = w.app;
  const lossy = <A extends unknown[], T>(call: (...given: A) => Promise<T>) => async (...given: A): Promise<T> => {
    if (loss === "answer") await call(...given);
    throw new Error(`The ${loss} was lost`);
  };
  const { createCheckout, expireCheckout, capture, cancel, refund, createAccount, transfer, reverseTransfer } = payments;
  const writes = { createCheckout: lossy(createCheckout), expireCheckout: lossy(expireCheckout), capture: lossy(capture), cancel: lossy(cancel), refund: lossy(refund), createAccount: lossy(createAccount), transfer: lossy(transfer), reverseTransfer: lossy(reverseTransfer) };
  return { ...w.app, payments: { ...payments, ...writes } };
}

/** What the customer's mails about the end of a booking say goes back, in minor units. */
export async function toldBack(w: World, bookingId: string): Promise<unknown[]> {
  const { job } = w.store.t;
  const rows = await w.store.db.select({ payload: job.payload }).from(job).where(eq(job.kind, "mail")).orderBy(job.id);
  return rows.map(({ payload }) => payload as { kind: string; bookingId?: string; data?: { refundMinor?: number } }).filter((each) => each.bookingId === bookingId && each.kind === "booking.cancelled.customer").map(({ data }) => data?.refundMinor);
}
