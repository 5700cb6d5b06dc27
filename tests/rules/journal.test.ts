import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { record } from "#app/domain/kernel/journal.server.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { erasePerson, sealJournal } from "#app/domain/journal/journal.commands.server.ts";
import { mayReadJournal } from "#app/domain/journal/journal.policy.ts";
import { chainHead, journalPage, verifyJournal } from "#app/domain/journal/journal.queries.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { world } from "../support/world.ts";

eachDatabase("the journal", (open) => {
  let w: Awaited<ReturnType<typeof world>>;
  beforeEach(async () => {
    // The database closes with its describe block, once.
    w = await world({ store: { ...(await open()), close: async () => undefined } });
  });
  const tell = async (n: number, from = 0) => {
    for (let i = from; i < from + n; i++)
      await atomically(await w.as(system), async (tx) => {
        await record(tx, {
          name: i % 2 ? "booking.cancelled" : "booking.accepted",
          subject: { kind: "booking", id: `b${i}` },
          facts: { zeta: i, alpha: { y: [1, null, "ü"], x: 0.5 } },
          personal: { personId: i % 3 ? "anna" : "beat", values: { street: "Rosenweg 3", name: `Näme ${i}` } },
        });
        return ok(null);
      });
  };
  const entries = () => w.app.store.db.select().from(w.app.store.t.journalEntry).orderBy(asc(w.app.store.t.journalEntry.seq));
  const change = (id: string, set: Record<string, unknown>) => w.app.store.db.update(w.app.store.t.journalEntry).set(set).where(eq(w.app.store.t.journalEntry.id, id));

  it("is numbered without a gap and chained", async () => {
    await tell(7);
    const ctx = await w.as(system);
    expect(await chainHead(ctx)).toEqual({ sealed: 0, head: null, waiting: 7 });
    expect(await sealJournal(ctx)).toBe(7);
    await tell(3, 7);
    await sealJournal(ctx);
    const all = await entries();
    expect(all.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(all.slice(1).every((row, i) => row.previousHash === all[i]?.hash)).toBe(true);
    expect(await verifyJournal(ctx)).toEqual({ ok: true, sealed: 10, waiting: 0, head: all[9]?.hash });
  });

  it("stays one chain when four processes seal at once", async () => {
    await tell(20);
    const ctx = await w.as(system);
    await Promise.all(Array.from({ length: 4 }, () => sealJournal(ctx)));
    await sealJournal(ctx);
    expect(await verifyJournal(ctx)).toMatchObject({ ok: true, sealed: 20, waiting: 0 });
  });

  it("forgets a person and can still be verified", async () => {
    await tell(9);
    const ctx = await w.as(system);
    await sealJournal(ctx);
    await atomically(ctx, async (tx) => ok(await erasePerson(tx, "anna")));
    const left = await w.app.store.db.select().from(w.app.store.t.journalPersonal);
    expect(left.map((row) => row.personId)).toEqual(["beat", "beat", "beat"]);
    expect(await verifyJournal(ctx)).toMatchObject({ ok: true, sealed: 9 });
    const page = await journalPage(ctx, { page: 1 });
    expect(page.rows.filter((row) => row.personal === "erased")).toHaveLength(6);
  });

  it("shows every change to a sealed row, and where", async () => {
    await tell(6);
    const ctx = await w.as(system);
    await sealJournal(ctx);
    const [, , third] = await entries();
    if (!third) throw new Error("no third entry");
    const { id, ...was } = third;
    const broken = { ok: false, sealed: 2, brokenAt: 3 };
    for (const set of [{ facts: { zeta: 99 } }, { name: "booking.declined" }, { at: was.at + 1 }, { actorId: "somebody" }, { subjectId: "b99" }, { personalDigest: null }, { hash: "0".repeat(64) }]) {
      await change(id, set);
      expect(await verifyJournal(ctx)).toMatchObject(broken);
      await change(id, was);
    }
    const { journalPersonal: personal } = w.app.store.t;
    await w.app.store.db.update(personal).set({ values: { street: "Tulpenweg 5" } }).where(eq(personal.entryId, id));
    expect(await verifyJournal(ctx)).toMatchObject(broken);
    await w.app.store.db.delete(personal).where(eq(personal.entryId, id));
    await w.app.store.db.delete(w.app.store.t.journalEntry).where(eq(w.app.store.t.journalEntry.id, id));
    expect(await verifyJournal(ctx)).toMatchObject(broken);
  });

  it("is searched by subject, name and time, newest first, page by page", async () => {
    await tell(60);
    const ctx = await w.as(system);
    expect((await journalPage(ctx, { subject: "b5", page: 1 })).rows).toMatchObject([{ name: "booking.cancelled", subjectId: "b5" }]);
    expect((await journalPage(ctx, { name: "booking.acc", page: 1 })).rows).toHaveLength(30);
    expect((await journalPage(ctx, { name: "%", page: 1 })).rows).toHaveLength(50);
    const first = await journalPage(ctx, { subject: "booking", page: 1 });
    const second = await journalPage(ctx, { subject: "booking", page: 2 });
    expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([50, true, 10, false]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60);
    expect((await journalPage(ctx, { until: ctx.now, page: 1 })).rows).toEqual([]);
    expect((await journalPage(ctx, { from: ctx.now, page: 1 })).rows).toHaveLength(50);
  });
});

it("Quality and administrators read the journal, others do not", () => {
  expect([staff("a", ["quality"]), staff("a", ["admin"]), staff("a", ["support"]), staff("a", ["finance"]), system].map(mayReadJournal)).toEqual([true, true, false, false, false]);
});
