import { setImmediate as turn } from "node:timers/promises";
import { and, asc, count, eq, inArray, isNull, sql, sum } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { violation } from "#db/violation.ts";
import { type SampleStore, sampleOn } from "../support/store/sample.open.ts";

const errorOf = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => expect.fail("This should have been refused."),
    (error: unknown) => error,
  );

const person = (id: string, more = {}) => ({
  id,
  email: `${id}@example.ch`,
  tastes: { language: "de", tags: ["garden", "näh"] },
  createdAt: 1_800_000_000_123,
  ...more,
});
const offer = (id: string, more = {}) => ({ id, personId: "anna", title: `Title ${id}`, price: 9_007_199_254, ...more });

for (const [engine, open] of Object.entries(sampleOn))
  describe(`the store on ${engine}`, () => {
    let store: SampleStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      for (const table of [store.t.offer, store.t.tally, store.t.person, store.t.event]) await store.db.delete(table);
      await store.db.insert(store.t.person).values([person("anna", { trusted: true }), person("beat")]);
    });
    const tally = async () => {
      const [row] = await store.db.select().from(store.t.tally).where(eq(store.t.tally.day, 1));
      return row?.n;
    };

    it("gives back what it was given: truth, JSON, milliseconds, nothing", async () => {
      const [given] = await store.db.insert(store.t.person).values(person("cléo")).returning();
      expect(given).toEqual({ ...person("cléo"), trusted: false, deletedAt: null });
      const [read] = await store.db.select().from(store.t.person).where(eq(store.t.person.id, "cléo"));
      expect(read).toEqual(given);
    });

    it("finds rows by truth, time, list and absence", async () => {
      const { person: p } = store.t;
      const ids = async (condition: ReturnType<typeof and>) =>
        (await store.db.select({ id: p.id }).from(p).where(condition).orderBy(asc(p.id))).map(({ id }) => id);
      expect(await ids(eq(p.trusted, true))).toEqual(["anna"]);
      expect(await ids(and(eq(p.createdAt, 1_800_000_000_123), isNull(p.deletedAt)))).toEqual(["anna", "beat"]);
      expect(await ids(inArray(p.id, ["beat", "nobody"]))).toEqual(["beat"]);
      expect(await ids(sql`${p.trusted} = ${false}`)).toEqual(["beat"]);
    });

    it("finds the rows among some values, whatever signs they are written with, and none among no values", async () => {
      const { person: p } = store.t;
      const odd = ['o"hara', "d'arc", "{a,b}", "zoë\\", "NULL", ""];
      for (const id of odd) await store.db.insert(p).values(person(id, { email: `${odd.indexOf(id)}@example.ch` }));
      const among = async (ids: string[]) => (await store.db.select({ id: p.id }).from(p).where(and(store.db.among(p.id, ids), eq(p.trusted, false)))).map(({ id }) => id).sort();
      expect(await among([...odd, "anna", "nobody"])).toEqual([...odd].sort());
      expect(await among(["beat"])).toEqual(["beat"]);
      expect(await among([])).toEqual([]);
      expect(await store.tx((tx) => tx.$count(tx.t.offer, tx.among(tx.t.offer.personId, ["beat"])))).toBe(0);
    });

    it("inserts or updates", async () => {
      const { tally: t } = store.t;
      const add = () =>
        store.db
          .insert(t)
          .values({ person: "anna", day: 1, n: 1 })
          .onConflictDoUpdate({ target: [t.person, t.day], set: { n: sql`${t.n} + excluded.n` } })
          .returning();
      await add();
      await add();
      expect((await add())[0]).toEqual({ person: "anna", day: 1, n: 3 });
    });

    it("joins and adds up in numbers", async () => {
      const { person: p, offer: o } = store.t;
      await store.db.insert(o).values([offer("1"), offer("2", { price: 746, rating: 4.5 })]);
      const rows = await store.db
        .select({ id: p.id, offers: count(o.id), total: sql<number>`coalesce(sum(${o.price}), 0)` })
        .from(p)
        .leftJoin(o, eq(o.personId, p.id))
        .groupBy(p.id)
        .orderBy(asc(p.id));
      expect(rows).toEqual([
        { id: "anna", offers: 2, total: 9_007_200_000 },
        { id: "beat", offers: 0, total: 0 },
      ]);
      expect(await store.db.$count(o)).toBe(2);
      expect(await store.db.select({ total: sum(o.price).mapWith(Number) }).from(o)).toEqual([{ total: 9_007_200_000 }]);
      expect(await store.db.rows(sql`select id, rating, price from ${o} order by id desc limit ${1}`)).toEqual([
        { id: "2", rating: 4.5, price: 746 },
      ]);
    });

    it("counts events upwards and starts nowhere again", async () => {
      const { event } = store.t;
      const first = await store.db.insert(event).values([{ name: "a" }, { name: "b" }]).returning();
      await store.db.delete(event);
      const [next] = await store.db.insert(event).values({ name: "c" }).returning();
      expect(first[1]?.seq).toBe((first[0]?.seq ?? 0) + 1);
      expect(next?.seq).toBe((first[1]?.seq ?? 0) + 1);
    });

    it("names the rule a write breaks", async () => {
      const { person: p, offer: o, tally: t } = store.t;
      const broken = async (work: PromiseLike<unknown>) => violation(await errorOf(work));
      await store.db.insert(o).values(offer("1"));
      await store.db.insert(t).values({ person: "anna", day: 1, n: 1 });
      expect(await broken(store.db.insert(o).values(offer("2", { price: -1 })))).toEqual({
        kind: "check",
        name: "offer_price_positive",
      });
      expect(await broken(store.db.insert(o).values(offer("2", { personId: "nobody" })))).toMatchObject({
        kind: "foreign-key",
      });
      expect(await broken(store.db.insert(o).values(offer("2", { title: "Title 1" })))).toEqual({
        kind: "unique",
        name: "offer_title_once",
      });
      expect(await broken(store.db.insert(p).values(person("dora", { email: "anna@example.ch" })))).toEqual({
        kind: "unique",
        name: "person_email_live",
      });
      expect(await broken(store.db.insert(p).values(person("anna", { email: "new@example.ch" })))).toEqual({
        kind: "unique",
        name: "person_pkey",
      });
      expect(await broken(store.db.insert(t).values({ person: "anna", day: 1, n: 1 }))).toEqual({
        kind: "unique",
        name: "tally_pk",
      });
      expect(await broken(store.db.update(p).set({ email: sql`null` }))).toEqual({
        kind: "not-null",
        name: "person.email",
      });
      expect(violation(new Error("something else"))).toBeNull();
    });

    it("lets a partial rule go with its condition", async () => {
      const { person: p } = store.t;
      await store.db.update(p).set({ deletedAt: 1 }).where(eq(p.id, "anna"));
      await store.db.insert(p).values(person("anna2", { email: "anna@example.ch" }));
      expect(await store.db.$count(p, eq(p.email, "anna@example.ch"))).toBe(2);
    });

    it("names a hand-written rule against overlap, and lets neighbours be", async () => {
      const { slot } = store.t;
      await store.db.insert(slot).values({ id: "1", lane: "a", fromAt: 100, untilAt: 200 });
      await store.db.insert(slot).values([
        { id: "2", lane: "a", fromAt: 200, untilAt: 300 },
        { id: "3", lane: "b", fromAt: 150, untilAt: 250 },
      ]);
      const inserted = store.db.insert(slot).values({ id: "4", lane: "a", fromAt: 199, untilAt: 201 });
      const moved = store.db.update(slot).set({ fromAt: 199 }).where(eq(slot.id, "2"));
      for (const work of [inserted, moved])
        expect(violation(await errorOf(work))).toEqual({ kind: "exclusion", name: "slot_no_overlap" });
      await store.db.update(slot).set({ untilAt: 199 }).where(eq(slot.id, "1"));
      await store.db.update(slot).set({ fromAt: 199 }).where(eq(slot.id, "2"));
    });

    it("deletes children with their parent", async () => {
      await store.db.insert(store.t.offer).values(offer("1"));
      await store.db.delete(store.t.person).where(eq(store.t.person.id, "anna"));
      expect(await store.db.$count(store.t.offer)).toBe(0);
    });

    it("refuses text and fractions in whole numbers, and text in fractions", async () => {
      const { tally: t, offer: o, person: p } = store.t;
      const insert = (day: unknown) => store.db.rows(sql`insert into ${t} (person, day, n) values ('a', ${day}, 1)`);
      await errorOf(insert("abc"));
      await errorOf(store.db.insert(o).values(offer("1", { rating: sql`'good'` })));
      await errorOf(store.db.update(p).set({ trusted: sql`7` }));
      if (store.dialect === "sqlite") {
        expect(violation(await errorOf(insert("abc")))).toEqual({ kind: "check", name: "tally_day_number" });
        expect(violation(await errorOf(insert(1.5)))).toEqual({ kind: "check", name: "tally_day_number" });
      }
      await insert(3);
      expect(await store.db.$count(t)).toBe(1);
    });

    it("keeps all of a transaction, or nothing", async () => {
      const { tally: t } = store.t;
      const kept = await store.tx(async (tx) => {
        await tx.insert(t).values({ person: "anna", day: 1, n: 1 });
        await turn();
        const [seen] = await tx.select().from(t);
        return seen?.n;
      });
      expect(kept).toBe(1);
      const failed = store.tx(async (tx) => {
        await tx.update(t).set({ n: 99 });
        await turn();
        throw new Error("changed my mind");
      });
      await expect(failed).rejects.toThrow("changed my mind");
      expect(await tally()).toBe(1);
      const broken = store.tx(async (tx) => {
        await tx.update(t).set({ n: 99 });
        await tx.insert(t).values({ person: "anna", day: 1, n: 1 });
      });
      expect(violation(await errorOf(broken))?.kind).toBe("unique");
      expect(await tally()).toBe(1);
    });

    it("shows readers committed rows only", async () => {
      await store.db.insert(store.t.tally).values({ person: "anna", day: 1, n: 1 });
      let written = () => {};
      let seen = () => {};
      const afterWrite = new Promise<void>((resolve) => (written = resolve));
      const afterRead = new Promise<void>((resolve) => (seen = resolve));
      const writing = store.tx(async (tx) => {
        await tx.update(store.t.tally).set({ n: 2 });
        written();
        await afterRead;
      });
      await afterWrite;
      expect(await tally()).toBe(1);
      seen();
      await writing;
      expect(await tally()).toBe(2);
    });

    it("loses none of fifty increments at once", async () => {
      const { tally: t } = store.t;
      await store.db.insert(t).values({ person: "anna", day: 1, n: 0 });
      const increment = () =>
        store.tx(async (tx) => {
          const [row] = await tx.select().from(t).where(eq(t.day, 1));
          await turn();
          await tx.update(t).set({ n: (row?.n ?? 0) + 1 }).where(eq(t.day, 1));
        });
      await Promise.all(Array.from({ length: 50 }, increment));
      expect(await tally()).toBe(50);
    });

    it("lets one of twenty equal claims through", async () => {
      const claim = () => store.tx((tx) => tx.insert(store.t.tally).values({ person: "anna", day: 1, n: 1 }).returning());
      const answers = await Promise.allSettled(Array.from({ length: 20 }, claim));
      const refused = answers.flatMap((each) => (each.status === "rejected" ? [violation(each.reason)] : []));
      expect(refused).toEqual(Array.from({ length: 19 }, () => ({ kind: "unique", name: "tally_pk" })));
    });

    it("refuses what would wait for itself, and goes on afterwards", async () => {
      const { tally: t } = store.t;
      const row = { person: "anna", day: 1, n: 1 };
      await expect(store.tx(() => store.tx(async () => 1))).rejects.toThrow("pass the transaction's handle");
      const beside = await errorOf(store.tx(async () => store.db.insert(t).values(row)));
      const reading = await errorOf(store.tx(async () => store.db.select().from(t)));
      for (const error of [beside, reading]) expect((error as Error).cause ?? error).toMatchObject({ message: /handle it passes/ });
      const late = await store.tx(async (tx) => tx);
      const over = (await errorOf(late.insert(t).values(row))) as Error;
      expect((over.cause as Error).message).toMatch(/is over/);
      await store.tx((tx) => tx.insert(t).values(row).returning());
      expect(await tally()).toBe(1);
    });
  });
