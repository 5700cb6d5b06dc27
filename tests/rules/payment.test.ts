import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, cancelBooking, declineBooking } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { cancelForIllness } from "#app/domain/booking/illness.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { captureDue } from "#app/domain/payment/facts.commands.server.ts";
import { applyFacts, type Payment, payoutLines } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import { refundByStaff } from "#app/domain/payment/payout.commands.server.ts";
import { waiveCompensation } from "#app/domain/payment/waive.commands.server.ts";
import { moveBalance } from "#app/gateways/payments/standin/desk.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { moveClock } from "#app/jobs/clock.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { queueRecurring } from "#app/jobs/schedule.ts";
import { day, hour, moneyWorld, type MoneyWorld, paid, settleAll, submitted, toldBack, visited } from "../support/money.ts";
import { aGuest } from "../support/people.ts";

const sums = async (w: MoneyWorld) => ledgerSums(await w.as(system));
const stateOf = async (w: MoneyWorld, id: string) => (await w.store.db.select({ state: w.store.t.booking.state }).from(w.store.t.booking).where(eq(w.store.t.booking.id, id)))[0]?.state;

test("a card for a visit tomorrow is reserved at booking, captured with the report, and paid out less commission after sign-off", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 1);
  expect(await paid(w, id, "card")).toMatchObject({ state: "reserved", mode: "reserve", capturedMinor: 0 });
  expect(await stateOf(w, id)).toBe("requested");
  await visited(w, id);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured", capturedMinor: 4900 });
  must(await signOff(await w.as(aGuest(id)), id, { solved: "yes", right: "yes" }));
  w.clock.advance(2 * day + hour);
  await settleAll(w);
  const { rows, sentMinor } = await earnings(await w.as(w.helper.actor), w.helper.helperId);
  expect(rows).toMatchObject([{ state: "sent", grossMinor: 4900, commissionMinor: 735, netMinor: 4165 }]);
  expect(sentMinor).toBe(4165);
  expect(await stateOf(w, id)).toBe("closed");
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, provider: 735 } });
});

test("TWINT and every later visit are debited at booking", async () => {
  const w = await moneyWorld();
  expect(await paid(w, await submitted(w, 1), "twint")).toMatchObject({ state: "captured", method: "twint", capturedMinor: 4900 });
  expect(await paid(w, await submitted(w, 6), "card")).toMatchObject({ state: "captured", mode: "debit", capturedMinor: 4900 });
});

test("a declined card leaves the Checkout open for another try", async () => {
  const w = await moneyWorld();
  const id = await submitted(w);
  expect(await paid(w, id, "card_declined")).toMatchObject({ state: "failed" });
  expect(await stateOf(w, id)).toBe("paying");
  expect(await paid(w, id, "card")).toMatchObject({ state: "reserved" });
  expect(await stateOf(w, id)).toBe("requested");
});

test("when the helper declines, a reservation is released and a debit is refunded at once", async () => {
  const w = await moneyWorld();
  const reserved = await submitted(w, 1);
  await paid(w, reserved, "card");
  const debited = await submitted(w, 6);
  await paid(w, debited, "twint");
  for (const id of [reserved, debited]) must(await declineBooking(await w.as(w.helper.actor), id));
  await settleAll(w);
  expect(await paymentOf(await w.as(system), reserved)).toMatchObject({ state: "cancelled", capturedMinor: 0 });
  expect(await paymentOf(await w.as(system), debited)).toMatchObject({ state: "captured", capturedMinor: 4900, refundedMinor: 4900 });
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: 0, provider: 0 } });
});

test("a late cancellation captures the compensation only, which goes to the helper without commission", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 1);
  await paid(w, id, "card");
  must(await acceptBooking(await w.as(w.helper.actor), id));
  const [row] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, id));
  w.clock.advance((row?.startsAt ?? 0) - 10 * hour - w.clock.now());
  must(await cancelBooking(await w.as(aGuest(id)), id, "no_longer_needed"));
  await settleAll(w);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured", capturedMinor: 2450, refundedMinor: 0 });
  w.clock.advance(3 * day);
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ kind: "compensation", state: "sent", commissionMinor: 0, netMinor: 2450 }]);
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: 0, helpers: 0, provider: 0 } });
});

test("a late cancellation of a debited visit refunds the rest", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 6);
  await paid(w, id, "twint");
  must(await acceptBooking(await w.as(w.helper.actor), id));
  const [row] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, id));
  w.clock.advance((row?.startsAt ?? 0) - 3 * hour - w.clock.now());
  must(await cancelBooking(await w.as(aGuest(id)), id, "ill"));
  await settleAll(w);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 0 });
  expect((await sums(w)).balanced).toBe(true);
});

