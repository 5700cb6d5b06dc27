import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, fileReport, finishVisit, giveUp, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { extraPaymentOf, extraToPay } from "#app/domain/payment/extras.commands.server.ts";
import { extraLines } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { earnings, refundableExtras } from "#app/domain/payment/payment.queries.server.ts";
import { refundExtra } from "#app/domain/payment/payout.commands.server.ts";
import { endAbsence, noteAbsence, noteCall } from "#app/domain/visit/absence.commands.server.ts";
import { answerExtra, type ExtraForm, proposeExtra } from "#app/domain/visit/extras.commands.server.ts";
import { extrasOf } from "#app/domain/visit/extras.server.ts";
import { unpaidExtras } from "#app/domain/visit/visit.queries.server.ts";
import { moveBalance } from "#app/gateways/payments/standin/desk.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { day, hour, moneyWorld, type MoneyWorld, paid, settleAll, submitted, toldBack } from "../support/money.ts";
import { aGuest } from "../support/people.ts";

const minute = 60_000;
const sums = async (w: MoneyWorld) => ledgerSums(await w.as(system));
const startOf = async (w: MoneyWorld, id: string) => (await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, id)))[0]?.startsAt ?? 0;

/** A visit that has begun, paid by card. */
async function begun(w: MoneyWorld, inDays = 1): Promise<string> {
  const id = await submitted(w, inDays);
  await paid(w, id, "card");
  must(await acceptBooking(await w.as(w.helper.actor), id));
  w.clock.advance((await startOf(w, id)) - w.clock.now());
  await settleAll(w);
  must(await startVisit(await w.as(w.helper.actor), id));
  return id;
}

async function agreed(w: MoneyWorld, id: string, form: Partial<ExtraForm> = {}): Promise<string> {
  const extra = must(await proposeExtra(await w.as(w.helper.actor), id, { kind: "material", words: "Kabel", amountMinor: 2400, ...form }));
  must(await answerExtra(await w.as(aGuest(id)), extra.id, true));
  return extra.id;
}

/** The customer opens the page of an extra and pays there. */
async function payFor(w: MoneyWorld, id: string, extraId: string): Promise<void> {
  must(await extraToPay(await w.as(aGuest(id)), extraId));
  await settleAll(w);
  const ctx = await w.as(system);
  const opened = await extraPaymentOf(ctx, extraId);
  must(await pay(w.standIn, opened?.sessionId ?? "", "twint"));
  await readAgain(w.app, ctx, opened?.id ?? "");
  await settleAll(w);
}

async function reported(w: MoneyWorld, id: string): Promise<void> {
  must(await finishVisit(await w.as(w.helper.actor), id));
  const checklist = w.helper.service.content.checklist.map(({ code }) => ({ code, done: true }));
  must(await fileReport(await w.as(w.helper.actor), id, { outcome: "solved", checklist, rootCause: null, words: "", measures: [] }));
  await settleAll(w);
}

const yes = { solved: "yes", right: "yes" } as const;

test("an extra is paid by a Checkout of its own; material is the helper's whole, work costs the commission, and the ledger balances", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const material = await agreed(w, id);
  const work = await agreed(w, id, { kind: "work", words: "Dose versetzt", amountMinor: 3000 });
  await payFor(w, id, material);
  await payFor(w, id, work);
  expect(await extraPaymentOf(await w.as(system), material)).toMatchObject({ purpose: "extra", state: "captured", capturedMinor: 2400, method: "twint" });
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ purpose: "visit", state: "reserved", amountMinor: 4900 });
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: -5400, provider: 5400 } });
  await reported(w, id);
  must(await signOff(await w.as(aGuest(id)), id, yes));
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows.map(({ kind, netMinor, commissionMinor }) => [kind, netMinor, commissionMinor]).sort()).toEqual([["extra", 2400, 0], ["extra", 2550, 450], ["visit", 4165, 735]]);
  // What the company bears comes from its own balance, and which payout is sent first is nobody's to say.
  await w.standIn.run((desk) => moveBalance(desk, 10_000));
  w.clock.advance(2 * day + hour);
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).sentMinor).toBe(2400 + 2550 + 4165);
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, provider: 1185 } });
});

