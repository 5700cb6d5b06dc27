import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { abandonBooking, holdSlot, prolongHold } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { proposeTimes, takeTime } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import { planSeries } from "#app/domain/series/plan.queries.server.ts";
import { makeSeries, makeSingle } from "#app/domain/series/series.commands.server.ts";
import { seriesShown } from "#app/domain/series/series.queries.server.ts";
import { seriesStarts } from "#app/domain/series/dates.ts";
import { nearestTo, readWish, type Rhythm } from "#app/domain/series/series.ts";
import { answerSeries, cancelSeries, seriesEnd } from "#app/domain/series/together.commands.server.ts";
import { day, hour, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, aLane, as, basel, contextOn, everyDay, type HelperMore } from "../support/people.ts";

const zone = "Europe/Zurich";
const utc = (text: string): number => Date.parse(text);

describe("The dates of a series", () => {
  it.each([
    ["2027-03-21T10:00:00+01:00", ["2027-03-28T10:00:00+02:00", "2027-04-04T10:00:00+02:00"]],
    ["2027-10-24T10:00:00+02:00", ["2027-10-31T10:00:00+01:00", "2027-11-07T10:00:00+01:00"]],
  ])("keep the time on the wall across the clock change after %s", (first, later) => {
    expect(seriesStarts(utc(first), zone, { everyWeeks: 1, times: 3 })).toEqual([utc(first), ...later.map(utc)]);
  });

  it("take the moment after a time that a clock change leaves out, and the first of a doubled one", () => {
    expect(seriesStarts(utc("2027-03-21T02:30:00+01:00"), zone, { everyWeeks: 1, times: 2 })[1]).toBe(utc("2027-03-28T03:30:00+02:00"));
    expect(seriesStarts(utc("2027-10-24T02:30:00+02:00"), zone, { everyWeeks: 1, times: 2 })[1]).toBe(utc("2027-10-31T02:30:00+02:00"));
  });

  it("come back every one to four weeks, from two visits up to the policy's most", () => {
    expect(readWish("2", "6", 12)).toEqual({ everyWeeks: 2, times: 6 });
    for (const [weeks, times] of [["5", "6"], ["0", "6"], ["2", "1"], ["2", "13"], ["2", "2.5"], ["", ""], [null, null]]) expect(readWish(weeks, times, 12)).toBeNull();
  });

  it("name the nearest free times of a day in the order of the clock", () => {
    expect(nearestTo(10, [1, 8, 9, 11, 14, 30])).toEqual([8, 9, 11, 14]);
    expect(nearestTo(10, [])).toEqual([]);
  });
});

/** A held slot at ten o'clock on the day of `at`, by a guest. */
async function held(root: Context, more: HelperMore = {}, inDays = 7) {
  const helper = await aHelper(root, more);
  const days = (await slotsForListing(root, helper.listingId)) ?? [];
  const startsAt = days[inDays]?.slots[4] ?? 0;
  const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
  return { helper, startsAt, bookingId, guest: aGuest(bookingId) };
}

const starts = (first: number, everyWeeks: Rhythm, times: number): number[] => seriesStarts(first, zone, { everyWeeks, times }).slice(1);

/** A series of a guest, paid and asked of the helper. */
async function asked(root: Context, more: HelperMore = {}, times = 4, everyWeeks: Rhythm = 2, inDays = 7) {
  const story = await held(root, more, inDays);
  const { bookingIds } = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks, starts: starts(story.startsAt, everyWeeks, times) }));
  must(await submitBooking(as(root, story.guest), story.bookingId, aForm()));
  for (const id of bookingIds) must(await paymentArrived(as(root, system), id));
  return { ...story, bookingIds };
}