test("an illness costs the customer nothing: the company's own balance pays the helper, once it holds enough", async () => {
  const w = await moneyWorld();
  const ill = async (choice: "card" | "twint") => {
    const id = await submitted(w, choice === "card" ? 1 : 6);
    await paid(w, id, choice);
    must(await acceptBooking(await w.as(w.helper.actor), id));
    const { booking } = w.store.t;
    await w.store.db.update(booking).set({ contactEmail: `${choice}@example.ch` }).where(eq(booking.id, id));
    const [row] = await w.store.db.select().from(booking).where(eq(booking.id, id));
    w.clock.advance((row?.startsAt ?? 0) - 10 * hour - w.clock.now());
    must(await cancelForIllness(await w.as(aGuest(id)), id));
    await settleAll(w);
    return paymentOf(await w.as(system), id);
  };
  const mine = async () => (await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows;
  expect(await ill("card")).toMatchObject({ state: "cancelled", capturedMinor: 0 });
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { illness: 2450, helpers: -2450, customers: 0, provider: 0 } });
  w.clock.advance(3 * day);
  await settleAll(w);
  expect(await mine()).toMatchObject([{ kind: "compensation", state: "held", holdReason: "balance_insufficient", netMinor: 2450 }]);
  await w.standIn.run((desk) => moveBalance(desk, 10_000));
  w.clock.advance(day + hour);
  await settleAll(w);
  expect(await mine()).toMatchObject([{ kind: "compensation", state: "sent", holdReason: null, commissionMinor: 0, netMinor: 2450 }]);
  expect(await ill("twint")).toMatchObject({ capturedMinor: 4900, refundedMinor: 4900 });
  w.clock.advance(3 * day);
  await settleAll(w);
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { illness: 4900, helpers: 0, customers: 0, provider: -4900 } });
});

test("a payment that arrives after the slot was released is given back", async () => {
  const w = await moneyWorld();
  const id = await submitted(w);
  const open = await paymentOf(await w.as(system), id);
  // The customer pays on the provider's side; our end learns of it only after the hold is over.
  must(await pay(w.standIn, open?.sessionId ?? "", "twint"));
  await w.clock.moveBusiness(40 * 60_000);
  await settleAll(w);
  await readAgain(w.app, await w.as(system), open?.id ?? "");
  await settleAll(w);
  expect(await stateOf(w, id)).toBe("abandoned");
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 4900 });
  expect((await sums(w)).balanced).toBe(true);
});

test("staff refund up to what is held, and after sign-off at the company's cost", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 1);
  await paid(w, id, "twint");
  await visited(w, id);
  must(await signOff(await w.as(aGuest(id)), id, { solved: "yes", right: "yes" }));
  const finance = await w.as(staff("finance", ["finance"]));
  expect(await refundByStaff(finance, id, { amountMinor: 5000, reason: "Kulanz" })).toMatchObject({ ok: false, refusal: "amount-too-large", detail: { mostMinor: 4900 } });
  expect(await refundByStaff(await w.as(staff("certifier", ["certifier"])), id, { amountMinor: 100, reason: "Kulanz" })).toMatchObject({ ok: false, refusal: "not-found" });
  must(await refundByStaff(finance, id, { amountMinor: 1000, reason: "Kulanz" }));
  await settleAll(w);
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { goodwill: 1000, customers: 0 } });
});

test.each([["before", 2000], ["after", 4900]] as const)("what staff give back %s the sign-off costs the company, and the helper is paid", async (when, amountMinor) => {
  const w = await moneyWorld();
  const id = await submitted(w, 1);
  await paid(w, id, "twint");
  await visited(w, id);
  const giveBack = async () => must(await refundByStaff(await w.as(staff("finance", ["finance"])), id, { amountMinor, reason: "Kulanz" }));
  if (when === "before") await giveBack();
  await settleAll(w);
  must(await signOff(await w.as(aGuest(id)), id, { solved: "yes", right: "yes" }));
  if (when === "after") await giveBack();
  await settleAll(w);
  await w.standIn.run((desk) => moveBalance(desk, 10_000));
  w.clock.advance(2 * day + hour);
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ state: "sent", netMinor: 4165 }]);
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: 0, helpers: 0, goodwill: amountMinor } });
});

test("what staff give back a moment before the customer cancels is a part of what goes back, and the rest follows", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 6);
  await paid(w, id, "twint");
  must(await refundByStaff(await w.as(staff("sam", ["support"])), id, { amountMinor: 1000, reason: "Kulanz" }));
  // Shown before the click, and told after it.
  expect((await bookingPage(await w.as(aGuest(id)), id))?.terms).toMatchObject({ compensationMinor: 0, alreadyMinor: 1000, extrasMinor: 0, refundMinor: 3900 });
  must(await cancelBooking(await w.as(aGuest(id)), id, "other"));
  expect(await toldBack(w, id)).toEqual([3900]);
  await settleAll(w);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 4900 });
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: 0, provider: 0 } });
});