test("what is paid after sign-off is divided then, and the helper has it once the customer has paid", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const extra = await agreed(w, id, { kind: "time", amountMinor: 2000 });
  await reported(w, id);
  must(await signOff(await w.as(aGuest(id)), id, yes));
  w.clock.advance(3 * day);
  await settleAll(w);
  expect((await unpaidExtras(await w.as(staff("sam", ["support"])))).map(({ dueMinor }) => dueMinor)).toEqual([2000]);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows.map(({ kind }) => kind)).toEqual(["visit"]);
  await payFor(w, id, extra);
  expect(await unpaidExtras(await w.as(staff("sam", ["support"])))).toEqual([]);
  w.clock.advance(2 * day + hour);
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).sentMinor).toBe(4165 + 1700);
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0 } });
});

test("only what was agreed to is paid, by whom it concerns, on one page, and once", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const open = must(await proposeExtra(await w.as(w.helper.actor), id, { kind: "work", words: "x", amountMinor: 1000 }));
  const refusal = async (actor: Parameters<MoneyWorld["as"]>[0], extraId: string) => { const answer = await extraToPay(await w.as(actor), extraId); return answer.ok ? "ok" : answer.refusal; };
  expect(await refusal(aGuest(id), open.id)).toBe("wrong-state");
  const extra = await agreed(w, id);
  expect([await refusal(aGuest("b"), extra), await refusal(w.helper.actor, extra), await refusal(aGuest(id), "none")]).toEqual(["not-found", "not-allowed", "not-found"]);
  const [first, again] = [must(await extraToPay(await w.as(aGuest(id)), extra)), must(await extraToPay(await w.as(aGuest(id)), extra))];
  expect(again.id).toBe(first.id);
  await payFor(w, id, extra);
  expect(await refusal(aGuest(id), extra)).toBe("already-paid");
});

test("a page that ran out makes way for another, and what is paid on both goes back once", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const extra = await agreed(w, id);
  const ctx = () => w.as(system);
  const old = must(await extraToPay(await w.as(aGuest(id)), extra));
  await settleAll(w);
  const { sessionId } = (await extraPaymentOf(await ctx(), extra)) ?? {};
  // The provider has the money, but its word is lost for a while.
  must(await pay(w.standIn, sessionId ?? "", "twint"));
  await w.store.db.update(w.store.t.payment).set({ sessionExpiresAt: w.clock.now() - 1 }).where(eq(w.store.t.payment.id, old.id));
  // Of two pages of one millisecond nobody could say which is the newer.
  w.clock.advance(minute);
  await payFor(w, id, extra);
  await readAgain(w.app, await ctx(), old.id);
  await settleAll(w);
  const rows = (await w.store.db.select().from(w.store.t.payment)).filter(({ extraId }) => extraId === extra);
  expect(rows.map(({ capturedMinor, refundedMinor }) => [capturedMinor, refundedMinor]).sort()).toEqual([[2400, 0], [2400, 2400]]);
  expect(await sums(w)).toMatchObject({ balanced: true, balances: { customers: -2400 } });
});

test("staff give an extra back apart from the visit, before sign-off and after it; the helper keeps their part and the company bears it", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const [material, work] = [await agreed(w, id), await agreed(w, id, { kind: "work", words: "Dose versetzt", amountMinor: 3000 })];
  await payFor(w, id, material);
  await payFor(w, id, work);
  await reported(w, id);
  const finance = await w.as(staff("fiona", ["finance"]));
  const refusal = async (...asked: Parameters<typeof refundExtra>) => { const answer = await refundExtra(...asked); return answer.ok ? "ok" : answer.refusal; };
  const form = { amountMinor: 2400, reason: "Kabel war zu kurz", once: "form-1" };
  expect([await refusal(await w.as(aGuest(id)), id, material, form), await refusal(finance, "another", material, form), await refusal(finance, id, material, { ...form, amountMinor: 2401 })]).toEqual(["not-found", "not-found", "amount-too-large"]);
  must(await refundExtra(finance, id, material, form));
  expect((await refundableExtras(finance, id)).map(({ id: extra, mostMinor }) => [extra, mostMinor])).toEqual([[work, 3000]]);
  await settleAll(w);
  must(await refundExtra(finance, id, material, form));
  await settleAll(w);
  expect(await extraPaymentOf(finance, material)).toMatchObject({ capturedMinor: 2400, refundedMinor: 2400 });
  must(await signOff(await w.as(aGuest(id)), id, yes));
  must(await refundExtra(await w.as(staff("fiona", ["finance"])), id, work, { amountMinor: 1000, reason: "Kulanz", once: "form-2" }));
  await settleAll(w);
  const shown = (await bookingPage(await w.as(aGuest(id)), id))?.visit.extras.map(({ id: extra, refundedMinor }) => [extra, refundedMinor]);
  expect(new Map(shown as [string, number][])).toEqual(new Map([[material, 2400], [work, 1000]]));
  expect(await paymentOf(finance, id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 0 });
  // What the company bears comes from its own balance, and which payout is sent first is nobody's to say.
  await w.standIn.run((desk) => moveBalance(desk, 10_000));
  w.clock.advance(2 * day + hour);
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).sentMinor).toBe(2400 + 2550 + 4165);
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, goodwill: 3400 } });
});

