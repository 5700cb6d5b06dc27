import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { foreseenAll } from "#app/domain/payment/holding.server.ts";
import { earnings, heldPayouts, heldSum } from "#app/domain/payment/payment.queries.server.ts";
import { openRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { as, aStaffMember, contextOn } from "../support/people.ts";
import { aSignedOffBooking } from "../support/rescue.ts";

/** The same context, and how often its database is asked. */
function counted(ctx: Context): { ctx: Context; asked: () => number } {
  let asked = 0;
  const db = new Proxy(ctx.db, {
    get: (of, name, self) => {
      if (name === "select" || name === "$count" || name === "rows" || name === "tuples") asked += 1;
      return Reflect.get(of, name, self) as unknown;
    },
  });
  return { ctx: { ...ctx, db }, asked: () => asked };
}

eachDatabase("what is held", (open) => {
  let root: Context;
  const told = new Map<string, string>();
  beforeAll(async () => {
    root = contextOn(await open());
    const { payout, helper, payment } = root.db.t;
    const planned = async (solved: "yes" | "no", name: string) => {
      const story = await aSignedOffBooking(root, solved);
      const [row] = await root.db.select().from(payout).where(eq(payout.bookingId, story.bookingId));
      if (!row) throw new Error("No payout");
      told.set(row.id, name);
      root = { ...root, now: Math.max(root.now, story.now) };
      return { ...story, row };
    };
    await planned("yes", "planned");
    await planned("no", "held not_solved");
    const rescued = await planned("yes", "held rescue");
    must(await openRescue(as(root, rescued.guest, rescued.now), rescued.bookingId, { words: "Wieder langsam.", wish: "redo" }));
    const without = await planned("yes", "held account_not_ready");
    await root.db.update(helper).set({ payoutActiveAt: null }).where(eq(helper.id, without.helper.helperId));
    // An extra comes from a payment of its own; a page opened later does not hide the one that was paid.
    const withExtra = await planned("no", "held not_solved");
    const unpaid = await planned("yes", "planned");
    for (const [{ row, bookingId }, captured, name] of [[withExtra, true, "held not_solved"], [unpaid, false, "planned"]] as const) {
      const [id, extraId] = [root.newId(), root.newId()];
      const amount = { bookingId, purpose: "extra" as const, extraId, mode: "debit" as const, amountMinor: 1500, updatedAt: row.createdAt };
      await root.db.insert(payment).values({ ...amount, id: root.newId(), state: captured ? "captured" : "expired", capturedMinor: captured ? 1500 : 0, createdAt: row.createdAt });
      await root.db.insert(payment).values({ ...amount, id: root.newId(), state: "expired", createdAt: row.createdAt + 1 });
      await root.db.insert(payout).values({ ...row, id, kind: "extra", extraId, grossMinor: 1500, commissionMinor: 0, netMinor: 1500 });
      told.set(id, name);
    }
    const already = await planned("no", "planned");
    await root.db.update(payout).set({ state: "sent", sentAt: root.now }).where(eq(payout.id, already.row.id));
    told.set(already.row.id, "sent");
  }, 120_000);

  const all = async (ctx: Context) => ctx.db.select().from(ctx.db.t.payout);
  const words = ({ state, holdReason }: { state: string; holdReason: string | null }) => (holdReason ? `${state} ${holdReason}` : state);

  it("is said of many payouts at once as it is of each alone, each by what holds it", async () => {
    const rows = await all(root);
    const together = await foreseenAll(root, rows);
    const alone = [];
    for (const row of rows) alone.push(...(await foreseenAll(root, [row])));
    expect(together).toEqual(alone);
    expect(new Map(together.map((row) => [row.id, words(row)]))).toEqual(told);
  });

  it("costs the same few questions to the database for many payouts as for one", async () => {
    const rows = (await all(root)).filter(({ state }) => state === "planned");
    expect(rows.length).toBeGreaterThan(6);
    const asking = async (some: typeof rows) => {
      const { ctx, asked } = counted(root);
      await foreseenAll(ctx, some);
      return asked();
    };
    expect([await asking(rows.slice(0, 1)), await asking(rows)]).toEqual([4, 4]);
    expect(await asking([])).toBe(0);
  });

  it("is listed for staff, and for each helper, in as many questions however many are held", async () => {
    const finance = await aStaffMember(root, "finance");
    const { ctx, asked } = counted(as(root, finance.actor));
    const held = await heldPayouts(ctx);
    expect(held.map(({ reason }) => reason).sort()).toEqual(["account_not_ready", "not_solved", "not_solved", "not_solved", "rescue"]);
    expect(asked()).toBe(5);
    expect(await heldSum(root)).toEqual({ held: 5, heldMinor: held.reduce((sum, { netMinor }) => sum + netMinor, 0) });
    const [row] = held.filter(({ reason }) => reason === "rescue");
    expect((await earnings(as(root, finance.actor), row?.helperId ?? "")).rows.map(words)).toEqual(["held rescue"]);
  });
});
