import { and, asc, eq, gt } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { type BookingState, endedStates } from "#app/domain/booking/booking.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, type Result } from "#app/domain/kernel/result.ts";
import { reviewVisit } from "#app/domain/review/review.commands.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn } from "../support/people.ts";

const hour = 3_600_000;
const day = 24 * hour;

eachDatabase("with only the clock", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** Makes a booking and stops at a state; what was done last. */
  async function until(state: BookingState): Promise<{ id: string; now: number; startsAt: number }> {
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[3]?.slots[0] ?? 0;
    const { bookingId: id } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    let now = root.now;
    const visit = (work: (ctx: Context, id: string) => Promise<Result<unknown>>) => async () => {
      now = startsAt;
      return work(as(root, helper.actor, now), id);
    };
    const way: [BookingState, () => Promise<Result<unknown>>][] = [
      ["paying", () => submitBooking(as(root, aGuest(id)), id, aForm())],
      ["requested", () => paymentArrived(as(root, system), id)],
      ["accepted", () => acceptBooking(as(root, helper.actor), id)],
      ["underway", visit(setOff)],
      ["started", visit(startVisit)],
      ["finished", visit(finishVisit)],
      ["reported", visit((ctx) => fileReport(ctx, id, { outcome: "partly", checklist: [], rootCause: null, words: "", measures: [] }))],
      ["signed_off", () => signOff(as(root, aGuest(id), now), id, { solved: "unknown", right: "unknown" })],
    ];
    for (const [to, step] of way) {
      const found = await findBooking(as(root, system), id);
      if (found?.state === state) break;
      must(await step());
      expect((await findBooking(as(root, system), id))?.state).toBe(to);
    }
    return { id, now, startsAt };
  }

  /** Lets the queue wake the booking at each time it asked for, and nothing else happen. */
  async function walk(id: string, from: number): Promise<BookingState[]> {
    const seen: BookingState[] = [];
    const { job } = root.db.t;
    let last = (await findBooking(as(root, system), id))?.state;
    for (let now = from; ; ) {
      const rows = await root.db.select().from(job).where(and(eq(job.kind, "booking.tick"), gt(job.runAt, now))).orderBy(asc(job.runAt));
      const next = rows.find(({ payload }) => payload.bookingId === id);
      if (!next) return seen;
      now = next.runAt;
      await tickBooking(as(root, system, now), id);
      const found = await findBooking(as(root, system), id);
      if (found && found.state !== last) seen.push(found.state);
      last = found?.state;
    }
  }

  const ends: [BookingState, BookingState[]][] = [
    ["draft", ["abandoned"]],
    ["paying", ["abandoned"]],
    ["requested", ["lapsed"]],
    ["accepted", ["cancelled"]],
    ["underway", ["cancelled"]],
    ["started", ["cancelled"]],
    ["finished", ["cancelled"]],
    ["reported", ["signed_off", "closed"]],
    ["signed_off", ["closed"]],
  ];
  for (const [state, way] of ends)
    it(`a booking that is ${state} reaches an end`, async () => {
      const { id, now } = await until(state);
      const seen = await walk(id, now);
      expect(seen).toEqual(way);
      const found = await findBooking(as(root, system), id);
      expect(endedStates).toContain(found?.state);
      expect(found?.blurredAt).toBe((found?.stateSince ?? 0) + 90 * day);
      expect([found?.street, found?.visited, found?.concern]).toEqual([null, null, ""]);
      const { occupancy } = root.db.t;
      if (found?.state !== "closed") expect(await root.db.$count(occupancy, eq(occupancy.bookingId, id))).toBe(0);
    });

  it("the same, when the house slept for half a year and wakes once: each thing is dated to when it was due", async () => {
    const { id, now } = await until("reported");
    await tickBooking(as(root, system, now + 180 * day), id);
    const found = await findBooking(as(root, system), id);
    expect(found).toMatchObject({ state: "closed", signedOffAt: now + 72 * hour, signedOffBy: "time" });
    expect(found?.closedAt).toBe(now + 72 * hour + 60 * day);
    expect(found?.stillAskedAt).toBe(now + 7 * day);
  });

  it("a reminder goes to both the day before, and to nobody who booked for tomorrow", async () => {
    const { id, startsAt } = await until("accepted");
    const mails = async () => (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "mail"))).filter(({ payload }) => payload.bookingId === id && String(payload.kind).startsWith("booking.reminder")).map(({ payload }) => payload.kind);
    await tickBooking(as(root, system, startsAt - day - 1), id);
    expect(await mails()).toEqual([]);
    for (const _ of [1, 2]) await tickBooking(as(root, system, startsAt - day), id);
    expect((await mails()).sort()).toEqual(["booking.reminder.customer", "booking.reminder.helper"]);
  });

  it("nobody is asked whether a visit stands that has begun while the house slept", async () => {
    const { id, startsAt } = await until("accepted");
    for (const _ of [1, 2]) await tickBooking(as(root, system, startsAt), id);
    const mails = (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "mail"))).filter(({ payload }) => payload.bookingId === id).map(({ payload }) => String(payload.kind));
    expect(mails.filter((kind) => /reminder|confirmAgain/.test(kind))).toEqual([]);
    const told = (await root.db.select().from(root.db.t.journalEntry).where(eq(root.db.t.journalEntry.subjectId, id))).map(({ name }) => name);
    expect(told.filter((name) => /remind/i.test(name))).toEqual([]);
    expect((await findBooking(as(root, system), id))?.remindedAt).not.toBeNull();
  });

  it("a review is published a week after it was written, and its stars count from then on", async () => {
    const { id, now } = await until("reported");
    const stars = { punctual: 5, friendly: 5, competent: 4, words: "Alles gut.", privateWord: "Kam mit Hund." };
    const first = must(await reviewVisit(as(root, aGuest(id), now), id, stars));
    expect(must(await reviewVisit(as(root, aGuest(id), now), id, { ...stars, punctual: 1 }))).toEqual(first);
    const { review, helperFigures } = root.db.t;
    const read = async () => (await root.db.select().from(review).where(eq(review.bookingId, id)))[0];
    await tickBooking(as(root, system, now + 7 * day - 1), id);
    expect(await read()).toMatchObject({ stars: 5, publishedAt: null, author: "Anna M.", locality: "Basel" });
    await walk(id, now + 7 * day - 1);
    const published = await read();
    expect(published?.publishedAt).toBe(now + 7 * day);
    const [figures] = await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, published?.helperId ?? ""));
    expect(figures).toMatchObject({ reviews: 1, starsSum: 5 });
  });
});