test("a visit that comes to nothing gives its extras back", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const [first, second] = [await agreed(w, id), await agreed(w, id, { words: "Stecker", amountMinor: 900 })];
  await payFor(w, id, first);
  must(await extraToPay(await w.as(aGuest(id)), second));
  await settleAll(w);
  must(await giveUp(await w.as(staff("sam", ["support"])), id));
  await settleAll(w);
  expect((await extrasOf(await w.as(system), id)).map(({ state }) => state)).toEqual(["lapsed", "lapsed"]);
  expect(await extraPaymentOf(await w.as(system), first)).toMatchObject({ capturedMinor: 2400, refundedMinor: 2400 });
  expect(await extraPaymentOf(await w.as(system), second)).toMatchObject({ state: "expired" });
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, provider: 0 } });
});

test("an extra of which staff gave a part back a moment before its visit came to nothing goes back whole", async () => {
  const w = await moneyWorld();
  const id = await begun(w);
  const extra = await agreed(w, id);
  await payFor(w, id, extra);
  const support = await w.as(staff("sam", ["support"]));
  must(await refundExtra(support, id, extra, { amountMinor: 400, reason: "Kulanz" }));
  expect((await bookingPage(support, id))?.terms).toMatchObject({ alreadyMinor: 0, extrasMinor: 2000, wholeMinor: 6900 });
  must(await giveUp(support, id));
  expect(await toldBack(w, id)).toEqual([6900]);
  await settleAll(w);
  expect(await extraPaymentOf(await w.as(system), extra)).toMatchObject({ capturedMinor: 2400, refundedMinor: 2400 });
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, provider: 0 } });
});

test("a customer who was not there pays the compensation, up to the cap, and the helper has it whole", async () => {
  const w = await moneyWorld({ priceMinor: 8900 });
  const id = await submitted(w, 1);
  await paid(w, id, "card");
  must(await acceptBooking(await w.as(w.helper.actor), id));
  w.clock.advance((await startOf(w, id)) - w.clock.now());
  await settleAll(w);
  must(await noteAbsence(await w.as(w.helper.actor), id));
  must(await noteCall(await w.as(w.helper.actor), id, 1));
  w.clock.advance(6 * minute);
  must(await noteCall(await w.as(w.helper.actor), id, 2));
  w.clock.advance(10 * minute);
  must(await endAbsence(await w.as(w.helper.actor), id));
  await settleAll(w);
  expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured", capturedMinor: 6000 });
  w.clock.advance(3 * day);
  await settleAll(w);
  expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ kind: "compensation", state: "sent", commissionMinor: 0, netMinor: 6000 }]);
  expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0, provider: 0 } });
});

test("an extra is divided like a price, material without commission", () => {
  const policy = { commissionBp: 1500, vatBp: 810 };
  expect(extraLines(2400, "material", policy)).toEqual({ grossMinor: 2400, commissionMinor: 0, vatMinor: 0, netMinor: 2400 });
  expect(extraLines(2000, "work", policy)).toMatchObject({ commissionMinor: 300, netMinor: 1700 });
});
