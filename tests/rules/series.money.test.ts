import { asc, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { slotsFor } from "#app/domain/availability/availability.queries.server.ts";
import { cancelBooking, fileReport, finishVisit, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { abandonBooking, holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { applyPaymentFacts } from "#app/domain/payment/facts.commands.server.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { divideFacts, type Payment } from "#app/domain/payment/payment.ts";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import { refundByStaff } from "#app/domain/payment/payout.commands.server.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { seriesStarts } from "#app/domain/series/dates.ts";
import { answerSeries, cancelSeries } from "#app/domain/series/together.commands.server.ts";
import { pay, type PlayChoice } from "#app/gateways/payments/standInCheckout.server.ts";
import { failRefund } from "#app/gateways/payments/standin/refunds.server.ts";
import { reconcilePayments } from "#app/jobs/reconcile.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { day, hour, type MoneyWorld, moneyWorld, settleAll } from "../support/money.ts";
import { aForm, aGuest, basel } from "../support/people.ts";

const price = 4900;

/** A series of a guest up to an open Checkout: `times` visits, one a week, the first at least `days` ahead. */
async function submittedSeries(w: MoneyWorld, times = 4, days = 8): Promise<string[]> {
  const free = (await slotsFor(await w.as(system), w.helper.helperId, w.helper.service.content.durationMinutes, { days: 20 })).flatMap(({ slots }) => slots);
  const first = free.find((at) => at >= w.clock.now() + days * day) ?? 0;
  const { bookingId } = must(await holdSlot(await w.as(aGuest()), { offer: { listingId: w.helper.listingId }, startsAt: first, place: basel }));
  const guest = await w.as(aGuest(bookingId));
  const { bookingIds } = must(await makeSeries(guest, bookingId, { everyWeeks: 1, starts: seriesStarts(first, "Europe/Zurich", { everyWeeks: 1, times }).slice(1) }));
  must(await submitBooking(guest, bookingId, aForm()));
  await settleAll(w);
  return bookingIds;
}

const paymentsOf = async (w: MoneyWorld, ids: readonly string[]): Promise<Payment[]> => {
  const { payment, booking } = w.store.t;
  const rows = await w.store.db.select({ payment }).from(payment).innerJoin(booking, eq(booking.id, payment.bookingId)).where(inArray(payment.bookingId, [...ids])).orderBy(asc(booking.seriesNth));
  return rows.map((row) => row.payment);
};
const states = async (w: MoneyWorld, ids: readonly string[]): Promise<string[]> => {
  const { booking } = w.store.t;
  return (await w.store.db.select({ state: booking.state }).from(booking).where(inArray(booking.id, [...ids])).orderBy(asc(booking.seriesNth))).map(({ state }) => state);
};
const sums = async (w: MoneyWorld) => ledgerSums(await w.as(system));
const truth = async (w: MoneyWorld, ids: readonly string[]) => w.app.payments.readIntent((await paymentsOf(w, ids))[0]?.intentId ?? "");

async function paidSeries(w: MoneyWorld, ids: readonly string[], choice: PlayChoice = "card"): Promise<void> {
  const lead = await paymentOf(await w.as(system), ids[0] ?? "");
  must(await pay(w.standIn, lead?.sessionId ?? "", choice));
  await readAgain(w.app, await w.as(system), lead?.id ?? "");
  await settleAll(w);
}

/** A series that the helper has agreed to. */
async function agreed(w: MoneyWorld, times = 4, choice: PlayChoice = "card"): Promise<string[]> {
  const ids = await submittedSeries(w, times);
  await paidSeries(w, ids, choice);
  must(await answerSeries(await w.as(w.helper.actor), ids[0] ?? "", ids));
  return ids;
}

eachDatabase("the money of a series", (open) => {
  const house = async () => moneyWorld({}, { store: { ...(await open()), close: async () => undefined } });

  it.each(["card", "twint"] as const)("is one Checkout for the sum, debited by %s, with a payment of its own for each visit", async (choice) => {
    const w = await house();
    const ids = await submittedSeries(w, 4, 2);
    const before = await paymentsOf(w, ids);
    expect(before.map(({ amountMinor, mode, state, withPaymentId, sessionId }) => [amountMinor, mode, state, withPaymentId, sessionId !== null])).toEqual([[price, "debit", "open", null, true], ...[1, 2, 3].map(() => [price, "debit", "open", before[0]?.id, false])]);
    const [operation] = await w.store.db.select().from(w.store.t.paymentOperation).where(eq(w.store.t.paymentOperation.kind, "checkout"));
    expect(operation?.params).toMatchObject({ amountMinor: 4 * price, reserveCard: false, bookingId: ids[0] });
    expect(String(operation?.params.description)).toMatch(/ 4× \d+\.\d+\. \d+\.\d+\. \d+\.\d+\. \d+\.\d+\. Q/);
    await paidSeries(w, ids, choice);
    const rows = await paymentsOf(w, ids);
    expect(rows.map(({ state, capturedMinor, method }) => [state, capturedMinor, method])).toEqual(ids.map(() => ["captured", price, choice]));
    expect(new Set(rows.map(({ intentId, chargeId }) => `${intentId} ${chargeId}`)).size).toBe(1);
    expect(await states(w, ids)).toEqual(ids.map(() => "requested"));
    expect(await truth(w, ids)).toMatchObject({ amountMinor: 4 * price, capturedMinor: 4 * price });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: -4 * price, provider: 4 * price } });
  });

  it("changes nothing when a reading comes again, late or out of order", async () => {
    const w = await house();
    const ids = await agreed(w);
    const early = await truth(w, ids);
    must(await cancelBooking(await w.as(aGuest(...ids)), ids[2] ?? "", "other"));
    await settleAll(w);
    const before = await paymentsOf(w, ids);
    expect(before.map(({ refundedMinor }) => refundedMinor)).toEqual([0, 0, price, 0]);
    const ctx = await w.as(system);
    for (const [i, facts] of [early, await truth(w, ids), early].entries()) must(await applyPaymentFacts(ctx, before[i]?.id ?? "", facts));
    for (const { id } of before) await readAgain(w.app, ctx, id);
    const after = await paymentsOf(w, ids);
    expect(after.map(({ capturedMinor, refundedMinor, state }) => [capturedMinor, refundedMinor, state])).toEqual(before.map(({ capturedMinor, refundedMinor, state }) => [capturedMinor, refundedMinor, state]));
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });

  it("goes back visit by visit, part by part, out of the one charge, and each part is booked to its own visit", async () => {
    const w = await house();
    const ids = await agreed(w);
    must(await cancelBooking(await w.as(aGuest(...ids)), ids[1] ?? "", "other"));
    must(await refundByStaff(await w.as(staff("finance", ["finance"])), ids[3] ?? "", { amountMinor: 1200, reason: "Kulanz" }));
    await settleAll(w);
    must(await refundByStaff(await w.as(staff("finance", ["finance"])), ids[3] ?? "", { amountMinor: 300, reason: "Kulanz" }));
    await settleAll(w);
    expect((await paymentsOf(w, ids)).map(({ refundedMinor }) => refundedMinor)).toEqual([0, price, 0, 1500]);
    expect(await truth(w, ids)).toMatchObject({ refundedMinor: price + 1500 });
    expect(await refundByStaff(await w.as(staff("finance", ["finance"])), ids[1] ?? "", { amountMinor: 1, reason: "Kulanz" })).toMatchObject({ ok: false, refusal: "amount-too-large", detail: { mostMinor: 0 } });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: -(4 * price - price - 1500) } });
  });

  it("goes back for the visits that the helper declines, and stays for the others", async () => {
    const w = await house();
    const ids = await submittedSeries(w);
    await paidSeries(w, ids);
    must(await answerSeries(await w.as(w.helper.actor), ids[0] ?? "", [ids[0] ?? "", ids[2] ?? ""]));
    await settleAll(w);
    expect(await states(w, ids)).toEqual(["accepted", "declined", "accepted", "declined"]);
    expect((await paymentsOf(w, ids)).map(({ refundedMinor }) => refundedMinor)).toEqual([0, price, 0, price]);
    expect((await sums(w)).balanced).toBe(true);
  });

  it("is settled to the Rappen when all coming visits are cancelled together, one of them late", async () => {
    const w = await house();
    const ids = await agreed(w);
    const [first] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, ids[0] ?? ""));
    w.clock.advance((first?.startsAt ?? 0) - 10 * hour - w.clock.now());
    await settleAll(w);
    must(await cancelSeries(await w.as(aGuest(...ids)), ids[0] ?? "", { reason: "other", shownMinor: 2450 }));
    await settleAll(w);
    expect((await paymentsOf(w, ids)).map(({ refundedMinor }) => refundedMinor)).toEqual([price - 2450, price, price, price]);
    w.clock.advance(3 * day);
    await settleAll(w);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, provider: 0 } });
  });

  it("pays the helper visit by visit, out of the one charge", async () => {
    const w = await house();
    const ids = await agreed(w, 3, "twint");
    for (const id of ids.slice(0, 2)) {
      const [row] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, id));
      w.clock.advance((row?.startsAt ?? 0) - w.clock.now());
      await settleAll(w);
      must(await startVisit(await w.as(w.helper.actor), id));
      must(await finishVisit(await w.as(w.helper.actor), id));
      must(await fileReport(await w.as(w.helper.actor), id, { outcome: "solved", checklist: w.helper.service.content.checklist.map(({ code }) => ({ code, done: true })), rootCause: null, words: "", measures: [] }));
      must(await signOff(await w.as(aGuest(...ids)), id, { solved: "yes", right: "yes" }));
      w.clock.advance(2 * day + hour);
      await settleAll(w);
    }
    expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows.map(({ state, netMinor }) => [state, netMinor])).toEqual([["sent", 4165], ["sent", 4165]]);
    expect(await states(w, ids)).toEqual(["closed", "closed", "accepted"]);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: -price, helpers: 0 } });
  });

  it("frees every slot and ends the Checkout when nobody pays, when it is left, and when it expires at the provider", async () => {
    const w = await house();
    const [late, left] = [await submittedSeries(w, 3, 8), await submittedSeries(w, 3, 9)];
    must(await abandonBooking(await w.as(aGuest(left[0] ?? "")), left[0] ?? ""));
    await settleAll(w);
    expect(await states(w, left)).toEqual(left.map(() => "abandoned"));
    w.clock.advance(40 * 60_000);
    await settleAll(w);
    for (const ids of [late, left]) {
      const [lead] = await paymentsOf(w, ids);
      expect(await w.app.payments.readSession(lead?.sessionId ?? "")).toMatchObject({ sessionStatus: "expired" });
      expect(await states(w, ids)).toEqual(ids.map(() => "abandoned"));
      expect((await paymentsOf(w, ids)).map(({ state }) => state)).toEqual(ids.map(() => "expired"));
      expect(await w.store.db.$count(w.store.t.occupancy, inArray(w.store.t.occupancy.bookingId, [...ids]))).toBe(0);
    }
  });

  it("stays open for another try when the card is declined", async () => {
    const w = await house();
    const ids = await submittedSeries(w, 3);
    await paidSeries(w, ids, "card_declined");
    expect(await states(w, ids)).toEqual(ids.map(() => "paying"));
    await paidSeries(w, ids, "card");
    expect(await states(w, ids)).toEqual(ids.map(() => "requested"));
  });

  it("is given back whole when it arrives after all slots were released", async () => {
    const w = await house();
    const ids = await submittedSeries(w, 3);
    const [lead] = await paymentsOf(w, ids);
    must(await pay(w.standIn, lead?.sessionId ?? "", "twint"));
    await w.clock.moveBusiness(40 * 60_000);
    await settleAll(w);
    await readAgain(w.app, await w.as(system), lead?.id ?? "");
    await settleAll(w);
    expect(await states(w, ids)).toEqual(ids.map(() => "abandoned"));
    expect((await paymentsOf(w, ids)).map(({ capturedMinor, refundedMinor }) => [capturedMinor, refundedMinor])).toEqual(ids.map(() => [price, price]));
    const told = await w.store.db.select({ kind: w.store.t.mail.kind }).from(w.store.t.mail).where(eq(w.store.t.mail.kind, "payment.late.customer"));
    expect(told).toHaveLength(1);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });

  it("is learnt by the reconciliation alone, a refund that fails weeks later as well", async () => {
    const w = await house();
    const ids = await submittedSeries(w, 3);
    const [lead] = await paymentsOf(w, ids);
    must(await pay(w.standIn, lead?.sessionId ?? "", "card"));
    await reconcilePayments(w.app, await w.as(system));
    expect(await states(w, ids)).toEqual(ids.map(() => "requested"));
    must(await cancelBooking(await w.as(aGuest(...ids)), ids[1] ?? "", "other"));
    await settleAll(w);
    w.clock.advance(3 * day);
    await failRefunds(w);
    await reconcilePayments(w.app, await w.as(system));
    expect((await paymentsOf(w, ids)).map(({ refundedMinor, refundFailedMinor, refundOwedMinor }) => [refundedMinor, refundFailedMinor ?? 0, refundOwedMinor ?? 0])).toEqual([[0, 0, 0], [0, price, price], [0, 0, 0]]);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });
});

