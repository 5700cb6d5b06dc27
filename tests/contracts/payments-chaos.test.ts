import { describe, expect, it } from "vitest";
import type { Result } from "#app/domain/kernel/result.ts";
import type { Fault } from "#app/gateways/payments/standin/http.server.ts";
import { completeOnboarding, type PlayChoice } from "#app/gateways/payments/standInCheckout.server.ts";
import { storeStorage, type StandInStorage } from "#app/gateways/payments/standin.server.ts";
import { openPaymentBench, type PaymentBench } from "../support/payments.ts";
import { sqliteStore } from "../support/databases.ts";

/** A small generator with a stated seed, so that a failure can be run again. */
function dice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { chance: (share: number) => next() < share, upTo: (limit: number) => 1 + Math.floor(next() * limit), one: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T };
}

const faults: readonly Fault[] = ["request_lost", "crash_inside", "answer_lost", "answer_broken"];

/** As a job would: the same call with the same key until an answer comes, whatever is lost on the way. */
async function insist<T, R extends string>(call: () => Promise<Result<T, R>>): Promise<{ result: Result<T, R>; tries: number }> {
  for (let tries = 1; tries <= 50; tries += 1) {
    try {
      return { result: await call(), tries };
    } catch (error) {
      if (!/connection|went wrong/i.test(String(error))) throw error;
    }
  }
  throw new Error("No answer after 50 tries");
}

type Known = { intentId: string; chargeId: string; amount: number; captured: number; refunded: number; transferred: number; cancelled: boolean };

async function run(seed: number, operations: number, storage?: StandInStorage) {
  const random = dice(seed);
  let raging = false;
  const bench: PaymentBench = openPaymentBench({
    ...(storage && { storage }),
    chaos: () => (raging && random.chance(0.35) ? random.one(faults) : null),
  });
  const { payments } = bench;
  const account = await payments.createAccount({ helperId: "h", email: "h@example.ch", name: "H" }, `account-${seed}`);
  if (!account.ok) throw new Error(account.refusal);
  const { accountId } = account.value;
  await payments.onboardingLink(accountId, "http://shop.test/a", "http://shop.test/b");
  await completeOnboarding(bench.standIn, accountId);

  const known: Known[] = [];
  for (let made = 0; made < 12; made += 1) {
    const amount = 1000 + random.upTo(20_000);
    const method: PlayChoice = random.one(["card", "card", "twint"]);
    const { intentId, chargeId } = await bench.paid(method, { amountMinor: amount });
    known.push({ intentId, chargeId, amount, captured: method === "twint" ? amount : 0, refunded: 0, transferred: 0, cancelled: false });
  }

  raging = true;
  let repeated = 0;
  for (let step = 0; step < operations; step += 1) {
    const payment = random.one(known);
    const key = `seed-${seed}-step-${step}`;
    const minor = random.upTo(payment.amount);
    const open = payment.captured === 0 && !payment.cancelled;
    const kind = random.one(["capture", "cancel", "refund", "refund", "transfer", "transfer"] as const);
    if (kind === "cancel" && !random.chance(0.2)) continue;
    if (kind === "transfer" && open) continue;
    if (kind === "transfer" && payment.cancelled) continue;
    const { result, tries } = await insist<unknown, string>(() => {
      if (kind === "capture") return payments.capture(payment.intentId, minor, key);
      if (kind === "cancel") return payments.cancel(payment.intentId, key);
      if (kind === "refund") return payments.refund(payment.intentId, minor, key);
      return payments.transfer({ amountMinor: minor, accountId, chargeId: payment.chargeId, transferGroup: "g", reference: "r" }, key);
    });
    repeated += tries - 1;
    const possible = {
      capture: open && minor <= payment.amount,
      cancel: open,
      refund: payment.captured > 0 && payment.refunded + minor <= payment.captured,
      transfer: payment.captured > 0 && payment.transferred + minor <= payment.captured,
    }[kind];
    expect(result.ok, `${kind} ${minor} at step ${step}, seed ${seed}`).toBe(possible);
    if (!result.ok) continue;
    if (kind === "capture") payment.captured = minor;
    else if (kind === "cancel") payment.cancelled = true;
    else if (kind === "refund") payment.refunded += minor;
    else payment.transferred += minor;
  }

  raging = false;
  for (const payment of known) {
    const facts = await payments.readIntent(payment.intentId);
    expect(facts, `seed ${seed}`).toMatchObject({ capturedMinor: payment.captured, refundedMinor: payment.refunded, status: payment.cancelled ? "cancelled" : payment.captured > 0 ? "captured" : "reserved" });
  }
  const sums = await bench.standIn.run(async ({ rows }) => {
    const transferred = new Map<string, number>();
    for (const one of await rows.list("transfer")) transferred.set(one.source_transaction ?? "", (transferred.get(one.source_transaction ?? "") ?? 0) + one.amount);
    return { transferred, balance: (await rows.get("balance", "chf"))?.available ?? 0 };
  });
  for (const payment of known) expect(sums.transferred.get(payment.chargeId) ?? 0, `seed ${seed}`).toBe(payment.transferred);
  const fees = known.reduce((sum, one) => sum + (one.captured > 0 ? Math.round(one.captured * 0.029) + 30 : 0), 0);
  const moved = known.reduce((sum, one) => sum + one.captured - one.refunded - one.transferred, 0);
  expect(sums.balance, `seed ${seed}`).toBe(moved - fees);
  return repeated;
}

describe("requests and answers that get lost", () => {
  it.each([1, 20_271_231, 424_242])("never double money when repeated under the same key (seed %i, 200 operations)", async (seed) => {
    expect(await run(seed, 200)).toBeGreaterThan(20);
  });

  it("never double money on the product's own database either", async () => {
    const store = await sqliteStore();
    try {
      expect(await run(7, 80, storeStorage(store, () => 1_800_000_000_000))).toBeGreaterThan(8);
    } finally {
      await store.close();
    }
  });
});
