import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import { ok, refuse } from "#app/domain/kernel/result.ts";
import { attemptsAtMost, hour, minute, restAfter, second } from "#app/jobs/job.ts";
import { rerunJob } from "#app/jobs/jobs.commands.server.ts";
import { jobPage } from "#app/jobs/jobs.queries.server.ts";
import { runDue, startJobs } from "#app/jobs/runner.server.ts";
import { pulses, queueRecurring, recurring, timeAfter } from "#app/jobs/schedule.ts";
import german from "#app/texts/de/staffSystem.json";
import english from "#app/texts/en/staffSystem.json";
import { eachDatabase } from "../support/databases.ts";
import { world } from "../support/world.ts";

type World = Awaited<ReturnType<typeof world>>;

eachDatabase("queued work", (open) => {
  let w: World;
  beforeEach(async () => {
    // The database closes with its describe block, once.
    w = await world({ store: { ...(await open()), close: async () => undefined } });
  });
  const queue = async (bookingId: string, runAt?: number) => later(await w.as(system), "booking.tick", { bookingId }, { runAt });
  const rows = () => w.app.store.db.select().from(w.app.store.t.job);
  const ticking = (work: (bookingId: string) => Promise<void> | void) => ({ "booking.tick": async (_app: unknown, _ctx: unknown, { bookingId }: { bookingId: string }) => work(bookingId) });

  it("is done after the commit and never when its transaction was refused", async () => {
    const ctx = await w.as(system);
    await atomically(ctx, async (tx) => {
      await later(tx, "booking.tick", { bookingId: "refused" });
      return refuse("no");
    });
    await atomically(ctx, async (tx) => {
      await later(tx, "booking.tick", { bookingId: "kept" });
      return ok(null);
    });
    const done: string[] = [];
    await runDue(w.app, { handlers: ticking((id) => void done.push(id)) });
    expect(done).toEqual(["kept"]);
    expect(await rows()).toMatchObject([{ state: "done", attempts: 1, leaseUntil: null, lastError: null }]);
  });

  it("is done in the order of its business time, and not before it is due", async () => {
    const now = w.app.clock.business();
    await queue("second", now - minute);
    await queue("tomorrow", now + hour);
    await queue("first", now - hour);
    const done: string[] = [];
    await runDue(w.app, { handlers: ticking((id) => void done.push(id)) });
    expect(done).toEqual(["first", "second"]);
  });

  it("is queued once under one key, and not at all by the seed", async () => {
    const ctx = await w.as(system);
    for (let i = 0; i < 3; i++) await later(ctx, "booking.tick", { bookingId: "a" }, { key: "once" });
    await later({ ...ctx, quiet: true }, "booking.tick", { bookingId: "b" });
    expect(await rows()).toHaveLength(1);
  });

  it("is done by one of five workers at once", async () => {
    for (let i = 0; i < 40; i++) await queue(String(i));
    const done: string[] = [];
    const work = ticking(async (id) => {
      await new Promise((next) => setTimeout(next, 1));
      done.push(id);
    });
    await Promise.all(Array.from({ length: 5 }, () => runDue(w.app, { handlers: work })));
    expect(done).toHaveLength(40);
    expect(new Set(done).size).toBe(40);
  });

  it("rests longer after each failure and is dead after the last", async () => {
    await queue("broken");
    let tries = 0;
    const work = ticking(() => {
      tries += 1;
      throw new Error("mail to anna@example.ch came back");
    });
    for (let attempt = 1; attempt < attemptsAtMost; attempt++) {
      await runDue(w.app, { handlers: work });
      expect(tries).toBe(attempt);
      const [row] = await rows();
      const rest = (row?.retryAt ?? 0) - w.app.clock.real();
      expect(rest).toBeGreaterThanOrEqual(30 * second * 4 ** (attempt - 1));
      expect(rest).toBeLessThanOrEqual(restAfter(attempt, 1));
      w.clock.advance(rest - 1);
      await runDue(w.app, { handlers: work });
      expect(tries).toBe(attempt);
      w.clock.advance(1);
    }
    await runDue(w.app, { handlers: work });
    const [dead] = await rows();
    expect(dead).toMatchObject({ state: "dead", attempts: attemptsAtMost, leaseUntil: null });
    expect(dead?.lastError).toContain("came back");
    expect(dead?.lastError).not.toContain("anna@example.ch");
  });

  it("that fails in the database says which statement broke and none of its values", async () => {
    await queue("broken");
    const { person } = w.app.store.t;
    const one = { id: "p", email: "anna@example.ch", name: "Anna Muster", locale: "de" as const, createdAt: 1 };
    await w.app.store.db.insert(person).values(one).onConflictDoNothing();
    await runDue(w.app, { handlers: ticking(async () => void (await w.app.store.db.insert(person).values(one))) });
    const [failed] = await rows();
    expect(failed?.lastError).toContain("insert into");
    expect(failed?.lastError).not.toContain("Muster");
  });

  it("that is dead is seen and tried again by support, and the journal tells it", async () => {
    await queue("broken");
    const [row] = await rows();
    await w.app.store.db.update(w.app.store.t.job).set({ state: "dead", attempts: 6 });
    const support = await w.as(staff(await person(w), ["support"]));
    expect((await jobPage(support, "dead", 1)).rows).toMatchObject([{ id: row?.id, kind: "booking.tick", about: "broken" }]);
    expect(await rerunJob(await w.as(staff("s2", ["finance"])), row?.id ?? "")).toMatchObject({ ok: false, refusal: "not-allowed" });
    expect(await rerunJob(support, "somebody-else's")).toMatchObject({ ok: false, refusal: "not-found" });
    expect(await rerunJob(support, row?.id ?? "")).toMatchObject({ ok: true });
    const done: string[] = [];
    await runDue(w.app, { handlers: ticking((id) => void done.push(id)) });
    expect(done).toEqual(["broken"]);
    expect(await rerunJob(support, row?.id ?? "")).toMatchObject({ ok: false, refusal: "not-found" });
    const told = await w.app.store.db.select().from(w.app.store.t.journalEntry).where(eq(w.app.store.t.journalEntry.name, "job.rerun"));
    expect(told).toMatchObject([{ subjectId: row?.id, actorKind: "staff" }]);
  });

  it("left behind by a process that died is taken up when its lease is over, and the dead one's answer counts no more", async () => {
    await queue("left");
    await w.app.store.db.update(w.app.store.t.job).set({ state: "running", attempts: 1, leaseUntil: w.app.clock.real() + minute });
    const done: string[] = [];
    const work = ticking((id) => void done.push(id));
    await runDue(w.app, { handlers: work });
    expect(done).toEqual([]);
    w.clock.advance(minute + 1);
    await runDue(w.app, { handlers: work });
    expect(done).toEqual(["left"]);
    expect(await rows()).toMatchObject([{ state: "done", attempts: 2 }]);
  });

  it("that recurs has one row, runs again at its next time, and goes on after failures", async () => {
    await queueRecurring(w.app);
    await queueRecurring(w.app);
    expect(await rows()).toHaveLength(recurring.length);
    const ran: string[] = [];
    const work = { recurring: async (_app: unknown, _ctx: unknown, { name }: { name: string }) => void ran.push(name) };
    await runDue(w.app, { handlers: work });
    expect(ran).toEqual([]);
    w.clock.advance(25 * hour);
    await runDue(w.app, { handlers: work });
    expect([...ran].sort()).toEqual(recurring.map(({ name }) => name).sort());
    expect(await rows()).toHaveLength(recurring.length);
    expect((await rows()).every((row) => row.state === "queued" && row.attempts === 0)).toBe(true);
  });

  it("starts by itself when the bell rings, and stops cleanly", async () => {
    const jobs = await startJobs(w.app);
    await later(await w.as(system), "mail", { kind: "sign-in", email: "anna@example.ch", locale: "de", data: { code: "123456", link: "http://localhost/x", minutes: 10 } });
    const sent = async () => (await w.app.store.db.select().from(w.app.store.t.mail)).length;
    for (let i = 0; i < 100 && (await sent()) === 0; i++) await new Promise((next) => setTimeout(next, 10));
    await jobs.stop();
    expect(await sent()).toBe(1);
    await queue("after");
    await new Promise((next) => setTimeout(next, 250));
    expect((await rows()).filter((row) => row.kind === "booking.tick")).toMatchObject([{ state: "queued" }]);
  });
});

it("A time of day stays that time when the clocks change", () => {
  const at = { at: "02:30" };
  expect(new Date(timeAfter(at, Date.parse("2027-03-27T12:00:00+01:00"))).toISOString()).toBe("2027-03-28T01:30:00.000Z");
  expect(new Date(timeAfter(at, Date.parse("2027-10-30T12:00:00+02:00"))).toISOString()).toBe("2027-10-31T00:30:00.000Z");
  expect(timeAfter({ every: hour }, 3 * hour)).toBe(4 * hour);
});

async function person(w: World): Promise<string> {
  const { db, t } = w.app.store;
  const id = "support-person";
  await db.insert(t.person).values({ id, name: "Sandra Support", createdAt: 0 }).onConflictDoNothing();
  return id;
}

it("staff read every recurring work in words", () => {
  const names = [...recurring, ...pulses].map(({ name }) => name).sort();
  for (const { jobs } of [german, english]) expect(Object.keys(jobs.works).sort()).toEqual(names);
});
