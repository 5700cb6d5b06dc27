import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { bookingAtomically } from "#app/domain/availability/occupancy.server.ts";
import { acceptBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { violation } from "#db/violation.ts";
import { aHeldBooking, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn } from "../support/people.ts";

const clients = 50;

eachDatabase("many want one slot", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** Everybody asks for the same start at once; the answers in the order they were asked. */
  const rush = (listingId: string, startsAt: number) =>
    Promise.all(Array.from({ length: clients }, () => holdSlot(as(root, aGuest()), { offer: { listingId }, startsAt, place: basel })));
  type Answers = Awaited<ReturnType<typeof rush>>;

  async function check(answers: Answers, calendarId: string, startsAt: number) {
    const winners = answers.filter(({ ok }) => ok);
    const losers = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
    expect([winners.length, losers.length]).toEqual([1, clients - 1]);
    for (const { refusal, detail } of losers) {
      expect(refusal).toBe("slot-taken");
      const next = detail?.next as number[];
      expect(next.length).toBeGreaterThan(0);
      expect(next).not.toContain(startsAt);
    }
    const { occupancy } = root.db.t;
    const taken = await root.db.select().from(occupancy).where(eq(occupancy.calendarId, calendarId));
    expect(taken.filter(({ fromAt, untilAt }) => fromAt < startsAt && startsAt < untilAt).length).toBe(1);
  }

  it("50 clients on one slot: one winner, the others are told the next ones", async () => {
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[3]?.slots[2] ?? 0;
    await check(await rush(helper.listingId, startsAt), helper.helperId, startsAt);
  }, 60_000);

  it("20 slots of 50 clients each, all at once: one winner each, and no draft without its slot", async () => {
    const helpers = await Promise.all(Array.from({ length: 20 }, () => aHelper(root)));
    const startsAt = ((await slotsForListing(root, helpers[0]?.listingId ?? "")) ?? [])[3]?.slots[2] ?? 0;
    const all = await Promise.all(helpers.map(({ listingId }) => rush(listingId, startsAt)));
    for (const [i, answers] of all.entries()) await check(answers, helpers[i]?.helperId ?? "", startsAt);
    const { booking } = root.db.t;
    const drafts = await root.db.select({ calendarId: booking.calendarId }).from(booking).where(eq(booking.startsAt, startsAt));
    for (const { helperId } of helpers) expect(drafts.filter(({ calendarId }) => calendarId === helperId).length).toBe(1);
  }, 120_000);

  it("yes and no at once, each sent twice: one of them counts, and the money arrives once", async () => {
    for (let i = 0; i < 5; i++) {
      const { bookingId, guest, helper } = await aHeldBooking(root);
      await Promise.all([1, 2].map(async () => must(await submitBooking(as(root, guest), bookingId, aForm()))));
      await Promise.all([1, 2, 3].map(async () => must(await paymentArrived(as(root, system), bookingId))));
      const mine = as(root, helper.actor);
      const answers = await Promise.all([acceptBooking(mine, bookingId), declineBooking(mine, bookingId), acceptBooking(mine, bookingId), declineBooking(mine, bookingId)]);
      const { state } = await readBooking(root, bookingId);
      expect(["accepted", "declined"]).toContain(state);
      expect(answers.map((answer) => answer.ok)).toEqual(state === "accepted" ? [true, false, true, false] : [false, true, false, true]);
      const story = (await root.db.select().from(root.db.t.journalEntry).where(eq(root.db.t.journalEntry.subjectId, bookingId))).map(({ name }) => name);
      expect(story.filter((name) => name === "booking.pay").length).toBe(1);
      expect(story.filter((name) => name === "booking.accept" || name === "booking.decline").length).toBe(1);
      expect(await root.db.$count(root.db.t.payment, eq(root.db.t.payment.bookingId, bookingId))).toBe(1);
    }
  }, 60_000);

  it("the database has the last word: two overlapping times of one calendar, written past every command", async () => {
    const { occupancy } = root.db.t;
    const row = (id: string, fromAt: number, calendarId = "calendar") => ({ id, calendarId, fromAt, untilAt: fromAt + 100, kind: "block" as const });
    const told = (work: PromiseLike<unknown>) => Promise.resolve(work).then(() => "written", (problem: unknown) => violation(problem)?.name);
    await root.db.insert(occupancy).values([row("one", 1000), row("touching", 1100), row("elsewhere", 1050, "other")]);
    expect(await told(root.db.insert(occupancy).values(row("two", 1099)))).toBe("occupancy_overlap");
    expect(await told(root.db.update(occupancy).set({ fromAt: 1050 }).where(eq(occupancy.id, "touching")))).toBe("occupancy_overlap");
    const late = await bookingAtomically(root, async (tx) => {
      await tx.db.insert(occupancy).values(row("three", 1001));
      return ok(null);
    });
    expect(late).toEqual({ ok: false, refusal: "slot-taken" });
    expect(await told(root.db.update(occupancy).set({ kind: "hold" }).where(eq(occupancy.id, "touching")))).toBe("written");
  });
});
