import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { acceptBooking, cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { captureDue } from "#app/domain/payment/facts.commands.server.ts";
import { ask } from "#app/domain/payment/operations.server.ts";
import type { OperationKind } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { refundByStaff } from "#app/domain/payment/payout.commands.server.ts";
import { performOperation } from "#app/jobs/payment.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { day, hour, losing, type Loss, moneyWorld, type MoneyWorld, paid, settleAll, submitted, visited } from "../support/money.ts";
import { aGuest } from "../support/people.ts";

eachDatabase("a call whose answer was lost", (open) => {
  let w: MoneyWorld;
  beforeEach(async () => {
    w = await moneyWorld({}, { store: { ...(await open()), close: async () => undefined } });
  });
  const operationsOf = (kind: OperationKind) => {
    const { paymentOperation } = w.store.t;
    return w.store.db.select().from(paymentOperation).where(eq(paymentOperation.kind, kind));
  };
  const theOperation = async (kind: OperationKind) => {
    const [row] = await operationsOf(kind);
    if (!row) throw new Error(`No ${kind} was asked for`);
    return row;
  };
  const atProvider = <K extends "refund" | "transfer" | "reversal" | "account">(kind: K) => w.standIn.run((desk) => desk.rows.list(kind));
  const lose = async (kind: OperationKind, loss: Loss) =>
    expect(performOperation(losing(w, loss), await w.as(system), (await theOperation(kind)).id)).rejects.toThrow("was lost");
  /** The calls alone: the booking's own clock would end it meanwhile and give back the rest. */
  const callAgain = () => runDue(w.app, { only: ["payment"] });
  const refundAsked = async () => {
    const id = await submitted(w, 1);
    await paid(w, id, "twint");
    must(await refundByStaff(await w.as(staff("finance", ["finance"])), id, { amountMinor: 1000, reason: "Kulanz" }));
    return id;
  };
  const transferAsked = async () => {
    const id = await submitted(w, 1);
    await paid(w, id, "twint");
    await visited(w, id);
    must(await signOff(await w.as(aGuest(id)), id, { solved: "yes", right: "yes" }));
    w.clock.advance(2 * day + hour);
    await runDue(w.app, { only: ["payout.tick"] });
    return id;
  };

  it("gives money back once, although the provider has forgotten the key a day later", async () => {
    const id = await refundAsked();
    await lose("refund", "answer");
    w.clock.advance(25 * hour);
    await callAgain();
    const refunds = await atProvider("refund");
    expect(refunds).toMatchObject([{ amount: 1000, metadata: { operation: (await theOperation("refund")).id } }]);
    expect(await theOperation("refund")).toMatchObject({ state: "done", result: { refundId: refunds[0]?.id } });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ refundedMinor: 1000 });
  });

  it("pays a helper once", async () => {
    await transferAsked();
    await lose("transfer", "answer");
    w.clock.advance(25 * hour);
    await settleAll(w);
    const transfers = await atProvider("transfer");
    expect(transfers).toHaveLength(1);
    const [payout] = await w.store.db.select().from(w.store.t.payout);
    expect(payout).toMatchObject({ state: "sent", transferId: transfers[0]?.id });
    expect((await ledgerSums(await w.as(system))).balanced).toBe(true);
  });

  it("takes a transfer back once, and opens one account a helper", async () => {
    await transferAsked();
    await settleAll(w);
    const [transfer] = await atProvider("transfer");
    const accounts = (await atProvider("account")).length;
    const ctx = await w.as(system);
    await ask(ctx, "reverse", "reverse:test", { transferId: transfer?.id, amountMinor: 500 }, {});
    await ask(ctx, "account", "account:test", { helperId: "h", email: "h@example.ch", name: "H" }, { helperId: w.helper.helperId });
    for (const kind of ["reverse", "account"] as const) await lose(kind, "answer");
    w.clock.advance(25 * hour);
    await settleAll(w);
    const reversals = await atProvider("reversal");
    expect(reversals).toHaveLength(1);
    expect(await theOperation("reverse")).toMatchObject({ state: "done", result: { reversalId: reversals[0]?.id } });
    expect(await atProvider("account")).toHaveLength(accounts + 1);
    expect(await theOperation("account")).toMatchObject({ state: "done" });
  });

  it("is done, not refused, when the card was captured or released meanwhile", async () => {
    const captured = await submitted(w, 2);
    const { id: paymentId } = await paid(w, captured, "card");
    must(await acceptBooking(await w.as(w.helper.actor), captured));
    must(await captureDue(await w.as(system), paymentId));
    await lose("capture", "answer");
    const released = await submitted(w, 2);
    await paid(w, released, "card");
    must(await cancelBooking(await w.as(aGuest(released)), released, "no_longer_needed"));
    await lose("cancel", "answer");
    w.clock.advance(24 * hour);
    for (const kind of ["capture", "cancel"] as const) await performOperation(w.app, await w.as(system), (await theOperation(kind)).id);
    expect([(await theOperation("capture")).state, (await theOperation("cancel")).state]).toEqual(["done", "done"]);
    expect(await paymentOf(await w.as(system), captured)).toMatchObject({ state: "captured", capturedMinor: 4900 });
    expect(await paymentOf(await w.as(system), released)).toMatchObject({ state: "cancelled" });
  });

  it("is sent anew under a fresh key when nothing is found, and that key is kept for the next try", async () => {
    await refundAsked();
    await lose("refund", "request");
    w.clock.advance(25 * hour);
    await lose("refund", "answer");
    w.clock.advance(hour);
    await callAgain();
    expect(await atProvider("refund")).toHaveLength(1);
    const operation = await theOperation("refund");
    expect(operation).toMatchObject({ state: "done", sentAt: w.clock.now() - hour });
    expect(operation.sentKey).not.toBe(operation.key);
  });

  it("is repeated under its own key while the provider knows it", async () => {
    await refundAsked();
    await lose("refund", "answer");
    w.clock.advance(22 * hour);
    await callAgain();
    expect(await atProvider("refund")).toHaveLength(1);
    const operation = await theOperation("refund");
    expect(operation.sentKey).toBe(operation.key);
    const { paymentOperation } = w.store.t;
    expect(await w.store.db.$count(paymentOperation, and(eq(paymentOperation.kind, "refund"), eq(paymentOperation.state, "done")))).toBe(1);
  });
});
