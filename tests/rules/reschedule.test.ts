import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptBooking, cancelBooking, declineBooking, setOff } from "#app/domain/booking/booking.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, type Result } from "#app/domain/kernel/result.ts";
import { proposeTimes, refuseTimes, takeTime, withdrawTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { openProposal, proposalsOf } from "#app/domain/reschedule/proposal.server.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import { proposingShown, rescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { violation } from "#db/violation.ts";
import { anAskedBooking, day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aGuest, aStaffMember, as, contextOn } from "../support/people.ts";

eachDatabase("another time", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** An accepted visit some days ahead, with its two people and the times it could move to. */
  async function agreed(inDays = 2) {
    const story = await anAskedBooking(root, {}, inDays);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    return { ...story, guest: aGuest(story.bookingId), id: story.bookingId };
  }
  const freeOf = async (id: string, now = root.now) => (await slotsToPropose(as(root, system, now), await readBooking(root, id))).flatMap(({ slots }) => slots);
  const taken = (id: string) => root.db.select().from(root.db.t.occupancy).where(eq(root.db.t.occupancy.bookingId, id));
  /** A free time so many days after the visit. */
  const slotAfter = async (id: string, days: number, nth = 2) => {
    const from = (await readBooking(root, id)).startsAt + (days - 0.5) * day;
    return (await freeOf(id)).filter((slot) => slot >= from)[nth] ?? 0;
  };

  it("the customer proposes three times, the helper takes one: visit, calendar, reminder and mails move, price and policy stay", async () => {
    const { id, guest, helper, startsAt } = await agreed();
    const slots = [await slotAfter(id, 1), await slotAfter(id, 2), await slotAfter(id, 3)];
    const before = await readBooking(root, id);
    const [held] = await taken(id);
    const round = must(await proposeTimes(as(root, guest), id, { slots }));
    expect(round).toMatchObject({ by: "customer", asks: "helper", state: "open", startsAt });
    expect(await mailsAbout(root, id)).toContain("booking.proposed.helper");
    expect((await readBooking(root, id)).startsAt).toBe(startsAt);

    const moved = must(await takeTime(as(root, helper.actor), id, { proposalId: round.id, slot: slots[1] ?? 0 }));
    const by = (slots[1] ?? 0) - startsAt;
    expect(moved).toMatchObject({ state: "accepted", startsAt: slots[1], endsAt: before.endsAt + by, sequence: before.sequence + 1, priceMinor: before.priceMinor, policy: before.policy, remindedAt: null, lateMoveBp: null });
    const [now] = await taken(id);
    expect([now?.fromAt, now?.untilAt]).toEqual([(held?.fromAt ?? 0) + by, (held?.untilAt ?? 0) + by]);
    expect((await mailsAbout(root, id)).filter((kind) => kind.startsWith("booking.rescheduled")).sort()).toEqual(["booking.rescheduled.customer", "booking.rescheduled.helper"]);
    expect(await openProposal(root, id)).toBeNull();

    const reminders = async () => (await mailsAbout(root, id)).filter((kind) => kind.startsWith("booking.reminder")).length;
    await tickBooking(as(root, system, startsAt - day), id);
    expect(await reminders()).toBe(0);
    await tickBooking(as(root, system, (slots[1] ?? 0) - day), id);
    expect(await reminders()).toBe(2);
    const ticks = (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "booking.tick"))).filter(({ payload }) => payload.bookingId === id).map(({ runAt }) => runAt);
    expect(ticks).toContain(moved.endsAt + 7 * day);
  });

  it("a step sent twice is the same step: one round, one move", async () => {
    const { id, guest, helper } = await agreed();
    const slots = [await slotAfter(id, 1)];
    const round = must(await proposeTimes(as(root, guest), id, { slots }));
    expect(must(await proposeTimes(as(root, guest), id, { slots: [...slots, ...slots] })).id).toBe(round.id);
    const yes = { proposalId: round.id, slot: slots[0] ?? 0 };
    const first = must(await takeTime(as(root, helper.actor), id, yes));
    expect(must(await takeTime(as(root, helper.actor), id, yes))).toMatchObject({ startsAt: first.startsAt, sequence: first.sequence });
    expect((await proposalsOf(root, id)).length).toBe(1);
  });

  it("the helper proposes to the customer; only who is asked answers, and a stranger finds nothing", async () => {
    const { id, guest, helper } = await agreed();
    const round = must(await proposeTimes(as(root, helper.actor), id, { slots: [await slotAfter(id, 1)] }));
    const yes = { proposalId: round.id, slot: round.slots[0] ?? 0 };
    expect(refusalOf(await takeTime(as(root, helper.actor), id, yes))).toBe("not-allowed");
    expect(refusalOf(await takeTime(as(root, aGuest("another")), id, yes))).toBe("not-found");
    const quality = await aStaffMember(root, "quality");
    expect(refusalOf(await takeTime(as(root, quality.actor), id, yes))).toBe("not-allowed");
    expect(refusalOf(await takeTime(as(root, guest), id, { ...yes, slot: yes.slot + 30 * minute }))).toBe("invalid");
    expect(refusalOf(await withdrawTimes(as(root, guest), id, round.id))).toBe("not-allowed");
    const support = await aStaffMember(root, "support");
    expect(must(await takeTime(as(root, support.actor), id, yes)).startsAt).toBe(yes.slot);
  });

  it("support proposes in either name, and never says yes in a helper's place", async () => {
    const { id } = await agreed();
    const support = as(root, (await aStaffMember(root, "support")).actor);
    const round = must(await proposeTimes(support, id, { slots: [await slotAfter(id, 1)], side: "customer" }));
    expect(round).toMatchObject({ by: "staff", asks: "helper" });
    expect(refusalOf(await takeTime(support, id, { proposalId: round.id, slot: round.slots[0] ?? 0 }))).toBe("not-allowed");
    must(await withdrawTimes(support, id, round.id));
    expect(must(await proposeTimes(support, id, { slots: [await slotAfter(id, 1)], side: "helper" }))).toMatchObject({ by: "staff", asks: "customer" });
  });

  it("three rounds and no more, whoever proposes; a counter-proposal ends the one before", async () => {
    const { id, guest, helper } = await agreed();
    const first = must(await proposeTimes(as(root, guest), id, { slots: [await slotAfter(id, 1)] }));
    expect(refusalOf(await proposeTimes(as(root, guest), id, { slots: [await slotAfter(id, 2)] }))).toBe("already-open");
    must(await proposeTimes(as(root, helper.actor), id, { slots: [await slotAfter(id, 2)] }));
    const rounds = await proposalsOf(root, id);
    expect(rounds.find((each) => each.id === first.id)?.state).toBe("refused");
    const third = must(await proposeTimes(as(root, guest), id, { slots: [await slotAfter(id, 3)] }));
    must(await refuseTimes(as(root, helper.actor), id, third.id));
    expect((await mailsAbout(root, id)).at(-1)).toBe("booking.notMoved.customer");
    for (const actor of [guest, helper.actor]) expect(refusalOf(await proposeTimes(as(root, actor), id, { slots: [await slotAfter(id, 4)] }))).toBe("limit-reached");
    expect((await rescheduleShown(as(root, guest), await readBooking(root, id))).left).toBe(0);
  });

  it("only real free times, at most three, and none when the visit is about to begin or has begun", async () => {
    const { id, guest, helper, startsAt } = await agreed();
    const free = await freeOf(id);
    expect(free).not.toContain(startsAt);
    const ask = (slots: number[], now = root.now) => proposeTimes(as(root, guest, now), id, { slots });
    expect(refusalOf(await ask([]))).toBe("invalid");
    expect(refusalOf(await ask(free.slice(0, 4)))).toBe("invalid");
    const night = await ask([startsAt + 13 * hour]);
    expect(refusalOf(night)).toBe("slot-taken");
    expect(night).toMatchObject({ detail: { next: expect.arrayContaining([expect.any(Number)]) } });
    // Half an hour later overlaps the visit itself, which is not in its own way.
    expect(free).toContain(startsAt + 30 * minute);
    expect(refusalOf(await ask([await slotAfter(id, 1)], startsAt - hour))).toBe("too-late");
    must(await setOff(as(root, helper.actor, startsAt - 30 * minute), id));
    expect(refusalOf(await ask([await slotAfter(id, 1)], startsAt - 20 * minute))).toBe("wrong-state");
  });

  it("a time that somebody else took meanwhile is refused with the next ones; the round stays open", async () => {
    const { id, guest, helper } = await agreed();
    const slots = [await slotAfter(id, 1, 2), await slotAfter(id, 1, 8)];
    const round = must(await proposeTimes(as(root, guest), id, { slots }));
    const at = slots[0] ?? 0;
    await root.db.insert(root.db.t.occupancy).values({ id: root.newId(), calendarId: helper.helperId, fromAt: at, untilAt: at + hour, kind: "block" });
    const no = await takeTime(as(root, helper.actor), id, { proposalId: round.id, slot: at });
    expect(refusalOf(no)).toBe("slot-taken");
    expect(no).toMatchObject({ detail: { next: expect.not.arrayContaining([at]) } });
    const shown = await rescheduleShown(as(root, guest), await readBooking(root, id));
    expect(shown.open?.times.map(({ free }) => free)).toEqual([false, true]);
    must(await takeTime(as(root, helper.actor), id, { proposalId: round.id, slot: slots[1] ?? 0 }));
  });

  describe("at once", () => {
    it("two take two times of one round: one of them counts", async () => {
      for (let i = 0; i < 4; i++) {
        const { id, guest, helper } = await agreed();
        const slots = [await slotAfter(id, 1), await slotAfter(id, 2)];
        const round = must(await proposeTimes(as(root, guest), id, { slots }));
        const answers = await Promise.all([0, 1, 0, 1].map((n) => takeTime(as(root, helper.actor), id, { proposalId: round.id, slot: slots[n] ?? 0 })));
        const { startsAt, sequence } = await readBooking(root, id);
        const won = slots.indexOf(startsAt);
        expect(answers.map(({ ok }) => ok)).toEqual([0, 1, 0, 1].map((n) => n === won));
        expect([sequence, (await taken(id)).length]).toEqual([2, 1]);
      }
    });

    it("two visits of one helper want the same time: one moves, the other is told", async () => {
      const [one] = [await agreed()];
      const other = await agreed();
      // The second visit is put into the first helper's calendar, one evening later.
      const { booking, occupancy } = root.db.t;
      const shiftBy = day;
      await root.db.update(booking).set({ helperId: one.helper.helperId, calendarId: one.helper.helperId, startsAt: other.startsAt + shiftBy, endsAt: other.startsAt + shiftBy + hour }).where(eq(booking.id, other.id));
      await root.db.delete(occupancy).where(eq(occupancy.bookingId, other.id));
      await root.db.insert(occupancy).values({ id: root.newId(), calendarId: one.helper.helperId, fromAt: other.startsAt + shiftBy - 30 * minute, untilAt: other.startsAt + shiftBy + 90 * minute, kind: "booking", bookingId: other.id });
      const slot = await slotAfter(one.id, 4);
      const rounds = [must(await proposeTimes(as(root, one.guest), one.id, { slots: [slot] })), must(await proposeTimes(as(root, other.guest), other.id, { slots: [slot] }))];
      const answers: Result<unknown>[] = await Promise.all([takeTime(as(root, one.helper.actor), one.id, { proposalId: rounds[0]?.id ?? "", slot }), takeTime(as(root, one.helper.actor), other.id, { proposalId: rounds[1]?.id ?? "", slot })]);
      expect(answers.map(refusalOf).sort()).toEqual(["ok", "slot-taken"]);
    });

    it("yes and a cancellation: one visit that moved and was cancelled, or one that was cancelled; nothing is held afterwards", async () => {
      for (let i = 0; i < 4; i++) {
        const { id, guest, helper } = await agreed(3);
        const slot = await slotAfter(id, 1);
        const round = must(await proposeTimes(as(root, guest), id, { slots: [slot] }));
        const [yes, no] = await Promise.all([takeTime(as(root, helper.actor), id, { proposalId: round.id, slot }), cancelBooking(as(root, guest), id, "other")]);
        expect(refusalOf(no)).toBe("ok");
        expect(["ok", "wrong-state"]).toContain(refusalOf(yes));
        expect((await readBooking(root, id)).state).toBe("cancelled");
        expect(await taken(id)).toEqual([]);
        expect((await proposalsOf(root, id)).map(({ state }) => state)).toEqual([yes.ok ? "taken" : "withdrawn"]);
      }
    });

    it("two first proposals: one round is open, and the database says so itself", async () => {
      const { id, guest, helper } = await agreed();
      const slots = [await slotAfter(id, 1)];
      await Promise.all([proposeTimes(as(root, guest), id, { slots }), proposeTimes(as(root, guest), id, { slots }), proposeTimes(as(root, helper.actor), id, { slots: [await slotAfter(id, 2)] })]);
      expect((await proposalsOf(root, id)).filter(({ state }) => state === "open").length).toBe(1);
      const { rescheduleProposal } = root.db.t;
      const second = Promise.resolve(root.db.insert(rescheduleProposal).values({ id: root.newId(), bookingId: id, by: "customer", asks: "helper", slots, state: "open", answerBy: root.now, at: root.now, startsAt: root.now }));
      expect(await second.then(() => "written", (problem: unknown) => violation(problem)?.name)).toBe("reschedule_proposal_open");
    });
  });

  it("nobody answers: the round lapses by the clock, both are told, the visit stays", async () => {
    const { id, guest, helper, startsAt } = await agreed();
    const round = must(await proposeTimes(as(root, guest), id, { slots: [await slotAfter(id, 1)] }));
    expect(round.answerBy).toBe(root.now + 6 * hour);
    await tickBooking(as(root, system, round.answerBy - 1), id);
    expect(await openProposal(root, id)).not.toBeNull();
    await tickBooking(as(root, system, round.answerBy + hour), id);
    expect((await proposalsOf(root, id))[0]).toMatchObject({ state: "lapsed", answeredAt: round.answerBy });
    expect((await mailsAbout(root, id)).slice(-2).sort()).toEqual(["booking.proposalLapsed.customer", "booking.proposalLapsed.helper"]);
    expect(await readBooking(root, id)).toMatchObject({ state: "accepted", startsAt });
    expect(refusalOf(await takeTime(as(root, helper.actor, round.answerBy), id, { proposalId: round.id, slot: round.slots[0] ?? 0 }))).toBe("wrong-state");
  });

  it("who moves a visit late keeps what cancelling cost; who moves it in time, or is asked to, pays nothing", async () => {
    const moveTo = async (askedAt: (startsAt: number) => number, side: "guest" | "helper") => {
      const story = await agreed();
      const { id, startsAt } = story;
      const now = askedAt(startsAt);
      const slot = (await freeOf(id, now)).filter((each) => each > startsAt + 5 * day)[0] ?? 0;
      const [asks, answers] = side === "guest" ? [story.guest, story.helper.actor] : [story.helper.actor, story.guest];
      const round = must(await proposeTimes(as(root, asks, now), id, { slots: [slot] }));
      must(await takeTime(as(root, answers, now + minute), id, { proposalId: round.id, slot }));
      return must(await cancelBooking(as(root, story.guest, now + hour), id, "other")).compensationMinor;
    };
    expect(await moveTo((startsAt) => startsAt - 30 * hour, "guest")).toBe(0);
    expect(await moveTo((startsAt) => startsAt - 20 * hour, "guest")).toBe(2450);
    expect(await moveTo((startsAt) => startsAt - 3 * hour, "guest")).toBe(4900);
    expect(await moveTo((startsAt) => startsAt - 3 * hour, "helper")).toBe(0);
  });

  it("an answer with other times goes on with what was asked: it neither frees who asked late, nor binds who was asked", async () => {
    const answered = async (side: "guest" | "helper") => {
      const story = await agreed();
      const { id, startsAt } = story;
      const now = startsAt - 10 * hour;
      const [first = 0, , , other = 0] = (await freeOf(id, now)).filter((each) => each > startsAt + 5 * day);
      const [asks, answers] = side === "guest" ? [story.guest, story.helper.actor] : [story.helper.actor, story.guest];
      must(await proposeTimes(as(root, asks, now), id, { slots: [first] }));
      const told = (await proposingShown(as(root, answers, now + hour), await readBooking(root, id), side === "guest" ? "helper" : "customer")).keptCostMinor;
      const round = must(await proposeTimes(as(root, answers, now + hour), id, { slots: [other] }));
      const shown = (await rescheduleShown(as(root, story.guest, now + 2 * hour), await readBooking(root, id))).open?.times.map(({ freeUntil }) => freeUntil !== null);
      must(await takeTime(as(root, asks, now + 2 * hour), id, { proposalId: round.id, slot: other }));
      return { told, shown, cost: must(await cancelBooking(as(root, story.guest, now + 3 * hour), id, "other")).compensationMinor };
    };
    expect(await answered("guest")).toEqual({ told: null, shown: [false], cost: 2450 });
    expect(await answered("helper")).toEqual({ told: null, shown: [true], cost: 0 });
  });

  describe("other times in place of a yes", () => {
    it("the customer takes one: the request is accepted then, and the answer time counts once", async () => {
      const { bookingId: id, helper, guest } = await anAskedBooking(root);
      expect(refusalOf(await proposeTimes(as(root, guest), id, { slots: [await slotAfter(id, 1)] }))).toBe("wrong-state");
      const round = must(await proposeTimes(as(root, helper.actor, root.now + hour), id, { slots: [await slotAfter(id, 1), await slotAfter(id, 2)] }));
      expect(await readBooking(root, id)).toMatchObject({ state: "requested", answeredAt: root.now + hour });
      expect(refusalOf(await withdrawTimes(as(root, helper.actor), id, round.id))).toBe("wrong-state");
      const moved = must(await takeTime(as(root, guest, root.now + 2 * hour), id, { proposalId: round.id, slot: round.slots[1] ?? 0 }));
      expect(moved).toMatchObject({ state: "accepted", startsAt: round.slots[1], acceptedAt: root.now + 2 * hour, sequence: 1 });
    });

    it("none suits: the request ends, the time is free and the money goes back", async () => {
      const { bookingId: id, helper, guest } = await anAskedBooking(root);
      const round = must(await proposeTimes(as(root, helper.actor), id, { slots: [await slotAfter(id, 1)] }));
      must(await refuseTimes(as(root, guest), id, round.id));
      expect((await readBooking(root, id)).state).toBe("declined");
      expect(await taken(id)).toEqual([]);
      expect((await mailsAbout(root, id)).slice(-2)).toEqual(["booking.notMoved.helper", "booking.declined.customer"]);
    });

    it("nobody answers: a waking day later the request ends by itself, also when the house slept", async () => {
      const { bookingId: id, helper } = await anAskedBooking(root, {}, 4);
      const before = await readBooking(root, id);
      const round = must(await proposeTimes(as(root, helper.actor), id, { slots: [await slotAfter(id, 2)] }));
      expect(round.answerBy).toBe(root.now + day);
      await tickBooking(as(root, system, before.answerBy ?? 0), id);
      expect((await readBooking(root, id)).state).toBe("requested");
      await tickBooking(as(root, system, round.answerBy + 30 * day), id);
      expect(await readBooking(root, id)).toMatchObject({ state: "declined", stateSince: round.answerBy });
    });

    it("the time that was asked for cannot be promised any more once it has begun, while the others still wait", async () => {
      const { bookingId: id, helper, guest, startsAt } = await anAskedBooking(root, {}, 1);
      const round = must(await proposeTimes(as(root, helper.actor, root.now + 5 * hour), id, { slots: [await slotAfter(id, 3)] }));
      expect(round.answerBy).toBeGreaterThan(startsAt);
      expect(refusalOf(await acceptBooking(as(root, helper.actor, startsAt), id))).toBe("too-late");
      must(await takeTime(as(root, guest, startsAt), id, { proposalId: round.id, slot: round.slots[0] ?? 0 }));
    });

    it("the helper may still say yes or no to the time that was asked", async () => {
      const one = await anAskedBooking(root);
      must(await proposeTimes(as(root, one.helper.actor), one.bookingId, { slots: [await slotAfter(one.bookingId, 1)] }));
      must(await acceptBooking(as(root, one.helper.actor), one.bookingId));
      expect((await proposalsOf(root, one.bookingId))[0]?.state).toBe("withdrawn");
      const other = await anAskedBooking(root);
      must(await proposeTimes(as(root, other.helper.actor), other.bookingId, { slots: [await slotAfter(other.bookingId, 1)] }));
      must(await declineBooking(as(root, other.helper.actor), other.bookingId));
      expect((await proposalsOf(root, other.bookingId))[0]?.state).toBe("withdrawn");
    });
  });
});