eachDatabase("a series", (open) => {
  let root: Context;
  const all = (ids: readonly string[]): Promise<Booking[]> => Promise.all(ids.map((id) => readBooking(root, id)));
  const states = async (ids: readonly string[]): Promise<string[]> => (await all(ids)).map(({ state }) => state);
  const taken = async (ids: readonly string[]): Promise<number> => root.db.$count(root.db.t.occupancy, inArray(root.db.t.occupancy.bookingId, [...ids]));
  const mails = async (kind: string): Promise<number> => (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "mail"))).filter(({ payload }) => payload.kind === kind).length;
  beforeEach(async () => {
    root = contextOn(await open());
  });

  it("shows each date with its state, beyond the horizon too, and the nearest times where one is taken", async () => {
    const story = await held(root);
    const [, second = 0] = seriesStarts(story.startsAt, zone, { everyWeeks: 4, times: 6 });
    // Somebody else has the second date: three weeks later their own horizon reaches it.
    const other = must(await holdSlot(as(root, aGuest(), root.now + 10 * day), { offer: { listingId: story.helper.listingId }, startsAt: second, place: basel }));
    expect(other.bookingId).toBeTruthy();
    const plan = must(await planSeries(as(root, story.guest), story.bookingId, { everyWeeks: 4, times: 6 }));
    expect(plan.visits.map(({ free }) => free)).toEqual([true, false, true, true, true, true]);
    // The clocks go back in between: the time on the wall stays.
    expect(plan.visits[5]?.startsAt).toBe(story.startsAt + 20 * 7 * day + hour);
    const instead = plan.visits[1]?.instead ?? [];
    expect(instead).toHaveLength(4);
    expect(instead.every((at) => Math.abs(at - second) < day && at !== second)).toBe(true);
    expect(refusalOf(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 4, starts: [second] }))).toBe("slot-taken");
    expect(refusalOf(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 4, starts: [instead[0] ?? 0] }))).toBe("ok");
  });

  it("is not planned by a stranger", async () => {
    const story = await held(root);
    expect(refusalOf(await planSeries(as(root, aGuest("another")), story.bookingId, { everyWeeks: 1, times: 3 }))).toBe("not-found");
    expect(refusalOf(await makeSeries(as(root, aGuest("another")), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 3) }))).toBe("not-found");
  });

  it("is not made of a visit that makes another good: the company pays what it costs more once, not twelve times", async () => {
    const story = await held(root);
    await root.db.update(root.db.t.booking).set({ follows: "next_helper", payableMinor: 100 }).where(eq(root.db.t.booking.id, story.bookingId));
    expect(refusalOf(await planSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, times: 3 }))).toBe("not-found");
    expect(refusalOf(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 3) }))).toBe("not-found");
  });

  it("knows closed days and closed weekdays, and holds nothing unless it holds everything", async () => {
    const story = await held(root, { hours: everyDay(480, 1200) });
    const dates = starts(story.startsAt, 1, 4);
    await root.db.insert(root.db.t.dayException).values({ id: root.newId(), calendarId: story.helper.helperId, date: new Date(dates[1] ?? 0).toISOString().slice(0, 10), kind: "closed", fromMinute: 0, untilMinute: 1440 });
    const plan = must(await planSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, times: 4 }));
    expect(plan.visits.map(({ free, instead }) => [free, instead.length])).toEqual([[true, 0], [true, 0], [false, 0], [true, 0]]);
    const refused = await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: dates });
    expect(refused).toMatchObject({ ok: false, refusal: "slot-taken", detail: { starts: [dates[1]] } });
    expect(await root.db.$count(root.db.t.occupancy, eq(root.db.t.occupancy.calendarId, story.helper.helperId))).toBe(1);
    expect((await readBooking(root, story.bookingId)).seriesId).toBeNull();
  });

  it("holds all visits until one moment, which is prolonged once for all", async () => {
    const story = await held(root);
    const { bookingIds } = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 4) }));
    const later = as(root, story.guest, root.now + 20 * minute);
    must(await prolongHold(later, story.bookingId));
    const rows = await all(bookingIds);
    expect(new Set(rows.map(({ holdUntil }) => holdUntil))).toEqual(new Set([root.now + 60 * minute]));
    expect(rows.map(({ seriesNth, state }) => [seriesNth, state])).toEqual([1, 2, 3, 4].map((nth) => [nth, "draft"]));
    expect(refusalOf(await prolongHold(later, story.bookingId))).toBe("already-prolonged");
    const kept = await root.db.select().from(root.db.t.occupancy).where(inArray(root.db.t.occupancy.bookingId, bookingIds));
    expect(kept.map(({ expiresAt }) => expiresAt)).toEqual(rows.map(() => root.now + 60 * minute));
  });

  it.each(["draft", "paying"])("gives every time back when its hold ends while it is %s, whichever visit the clock wakes", async (state) => {
    const story = await held(root);
    const { bookingIds } = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 5) }));
    if (state === "paying") must(await submitBooking(as(root, story.guest), story.bookingId, aForm()));
    expect(await states(bookingIds)).toEqual(bookingIds.map(() => state));
    await tickBooking(as(root, system, root.now + 29 * minute), bookingIds[2] ?? "");
    expect(await taken(bookingIds)).toBe(5);
    await tickBooking(as(root, system, root.now + hour), bookingIds[2] ?? "");
    expect(await states(bookingIds)).toEqual(bookingIds.map(() => "abandoned"));
    expect(await taken(bookingIds)).toBe(0);
  });

  it("is left as a whole, makes room for another choice of dates, and becomes one visit again", async () => {
    const story = await held(root);
    const first = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 4) }));
    const second = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 2, starts: starts(story.startsAt, 2, 3) }));
    expect(await states(first.bookingIds)).toEqual(["draft", "abandoned", "abandoned", "abandoned"]);
    expect((await seriesShown(as(root, story.guest), await readBooking(root, story.bookingId), "customer"))?.visits).toHaveLength(3);
    must(await makeSingle(as(root, story.guest), story.bookingId));
    expect(await states(second.bookingIds)).toEqual(["draft", "abandoned", "abandoned"]);
    const third = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 2) }));
    must(await abandonBooking(as(root, story.guest), story.bookingId));
    expect(await states(third.bookingIds)).toEqual(["abandoned", "abandoned"]);
    expect(await taken([...first.bookingIds, ...second.bookingIds, ...third.bookingIds])).toBe(0);
  });

  it("has at least two visits and at most as many as the policy says", async () => {
    const story = await held(root);
    const ask = (dates: number[]) => makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: dates });
    expect(refusalOf(await ask([]))).toBe("too-few");
    expect(refusalOf(await ask([story.startsAt]))).toBe("too-many");
    expect(refusalOf(await ask(starts(story.startsAt, 1, 13)))).toBe("too-many");
    expect(refusalOf(await ask([story.startsAt + 400 * day]))).toBe("too-many");
    expect(refusalOf(await makeSeries(as(root, story.guest, root.now + hour), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 2) }))).toBe("too-late");
  });

  it("takes the form once for all and asks the helper once, by when the first visit needs an answer", async () => {
    const { bookingIds, helper } = await asked(root);
    const rows = await all(bookingIds);
    expect(rows.map(({ state, street, contactEmail, concern }) => [state, street, contactEmail, concern])).toEqual(rows.map(() => ["requested", aForm().street, "anna@example.ch", aForm().concern]));
    expect(new Set(rows.map(({ answerBy }) => answerBy)).size).toBe(1);
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(4);
    for (const kind of ["series.requested.customer", "series.requested.helper"]) expect(await mails(kind)).toBe(1);
    for (const kind of ["booking.requested.customer", "booking.requested.helper"]) expect(await mails(kind)).toBe(0);
    const shown = await seriesShown(as(root, helper.actor), rows[1] as Booking, "helper");
    expect(shown).toMatchObject({ everyWeeks: 2, nth: 2 });
  });

  it("is submitted by its first visit only", async () => {
    const story = await held(root);
    const { bookingIds } = must(await makeSeries(as(root, story.guest), story.bookingId, { everyWeeks: 1, starts: starts(story.startsAt, 1, 3) }));
    expect(refusalOf(await submitBooking(as(root, aGuest(...bookingIds)), bookingIds[1] ?? "", aForm()))).toBe("wrong-state");
  });

  it("is answered in one step: yes to some, no to the rest, and the customer hears of it once", async () => {
    const { bookingIds, helper } = await asked(root);
    const [one = "", two = "", three = "", four = ""] = bookingIds;
    must(await answerSeries(as(root, helper.actor), two, [one, two, four]));
    expect(await states(bookingIds)).toEqual(["accepted", "accepted", "declined", "accepted"]);
    expect(await taken([three])).toBe(0);
    expect(await mails("series.accepted.customer")).toBe(1);
    expect((await mails("booking.accepted.customer")) + (await mails("booking.declined.customer"))).toBe(0);
    // Sent twice, nothing changes.
    expect(must(await answerSeries(as(root, helper.actor), two, []))).toEqual({ accepted: [], declined: [] });
    expect(refusalOf(await answerSeries(as(root, (await aHelper(root)).actor), one, [one]))).toBe("not-found");
  });

  it("lets a single visit be answered by itself, with a mail of its own", async () => {
    const { bookingIds, helper } = await asked(root);
    must(await acceptBooking(as(root, helper.actor), bookingIds[3] ?? ""));
    expect(await states(bookingIds)).toEqual(["requested", "requested", "requested", "accepted"]);
    expect(await mails("booking.accepted.customer")).toBe(1);
  });

  it("stands at once where the helper can be booked at once", async () => {
    const { bookingIds } = await asked(root, { instant: true });
    expect(await states(bookingIds)).toEqual(bookingIds.map(() => "accepted"));
    expect([await mails("series.accepted.customer"), await mails("series.instant.helper"), await mails("booking.accepted.customer"), await mails("booking.instant.helper")]).toEqual([1, 1, 0, 0]);
  });

  it("lapses as a whole, and says so once to each side", async () => {
    const { bookingIds } = await asked(root);
    const { answerBy } = await readBooking(root, bookingIds[0] ?? "");
    for (const id of bookingIds) await tickBooking(as(root, system, (answerBy ?? 0) + minute), id);
    expect(await states(bookingIds)).toEqual(bookingIds.map(() => "lapsed"));
    expect([await mails("series.lapsed.customer"), await mails("series.lapsed.helper"), await mails("booking.lapsed.customer")]).toEqual([1, 1, 0]);
  });

  it("is cancelled together for the exact sum, each visit by its own rule", async () => {
    const { bookingIds, helper, startsAt, guest } = await asked(root);
    must(await answerSeries(as(root, helper.actor), bookingIds[0] ?? "", bookingIds));
    // Ten hours before the first: half its price; the others are free.
    const late = as(root, guest, startsAt - 10 * hour);
    expect(await seriesEnd(late, bookingIds[0] ?? "")).toMatchObject({ compensationMinor: 2450, refundMinor: 4 * 4900 - 2450 });
    expect(refusalOf(await cancelSeries(late, bookingIds[0] ?? "", { reason: "other", shownMinor: 0 }))).toBe("dearer");
    expect(await states(bookingIds)).toEqual(bookingIds.map(() => "accepted"));
    must(await cancelSeries(late, bookingIds[0] ?? "", { reason: "other", shownMinor: 2450 }));
    expect((await all(bookingIds)).map(({ state, compensationMinor }) => [state, compensationMinor])).toEqual([["cancelled", 2450], ["cancelled", 0], ["cancelled", 0], ["cancelled", 0]]);
    expect(await taken(bookingIds)).toBe(0);
    expect([await mails("series.cancelled.customer"), await mails("series.cancelled.helper"), await mails("booking.cancelled.customer")]).toEqual([1, 1, 0]);
    expect(must(await cancelSeries(late, bookingIds[0] ?? "", { reason: "other", shownMinor: 0 })).visits).toEqual([]);
    expect(await seriesEnd(as(root, aGuest("another")), bookingIds[0] ?? "")).toBeNull();
  });

  it("lets one visit move by itself, also one beyond the horizon, among the days around its own", async () => {
    const { bookingIds, helper } = await asked(root, {}, 4, 4);
    must(await answerSeries(as(root, helper.actor), bookingIds[0] ?? "", bookingIds));
    const [far = ""] = bookingIds.slice(-1);
    const before = await all(bookingIds);
    const visit = before[3] as Booking;
    expect(visit.startsAt).toBeGreaterThan(root.now + 80 * day);
    const free = (await slotsToPropose(root, visit)).flatMap(({ slots }) => slots);
    expect(free.every((at) => Math.abs(at - visit.startsAt) < 15 * day)).toBe(true);
    const wished = free.find((at) => at > visit.startsAt + day) ?? 0;
    const round = must(await proposeTimes(as(root, aGuest(...bookingIds)), far, { slots: [wished] }));
    must(await takeTime(as(root, helper.actor), far, { proposalId: round.id, slot: wished }));
    const after = await all(bookingIds);
    expect(after.map(({ startsAt }) => startsAt)).toEqual([...before.slice(0, 3).map(({ startsAt }) => startsAt), wished]);
    expect(after[3]).toMatchObject({ state: "accepted", priceMinor: visit.priceMinor, sequence: visit.sequence + 1 });
  });

  it("spreads over the lanes of the professional service", async () => {
    const [one, two] = [await aLane(root), await aLane(root)];
    const helper = await aHelper(root);
    const startsAt = root.now + 8 * day - (root.now % day) + 8 * hour;
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { professional: helper.service.id }, startsAt, place: basel }));
    const lead = await readBooking(root, bookingId);
    const [next = 0] = starts(startsAt, 1, 2);
    await root.db.insert(root.db.t.occupancy).values({ id: root.newId(), calendarId: lead.calendarId, fromAt: next - hour, untilAt: next + 4 * hour, kind: "block" });
    const { bookingIds } = must(await makeSeries(as(root, aGuest(bookingId)), bookingId, { everyWeeks: 1, starts: [next] }));
    const second = await readBooking(root, bookingIds[1] ?? "");
    expect([one, two]).toContain(second.laneId);
    expect(second.laneId).not.toBe(lead.laneId);
    expect(second.calendarId).toBe(second.laneId);
  });

  it("never takes one time twice, however many want the series at once", async () => {
    const story = await held(root);
    const ask = starts(story.startsAt, 1, 5);
    const others = await Promise.all([0, 1, 2].map(async (nth) => {
      const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: story.helper.listingId }, startsAt: story.startsAt + (nth + 1) * day, place: basel }));
      return bookingId;
    }));
    const results = await Promise.all(others.map((id) => makeSeries(as(root, aGuest(id)), id, { everyWeeks: 1, starts: ask })));
    expect(results.map(refusalOf).sort()).toEqual(["ok", "slot-taken", "slot-taken"]);
    const rows = await root.db.select().from(root.db.t.booking).where(and(inArray(root.db.t.booking.startsAt, ask), eq(root.db.t.booking.state, "draft")));
    expect(rows).toHaveLength(4);
  });
});
