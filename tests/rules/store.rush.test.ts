import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SampleStore, sampleOn } from "../support/store/sample.open.ts";

for (const [engine, open] of Object.entries(sampleOn))
  describe(`a rush of transactions on ${engine}`, () => {
    let store: SampleStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      for (const table of [store.t.offer, store.t.tally, store.t.person]) await store.db.delete(table);
      await store.db.insert(store.t.person).values({ id: "anna", email: "anna@example.ch", tastes: { language: "de", tags: [] }, createdAt: 1 });
    });
    const tally = async () => {
      const [row] = await store.db.select().from(store.t.tally).where(eq(store.t.tally.day, 1));
      return row?.n;
    };

    it("calls nothing kept that a swallowed failure has undone", async () => {
      const { tally: t } = store.t;
      const row = { person: "anna", day: 1, n: 1 };
      const [answer] = await Promise.allSettled([
        store.tx(async (tx) => {
          await tx.insert(t).values(row);
          await Promise.resolve(tx.insert(t).values(row)).catch(() => undefined);
        }),
      ]);
      expect(await tally()).toBe(answer.status === "fulfilled" ? 1 : undefined);
      expect(answer.status).toBe(store.dialect === "sqlite" ? "fulfilled" : "rejected");
    });

    it("brings a long transaction to its end, though short ones never stop to change what it has read", async () => {
      const { tally: t } = store.t;
      await store.db.insert(t).values({ person: "anna", day: 1, n: 0 });
      const add = (n: number, ms: number) =>
        store.tx(async (tx) => {
          const [row] = await tx.select().from(t).where(eq(t.day, 1));
          await wait(ms);
          await tx.update(t).set({ n: (row?.n ?? 0) + n }).where(eq(t.day, 1));
        });
      let [done, quick] = [false, 0];
      const never = async () => {
        for (; !done; quick++) await add(1, 0);
      };
      const others = [never(), never(), never()];
      await add(1_000_000, 40).finally(() => {
        done = true;
      });
      await Promise.all(others);
      expect(await tally()).toBe(1_000_000 + quick);
    });

    it("lets one after the other into what they name, in whichever order they name it", async () => {
      const { tally: t } = store.t;
      await store.db.insert(t).values([{ person: "anna", day: 1, n: 0 }, { person: "anna", day: 2, n: 0 }]);
      const inside = new Map([[1, 0], [2, 0]]);
      let most = 0;
      const increment = (_: unknown, i: number) =>
        store.tx(async (tx) => {
          for (const day of i % 2 ? [1, 2] : [2, 1]) {
            await tx.inTurn(`day ${day}`);
            const now = (inside.get(day) ?? 0) + 1;
            inside.set(day, now);
            most = Math.max(most, now);
            try {
              const [row] = await tx.select().from(t).where(eq(t.day, day));
              await turn();
              await tx.update(t).set({ n: (row?.n ?? 0) + 1 }).where(eq(t.day, day));
            } finally {
              inside.set(day, (inside.get(day) ?? 0) - 1);
            }
          }
        });
      await Promise.all(Array.from({ length: 40 }, increment));
      expect(await store.db.select({ n: t.n }).from(t)).toEqual([{ n: 40 }, { n: 40 }]);
      expect(most).toBe(1);
      await expect(store.db.inTurn("day 1")).rejects.toThrow("outside of store.tx()");
    });
  });
