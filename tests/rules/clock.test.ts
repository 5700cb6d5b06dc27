import { beforeEach, expect, it } from "vitest";
import { person, staff, system } from "#app/domain/kernel/actor.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import { moveClock } from "#app/jobs/clock.server.ts";
import { hour, minute } from "#app/jobs/job.ts";
import { clockMoves, doneBetween } from "#app/jobs/jobs.queries.server.ts";
import { queueRecurring, recurring } from "#app/jobs/schedule.ts";
import { eachDatabase } from "../support/databases.ts";
import { world } from "../support/world.ts";

eachDatabase("the business clock", (open) => {
  let w: Awaited<ReturnType<typeof world>>;
  beforeEach(async () => {
    // The database closes with its describe block, once.
    w = await world({ store: { ...(await open()), close: async () => undefined } });
  });
  const mover = staff("mover", ["support"]);
  const wish = (postcode: string, runAt?: number) => async () =>
    later(await w.as(system), "mail", { kind: "area.open", email: `${postcode}@example.ch`, locale: "de", data: { postcode, locality: "Basel" } }, { runAt });

  it("moves forward by what was asked, while real time stays", async () => {
    const [business, real] = [w.app.clock.business(), w.app.clock.real()];
    expect(await moveClock(w.app, mover, 24)).toMatchObject({ ok: true, value: { from: business, to: business + 24 * hour } });
    expect(w.app.clock.business()).toBe(business + 24 * hour);
    expect(w.app.clock.real()).toBe(real);
    await moveClock(w.app, mover, 1);
    expect(w.app.clock.business()).toBe(business + 25 * hour);
  });

  it("lets every due job run at its own time, in order, also what jobs queue on the way", async () => {
    const start = w.app.clock.business();
    for (const [postcode, after] of [["4003", 3], ["4001", 1], ["4030", 30], ["4002", 2]] as const) await wish(postcode, start + after * hour)();
    const moved = await moveClock(w.app, mover, 24);
    const mails = await w.app.store.db.select().from(w.app.store.t.mail).orderBy(w.app.store.t.mail.createdAt);
    expect(mails.map((mail) => [mail.toAddress, mail.createdAt])).toEqual([
      ["4001@example.ch", start + hour],
      ["4002@example.ch", start + 2 * hour],
      ["4003@example.ch", start + 3 * hour],
    ]);
    expect(moved).toMatchObject({ ok: true, value: { ran: [{ at: start + hour }, { at: start + 2 * hour }, { at: start + 3 * hour }] } });
    const ctx = await w.as(system);
    expect((await doneBetween(ctx, start, start + 24 * hour)).map((row) => row.at - start)).toEqual([hour, 2 * hour, 3 * hour]);
    expect(await clockMoves(ctx)).toMatchObject([{ hours: 24, from: start, jobs: { mail: 3 } }]);
  });

  it("passes daily business work once for each day, and leaves real-time work alone", async () => {
    await queueRecurring(w.app);
    await moveClock(w.app, mover, 72);
    const [move] = await clockMoves(await w.as(system));
    expect(move?.jobs).toMatchObject({ "tell-opened-areas": 3 });
    for (const { name, clock } of recurring) if (clock === "real") expect(move?.jobs).not.toHaveProperty(name);
  });

  it("tells those who waited for an area on the morning of its first day, and forgets their address", async () => {
    await queueRecurring(w.app);
    const { db, t } = w.app.store;
    await db.insert(t.areaPostcode).values({ postcode: "4052", opensAt: w.app.clock.business() + 30 * hour });
    await db.insert(t.areaWish).values([
      { id: "w1", postcode: "4052", email: "anna@example.ch", locale: "fr", createdAt: 0 },
      { id: "w2", postcode: "4053", email: "beat@example.ch", locale: "de", createdAt: 0 },
    ]);
    await moveClock(w.app, mover, 24);
    expect(await db.select().from(t.mail)).toEqual([]);
    await moveClock(w.app, mover, 48);
    expect(await db.select().from(t.mail)).toMatchObject([{ toAddress: "anna@example.ch", locale: "fr", kind: "area.open" }]);
    expect((await db.select().from(t.areaWish).orderBy(t.areaWish.id)).map((row) => row.email)).toEqual([null, "beat@example.ch"]);
    const jobs = await db.select().from(t.job);
    expect(JSON.stringify(jobs)).not.toContain("anna@example.ch");
  });

  it("is not moved by customers, by nonsense, or while it moves", async () => {
    const before = w.app.clock.business();
    expect(await moveClock(w.app, person("p"), 24)).toMatchObject({ refusal: "not-allowed" });
    for (const hours of [0, -24, 1.5, Number.NaN, 1e9]) expect(await moveClock(w.app, mover, hours)).toMatchObject({ refusal: "invalid" });
    const [first, second] = await Promise.all([moveClock(w.app, mover, 1), moveClock(w.app, mover, 1)]);
    expect([first.ok, second.ok]).toEqual([true, false]);
    expect(w.app.clock.business()).toBe(before + hour);
  });

  it("does not let a failing job hold it up", async () => {
    await later(await w.as(system), "mail", { kind: "no such mail" }, { runAt: w.app.clock.business() + 5 * minute });
    const before = w.app.clock.business();
    expect(await moveClock(w.app, mover, 24)).toMatchObject({ ok: true, value: { ran: [{ ok: false }] } });
    expect(w.app.clock.business()).toBe(before + 24 * hour);
  });
});

it("In production the clock stands for nobody to move", async () => {
  const w = await world({ config: { mode: "production" } });
  expect(await moveClock(w.app, staff("admin", ["admin"]), 24)).toMatchObject({ refusal: "not-allowed" });
});