describe.each([["before", 4900], ["after", 1000], ["after", 2450]] as const)("staff give the customer back what a late cancellation costs, %s it, %d", (when, amountMinor) => {
  async function cancelledLate() {
    const w = await moneyWorld();
    const id = await submitted(w, 6);
    await paid(w, id, "twint");
    must(await acceptBooking(await w.as(w.helper.actor), id));
    w.clock.advance(6 * day - 10 * hour);
    await settleAll(w);
    const give = async () => void must(await refundByStaff(await w.as(staff("sam", ["support"])), id, { amountMinor, reason: "Kulanz" }));
    if (when === "before") await give();
    await settleAll(w);
    must(await cancelBooking(await w.as(aGuest(id)), id, "other"));
    await settleAll(w);
    if (when === "after") await give();
    await settleAll(w);
    return { w, id, costMinor: Math.min(amountMinor, 2450) };
  }

  test("it costs the company, and the helper has the compensation whole", async () => {
    const { w, costMinor } = await cancelledLate();
    await w.standIn.run((desk) => moveBalance(desk, 10_000));
    w.clock.advance(3 * day);
    await settleAll(w);
    expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ state: "sent", kind: "compensation", netMinor: 2450 }]);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, goodwill: costMinor, provider: -costMinor } });
  });

  test("where the helper waives it afterwards it costs nobody anything, and it goes back once", async () => {
    const { w, id } = await cancelledLate();
    must(await waiveCompensation(await w.as(w.helper.actor), id, 0));
    await settleAll(w);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 4900 });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, goodwill: 0, provider: 0 } });
  });
});

test.each([["free", 0], ["late", 2450]] as const)("a capture that was under way at a %s cancellation leaves the customer with no more than the rule says", async (when, compensation) => {
  const w = await moneyWorld();
  const id = await submitted(w, 2);
  const { id: paymentId } = await paid(w, id, "card");
  must(await acceptBooking(await w.as(w.helper.actor), id));
  const [row] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, id));
  if (when === "late") w.clock.advance((row?.startsAt ?? 0) - 10 * hour - w.clock.now());
  must(await captureDue(await w.as(system), paymentId));
  w.clock.advance(1000);
  must(await cancelBooking(await w.as(aGuest(id)), id, "no_longer_needed"));
  await settleAll(w);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured", capturedMinor: 4900, refundedMinor: 4900 - compensation });
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: 0, helpers: 0 - compensation } });
});

test("money for somebody in probation waits for 'solved' or the eighth day", async () => {
  const w = await moneyWorld({ visitsClosed: 0 });
  const id = await submitted(w, 1);
  await paid(w, id, "twint");
  await visited(w, id);
  must(await signOff(await w.as(aGuest(id)), id, { solved: "unknown", right: "unknown" }));
  w.clock.advance(2 * day + hour);
  await settleAll(w);
  const rows = async () => (await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows;
  expect(await rows()).toMatchObject([{ state: "held", holdReason: "probation" }]);
  w.clock.advance(7 * day);
  await settleAll(w);
  expect(await rows()).toMatchObject([{ state: "sent" }]);
});

test("a reserved card is captured a day before the hold ends, even when no report has come", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 3);
  const payment = await paid(w, id, "card");
  must(await acceptBooking(await w.as(w.helper.actor), id));
  w.clock.advance((payment.captureBefore ?? 0) - 23 * hour - w.clock.now());
  await settleAll(w);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured" });
});

test("a late or repeated reading never leads back", () => {
  const captured = { id: "p", state: "captured", method: "card", intentId: "pi", chargeId: "ch", captureBefore: 1, capturedMinor: 4900, refundedMinor: 0 } as Payment;
  const facts = { intentId: "pi", status: "reserved", method: "card", amountMinor: 4900, capturableMinor: 4900, capturedMinor: 0, refundedMinor: 0, refundFailedMinor: 0, captureBefore: 1, chargeId: "ch", declineCode: null } as const;
  expect(applyFacts(captured, facts)).toBeNull();
  expect(applyFacts({ ...captured, state: "open", capturedMinor: 0 }, facts)).toMatchObject({ state: "reserved" });
});

test("commission and its VAT are parts of the price, to the Rappen", () => {
  expect(payoutLines(4500, { commissionBp: 1500, vatBp: 810 })).toEqual({ grossMinor: 4500, commissionMinor: 675, vatMinor: 51, netMinor: 3825 });
});

test("what ends at the provider while the demo skips a day is learnt in its own hour, even when every notice of it is lost", async () => {
  const w = await moneyWorld();
  const id = await submitted(w, 2);
  const { job, journalEntry } = w.store.t;
  // Without the booking's own clock only the reconciliation can find out.
  await w.store.db.delete(job).where(eq(job.kind, "booking.tick"));
  const start = w.clock.now();
  await queueRecurring(w.app);
  must(await moveClock(w.app, staff("mover", ["support"]), 24));
  expect((await paymentOf(await w.as(system), id))?.state).toBe("expired");
  const [ended] = await w.store.db.select().from(journalEntry).where(eq(journalEntry.name, "payment.expired"));
  expect((ended?.at ?? 0) - start).toBeLessThan(2 * hour);
});
