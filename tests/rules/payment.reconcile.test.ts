import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { applyFacts, type Payment } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { failedRefunds } from "#app/domain/payment/payment.queries.server.ts";
import { refundByStaff } from "#app/domain/payment/payout.commands.server.ts";
import { failRefund } from "#app/gateways/payments/standin/refunds.server.ts";
import { recurringRows } from "#app/jobs/jobs.queries.server.ts";
import { reconcilePayments } from "#app/jobs/reconcile.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { queueRecurring } from "#app/jobs/schedule.ts";
import { eachDatabase } from "../support/databases.ts";
import { day, hour, moneyWorld, type MoneyWorld, paid, settleAll, submitted, visited } from "../support/money.ts";
import { aGuest } from "../support/people.ts";

const minute = 60_000;
const finance = staff("finance", ["finance"]);

eachDatabase("what the provider knows better", (open) => {
  let w: MoneyWorld;
  beforeEach(async () => {
    w = await moneyWorld({}, { store: { ...(await open()), close: async () => undefined } });
  });
  const three = async () => {
    const ids: string[] = [];
    for (const days of [1, 2, 3]) ids.push(await submitted(w, days));
    return ids;
  };
  const readAts = async (ids: string[]) => Promise.all(ids.map(async (id) => (await paymentOf(await w.as(system), id))?.readAt ?? null));
  const giveBack = async (id: string, amountMinor: number) => {
    must(await refundByStaff(await w.as(finance), id, { amountMinor, reason: "Kulanz" }));
    await settleAll(w);
  };
  const failLast = () =>
    w.standIn.run(async (desk) => {
      const last = (await desk.rows.list("refund")).at(-1);
      await failRefund(desk, last?.id ?? "");
    });

  it("is asked about the longest unread payment first, so that each gets its turn", async () => {
    const ids = await three();
    await w.store.db.update(w.store.t.payment).set({ readAt: null });
    w.clock.advance(minute);
    await reconcilePayments(w.app, await w.as(system), 2);
    expect((await readAts(ids)).filter((at) => at === null)).toHaveLength(1);
    w.clock.advance(minute);
    await reconcilePayments(w.app, await w.as(system), 2);
    const read = await readAts(ids);
    expect(read.filter((at) => at === w.clock.now())).toHaveLength(2);
    expect(read).not.toContain(null);
  });

  it("about one payment that it cannot read keeps no other waiting, and staff see it", async () => {
    const ids = await three();
    const broken = await paymentOf(await w.as(system), ids[0] ?? "");
    const { payment } = w.store.t;
    await w.store.db.update(payment).set({ sessionId: "cs_test_none", readAt: 0 }).where(eq(payment.id, broken?.id ?? ""));
    w.clock.advance(minute);
    await expect(reconcilePayments(w.app, await w.as(system))).rejects.toThrow(broken?.id);
    expect(new Set(await readAts(ids))).toEqual(new Set([w.clock.now()]));
  });

  it.each(["before", "after"] as const)("a refund that fails %s the sign-off is ours again in the ledger, and staff see it until it is given back", async (when) => {
    const id = await submitted(w, 1);
    await paid(w, id, "twint");
    await visited(w, id);
    if (when === "after") must(await signOff(await w.as(aGuest(id)), id, { solved: "yes", right: "yes" }));
    await giveBack(id, 1000);
    const sums = async () => ledgerSums(await w.as(system));
    const before = await sums();
    await failLast();
    w.clock.advance(day + hour);
    await reconcilePayments(w.app, await w.as(system));
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 0, refundFailedMinor: 1000, refundOwedMinor: 1000 });
    const after = await sums();
    expect(after).toMatchObject({ total: 0, balanced: true });
    expect(after.balances.provider - before.balances.provider).toBe(1000);
    const account = when === "after" ? "goodwill" : "customers";
    expect(after.balances[account] - before.balances[account]).toBe(-1000);
    expect(await failedRefunds(await w.as(finance))).toMatchObject([{ bookingId: id, owedMinor: 1000 }]);
    expect(await failedRefunds(await w.as(w.helper.actor))).toEqual([]);
    const told = await w.store.db.select().from(w.store.t.journalEntry).where(eq(w.store.t.journalEntry.name, "payment.refundFailed"));
    expect(told).toMatchObject([{ subjectId: id, facts: { failedMinor: 1000 } }]);
    await giveBack(id, 1000);
    expect(await failedRefunds(await w.as(finance))).toEqual([]);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ refundedMinor: 1000, refundFailedMinor: 1000, refundOwedMinor: 0 });
    expect((await sums()).balanced).toBe(true);
  });

  it("a ledger that does not agree with it fails every day before staff's eyes, and a whole one is quiet", async () => {
    const id = await submitted(w, 1);
    await paid(w, id, "twint");
    await queueRecurring(w.app);
    const watched = async () => {
      w.clock.advance(day + hour);
      await runDue(w.app, { only: ["recurring"] });
      return (await recurringRows(await w.as(system))).find(({ name }) => name === "watch-ledger");
    };
    expect(await watched()).toMatchObject({ lastError: null });
    const { payment } = w.store.t;
    await w.store.db.update(payment).set({ capturedMinor: 4800 }).where(eq(payment.bookingId, id));
    expect((await watched())?.lastError).toContain("100");
    await w.store.db.update(payment).set({ capturedMinor: 4900 }).where(eq(payment.bookingId, id));
    expect(await watched()).toMatchObject({ lastError: null });
  });
});

it("a late reading neither takes back a refund nor hides that one has failed", () => {
  const known = { id: "p", state: "captured", method: "twint", intentId: "pi", chargeId: "ch", captureBefore: null, capturedMinor: 4900, refundedMinor: 1000, refundFailedMinor: null, refundOwedMinor: null } as Payment;
  const facts = { intentId: "pi", status: "captured", method: "twint", amountMinor: 4900, capturableMinor: 0, capturedMinor: 4900, captureBefore: null, chargeId: "ch", declineCode: null } as const;
  expect(applyFacts(known, { ...facts, refundedMinor: 0, refundFailedMinor: 0 })).toBeNull();
  const failed = applyFacts(known, { ...facts, refundedMinor: 0, refundFailedMinor: 1000 });
  expect(failed).toMatchObject({ refundedMinor: 0, refundFailedMinor: 1000, refundOwedMinor: 1000 });
  expect(applyFacts({ ...known, ...failed }, { ...facts, refundedMinor: 1000, refundFailedMinor: 0 })).toBeNull();
  expect(applyFacts({ ...known, ...failed }, { ...facts, refundedMinor: 1000, refundFailedMinor: 1000 })).toMatchObject({ refundedMinor: 1000, refundOwedMinor: 0 });
  expect(applyFacts({ ...known, ...failed }, { ...facts, refundedMinor: 0, refundFailedMinor: 2000 })).toMatchObject({ refundedMinor: 0, refundFailedMinor: 2000, refundOwedMinor: 1000 });
});
