import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { wakeOverdue } from "#app/domain/booking/sweep.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { attemptsAtMost } from "#app/jobs/job.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { queueRecurring } from "#app/jobs/schedule.ts";
import { aHeldBooking, anAskedBooking, day, hour, minute, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { as } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

eachDatabase("a booking whose tick was given up", (open) => {
  let w: World;
  beforeEach(async () => {
    w = await world({ store: { ...(await open()), close: async () => undefined } });
  });
  const broken = { "booking.tick": () => Promise.reject(new Error("the disk was full")) };
  const ticks = async (id: string) => {
    const { job } = w.store.t;
    return (await w.store.db.select().from(job).where(eq(job.kind, "booking.tick"))).filter(({ payload }) => payload.bookingId === id);
  };
  const state = async (id: string) => (await readBooking(await w.as(system), id)).state;
  /** Lets every tick that is due fail until it is given up. */
  const giveUp = async () => {
    for (let i = 0; i < attemptsAtMost; i++) {
      await runDue(w.app, { only: ["booking.tick"], handlers: broken });
      w.clock.advance(3 * hour);
    }
  };

  it("reaches its end all the same: the house looks for what is overdue every hour", async () => {
    const { bookingId, booking } = await anAskedBooking(await w.as(system));
    await queueRecurring(w.app);
    w.clock.advance((booking.answerBy ?? 0) - w.clock.now());
    await giveUp();
    expect((await ticks(bookingId)).filter(({ state }) => state === "dead").length).toBeGreaterThan(0);
    await runDue(w.app, { only: ["booking.tick"] });
    expect(await state(bookingId)).toBe("requested");
    w.clock.advance(hour);
    await runDue(w.app);
    expect(await state(bookingId)).toBe("lapsed");
  });

  it("is left alone while a tick is alive that is due, or before anything is", async () => {
    const ctx = await w.as(system);
    const { bookingId, booking } = await anAskedBooking(ctx);
    expect(await wakeOverdue(ctx)).toBe(0);
    w.clock.advance((booking.answerBy ?? 0) + hour - w.clock.now());
    expect(await wakeOverdue(await w.as(system))).toBe(0);
    await runDue(w.app, { only: ["booking.tick"], handlers: broken });
    expect(await wakeOverdue(await w.as(system))).toBe(0);
    await w.store.db.update(w.store.t.job).set({ state: "dead" }).where(and(eq(w.store.t.job.kind, "booking.tick"), eq(w.store.t.job.state, "queued")));
    expect(await wakeOverdue(await w.as(system))).toBe(1);
    // It is awake now.
    expect(await wakeOverdue(await w.as(system))).toBe(0);
    expect((await ticks(bookingId)).filter(({ state }) => state === "queued")).toHaveLength(1);
  });

  it("is found in whatever state it waits: held, accepted, or ended with an address to blur", async () => {
    const ctx = await w.as(system);
    const [held, accepted] = [await aHeldBooking(ctx), await anAskedBooking(ctx)];
    must(await acceptBooking(as(ctx, accepted.helper.actor), accepted.bookingId));
    const sweep = async () => {
      await w.store.db.delete(w.store.t.job).where(eq(w.store.t.job.kind, "booking.tick"));
      expect(await wakeOverdue(await w.as(system))).toBeGreaterThan(0);
      await runDue(w.app, { only: ["booking.tick"] });
    };
    w.clock.advance(hour);
    await sweep();
    expect([await state(held.bookingId), await state(accepted.bookingId)]).toEqual(["abandoned", "accepted"]);
    w.clock.advance(accepted.startsAt + 8 * day - w.clock.now());
    await sweep();
    expect(await state(accepted.bookingId)).toBe("cancelled");
    w.clock.advance(91 * day);
    await sweep();
    expect((await readBooking(await w.as(system), accepted.bookingId)).blurredAt).not.toBeNull();
    expect(await wakeOverdue(await w.as(system))).toBe(0);
  });

  it("waits for no more than the queue can bear: some at once, the rest the next time", async () => {
    const ctx = await w.as(system);
    for (let i = 0; i < 3; i++) await aHeldBooking(ctx);
    await w.store.db.delete(w.store.t.job);
    w.clock.advance(31 * minute + 10 * minute);
    expect([await wakeOverdue(await w.as(system), 2), await wakeOverdue(await w.as(system), 2), await wakeOverdue(await w.as(system), 2)]).toEqual([2, 1, 0]);
  });
  it("does not hide behind others that fail every time", async () => {
    const ctx = await w.as(system);
    for (let i = 0; i < 3; i++) await aHeldBooking(ctx);
    await w.store.db.delete(w.store.t.job);
    w.clock.advance(31 * minute + 10 * minute);
    const woken = new Set<unknown>();
    for (let i = 0; i < 60; i++) {
      await wakeOverdue(await w.as(system), 1);
      for (const { payload } of await w.store.db.select().from(w.store.t.job)) woken.add(payload.bookingId);
      await w.store.db.delete(w.store.t.job);
      w.clock.advance(hour);
    }
    expect(woken.size).toBe(3);
  });
});