/** Every refund at the stand-in comes back from the bank. */
async function failRefunds(w: MoneyWorld): Promise<void> {
  const { standinObject } = w.store.t;
  for (const { id } of await w.store.db.select().from(standinObject).where(eq(standinObject.kind, "refund"))) await w.standIn.run((desk) => failRefund(desk, id));
}

describe("One reading for several visits", () => {
  const rows = ["a", "b", "c"].map((id) => ({ id, amountMinor: 1000 }));
  const facts = { intentId: "pi", status: "captured", method: "card", amountMinor: 3000, capturableMinor: 0, capturedMinor: 3000, refundedMinor: 0, refundFailedMinor: 0, captureBefore: null, chargeId: "ch", declineCode: null } as const;
  const owner = (operation: string): string | null => (operation.startsWith("of-") ? operation.slice(3) : null);
  const parts = (more: Partial<Parameters<typeof divideFacts>[1]>) => divideFacts(rows, { ...facts, ...more }, owner).map(({ capturedMinor, refundedMinor, refundFailedMinor }) => [capturedMinor, refundedMinor, refundFailedMinor]);

  it("gives every row its own amount, and what was marked for it", () => {
    expect(parts({})).toEqual([[1000, 0, 0], [1000, 0, 0], [1000, 0, 0]]);
    expect(parts({ refundedMinor: 1300, refundFailedMinor: 50, refunds: [{ operation: "of-b", amountMinor: 1000, failed: false }, { operation: "of-c", amountMinor: 300, failed: false }, { operation: "of-c", amountMinor: 50, failed: true }] })).toEqual([[1000, 0, 0], [1000, 1000, 0], [1000, 300, 50]]);
  });

  it("takes what was given back elsewhere from the first that still holds money, and never loses a Rappen", () => {
    expect(parts({ refundedMinor: 2500, refunds: [{ operation: "of-a", amountMinor: 600, failed: false }, { operation: null, amountMinor: 1900, failed: false }] })).toEqual([[1000, 1000, 0], [1000, 1000, 0], [1000, 500, 0]]);
    expect(parts({ refundedMinor: 700 })).toEqual([[1000, 700, 0], [1000, 0, 0], [1000, 0, 0]]);
    expect(parts({ capturedMinor: 1500 })).toEqual([[1000, 0, 0], [500, 0, 0], [0, 0, 0]]);
  });
});
