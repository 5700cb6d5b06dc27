import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { proposeTimes, takeTime } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import { answerWaiting, endAbsence, noteAbsence, noteCall } from "#app/domain/visit/absence.commands.server.ts";
import { arriveAt, changeArrival } from "#app/domain/visit/arrival.commands.server.ts";
import { checkCode } from "#app/domain/visit/code.commands.server.ts";
import { visitCodes } from "#app/domain/visit/code.server.ts";
import { confirmVisit } from "#app/domain/visit/confirm.commands.server.ts";
import { proposeExtra } from "#app/domain/visit/extras.commands.server.ts";
import { arrivalWindow, clockTime, remindsAt } from "#app/domain/visit/visit.ts";
import { uncheckedVisits, unconfirmedVisits } from "#app/domain/visit/visit.queries.server.ts";
import { anAskedBooking, aReport, day, hour, mailsAbout, minute, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, aLane, aServiceType, aStaffMember, as, basel, contextOn } from "../support/people.ts";
import { support, visitTools } from "../support/visits.ts";

eachDatabase("around the visit", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });
  const { accepted, helperAt, guestAt, row, times } = visitTools(() => root);

  describe("confirmation", () => {
    it("is asked of both sides a day before, counts once for each, and only then", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      expect(refusalOf(await confirmVisit(guestAt(story, startsAt - day - 1), bookingId))).toBe("too-early");
      await tickBooking(as(root, system, startsAt - day), bookingId);
      expect(await mailsAbout(root, bookingId)).toEqual(expect.arrayContaining(["booking.reminder.customer", "booking.reminder.helper"]));
      for (let i = 0; i < 2; i++) must(await confirmVisit(guestAt(story, startsAt - 20 * hour + i), bookingId));
      expect(await row(story)).toMatchObject({ customerConfirmedAt: startsAt - 20 * hour, helperConfirmedAt: null });
      expect(await times(story, "booking.confirmed")).toBe(1);
      expect(refusalOf(await confirmVisit(as(root, aGuest(), startsAt - 20 * hour), bookingId))).toBe("not-found");
      expect(refusalOf(await confirmVisit(helperAt(story, startsAt), bookingId))).toBe("too-late");
    });

    it("reminds once the side that said nothing, and then shows it to staff", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      must(await confirmVisit(guestAt(story, startsAt - 20 * hour), bookingId));
      const again = remindsAt(await row(story));
      await tickBooking(as(root, system, again), bookingId);
      await tickBooking(as(root, system, startsAt - 5 * hour), bookingId);
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind.startsWith("booking.confirmAgain"))).toEqual(["booking.confirmAgain.helper"]);
      const seen = async (now: number) => (await unconfirmedVisits(as(root, support, now))).filter((each) => each.bookingId === bookingId).map(({ missing }) => missing);
      expect(await seen(again - 1)).toEqual([]);
      expect(await seen(startsAt - 5 * hour)).toEqual([["helper"]]);
      expect(await unconfirmedVisits(as(root, story.helper.actor, startsAt - 5 * hour))).toEqual([]);
      must(await confirmVisit(helperAt(story, startsAt - 4 * hour), bookingId));
      expect(await seen(startsAt - 3 * hour)).toEqual([]);
    });

    it("is not asked again of whoever booked or said yes inside the window", async () => {
      const story = await anAskedBooking(root, {}, 3);
      const { booking: table } = root.db.t;
      const requestedAt = story.startsAt - 10 * hour;
      await root.db.update(table).set({ requestedAt, answerBy: story.startsAt - hour }).where(eq(table.id, story.bookingId));
      must(await acceptBooking(helperAt(story, story.startsAt - 9 * hour), story.bookingId));
      expect(await row(story)).toMatchObject({ customerConfirmedAt: requestedAt, helperConfirmedAt: story.startsAt - 9 * hour });
      await tickBooking(as(root, system, story.startsAt - hour), story.bookingId);
      expect((await mailsAbout(root, story.bookingId)).filter((kind) => /reminder|confirmAgain/.test(kind))).toEqual([]);
      const early = await accepted();
      expect(await row(early)).toMatchObject({ customerConfirmedAt: null, helperConfirmedAt: null });
    });

    it("begins anew when the visit moves", async () => {
      const story = await accepted({}, 4);
      const { bookingId, startsAt } = story;
      const now = startsAt - 20 * hour;
      must(await confirmVisit(guestAt(story, now), bookingId));
      must(await confirmVisit(helperAt(story, now), bookingId));
      const booking = await row(story);
      const slot = (await slotsToPropose(helperAt(story, now), booking)).flatMap(({ slots }) => slots).find((at) => at > now + 2 * day) ?? 0;
      const proposal = must(await proposeTimes(helperAt(story, now), bookingId, { slots: [slot] }));
      must(await takeTime(guestAt(story, now + minute), bookingId, { proposalId: proposal.id, slot }));
      expect(await row(story)).toMatchObject({ startsAt: slot, customerConfirmedAt: null, helperConfirmedAt: null, confirmRemindedAt: null, remindedAt: null });
      await tickBooking(as(root, system, slot - day), bookingId);
      expect((await row(story)).remindedAt).toBe(slot - day);
    });
  });

  describe("the codes of the door", () => {
    it("are four digits, all different, the same each time, and another for another helper", async () => {
      const seen = Array.from({ length: 300 }, (_, i) => visitCodes(root, { id: `b${i}`, helperId: "h1" }));
      for (const { customer, helper, consent } of seen) {
        const all = [customer, helper, ...consent];
        expect(all.every((code) => /^\d{4}$/.test(code))).toBe(true);
        expect(new Set(all).size).toBe(5);
      }
      const [first] = seen;
      expect(visitCodes(root, { id: "b0", helperId: "h1" })).toEqual(first);
      const other = visitCodes(root, { id: "b0", helperId: "h2" });
      expect([other.customer, other.consent]).toEqual([first?.customer, first?.consent]);
      expect(other.helper).not.toBe(first?.helper);
    });

    it("are shown to each side from the yes until the visit is over, and to no other", async () => {
      const story = await anAskedBooking(root, {}, 3);
      const codes = async (ctx: Context) => (await bookingPage(ctx, story.bookingId))?.visit.codes;
      expect([await codes(guestAt(story, root.now)), await codes(helperAt(story, root.now))]).toEqual([null, null]);
      must(await acceptBooking(helperAt(story, root.now), story.bookingId));
      const { customer, helper, consent } = visitCodes(root, await row(story));
      expect(await codes(guestAt(story, root.now))).toEqual({ customer, helper, consent });
      expect(await codes(helperAt(story, root.now))).toEqual({ customer: null, helper, consent: [] });
      expect(await codes(as(root, staff("quinn", ["quality"])))).toEqual({ customer: null, helper, consent: [] });
      expect(await codes(as(root, support))).toEqual({ customer, helper, consent });
      for (const step of [startVisit, finishVisit]) must(await step(helperAt(story, story.startsAt), story.bookingId));
      expect(await codes(guestAt(story, story.startsAt))).toBeNull();
    });

    it("are checked at the door; five wrong ones, then the company is called, and the visit can begin all the same", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      const { customer } = visitCodes(root, await row(story));
      const wrong = (nth: number): string => (Number(customer) + nth > 9999 ? String(nth) : String(Number(customer) + nth)).padStart(4, "0");
      for (const left of [4, 3, 2, 1, 0]) expect(must(await checkCode(helperAt(story, startsAt), bookingId, wrong(5 - left)))).toEqual({ matched: false, left });
      expect(refusalOf(await checkCode(helperAt(story, startsAt), bookingId, customer))).toBe("too-many-tries");
      expect(await row(story)).toMatchObject({ codeTries: 5, codeMatchedAt: null });
      must(await startVisit(helperAt(story, startsAt), bookingId));
      expect((await uncheckedVisits(as(root, support, startsAt + hour))).map((each) => each.bookingId)).toContain(bookingId);
    });

    it("that are wrong and sent twice over a bad line count once; another one between them counts", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      const { customer } = visitCodes(root, await row(story));
      const [one, two] = customer === "0000" || customer === "1111" ? ["2222", "3333"] : ["0000", "1111"];
      const lefts = [];
      for (const typed of [one, `${one.slice(0, 2)} ${one.slice(2)}`, two, one]) lefts.push(must(await checkCode(helperAt(story, startsAt), bookingId, typed)).left);
      expect(lefts).toEqual([4, 4, 3, 2]);
      expect(await times(story, "booking.codeWrong")).toBe(3);
      expect(JSON.stringify(await row(story))).not.toContain(`"${one}"`);
    });

    it("match however they are typed, once, and by the helper alone", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      const { customer, helper } = visitCodes(root, await row(story));
      expect(refusalOf(await checkCode(guestAt(story, startsAt), bookingId, customer))).toBe("not-allowed");
      expect(must(await checkCode(helperAt(story, startsAt), bookingId, helper)).matched).toBe(false);
      for (let i = 0; i < 2; i++) expect(must(await checkCode(helperAt(story, startsAt + i), bookingId, `${customer.slice(0, 2)} ${customer.slice(2)}`)).matched).toBe(true);
      expect(await row(story)).toMatchObject({ codeMatchedAt: startsAt, codeTries: 1 });
      expect(await times(story, "booking.codeMatched")).toBe(1);
    });
  });

  describe("steps", () => {
    it("tell the customer a window, once, and again only when it moves", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      const now = startsAt - 25 * minute;
      const window = arrivalWindow(startsAt, now);
      for (let i = 0; i < 2; i++) must(await setOff(helperAt(story, now + i), bookingId, window));
      expect(await row(story)).toMatchObject({ state: "underway", setOffAt: now, arrivalFromAt: window.fromAt, arrivalUntilAt: window.untilAt, arrivedAt: null });
      must(await changeArrival(helperAt(story, now + minute), bookingId, { fromAt: window.fromAt + 5 * minute, untilAt: window.untilAt + 5 * minute }));
      expect((await row(story)).arrivalUntilAt).toBe(window.untilAt);
      for (let i = 0; i < 2; i++) must(await changeArrival(helperAt(story, now + minute), bookingId, { fromAt: window.fromAt + 20 * minute, untilAt: window.untilAt + 20 * minute }));
      expect((await row(story)).arrivalUntilAt).toBe(window.untilAt + 20 * minute);
      expect((await mailsAbout(root, bookingId)).filter((kind) => /underway|arrival/.test(kind))).toEqual(["booking.underway.customer", "booking.arrival.customer"]);
      must(await arriveAt(helperAt(story, startsAt), bookingId));
      expect(refusalOf(await changeArrival(helperAt(story, startsAt), bookingId, window))).toBe("wrong-state");
    });

    it("count once each, and one out of order is refused", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      expect(refusalOf(await arriveAt(helperAt(story, startsAt - 2 * day), bookingId))).toBe("too-early");
      expect(refusalOf(await finishVisit(helperAt(story, startsAt), bookingId))).toBe("wrong-state");
      expect(refusalOf(await fileReport(helperAt(story, startsAt), bookingId, aReport))).toBe("wrong-state");
      expect(refusalOf(await arriveAt(guestAt(story, startsAt), bookingId))).toBe("not-allowed");
      for (let i = 0; i < 2; i++) must(await arriveAt(helperAt(story, startsAt + i), bookingId));
      expect(await row(story)).toMatchObject({ state: "underway", arrivedAt: startsAt });
      for (const step of [setOff, startVisit, finishVisit]) for (let i = 0; i < 2; i++) must(await step(helperAt(story, startsAt + minute), bookingId));
      for (let i = 0; i < 2; i++) must(await fileReport(helperAt(story, startsAt + hour), bookingId, aReport));
      must(await arriveAt(helperAt(story, startsAt + 2 * hour), bookingId));
      for (const name of ["booking.arrive", "booking.start", "booking.finish", "booking.report"]) expect([name, await times(story, name)]).toEqual([name, 1]);
      expect(await times(story, "booking.setOff")).toBe(0);
      expect((await row(story)).arrivedAt).toBe(startsAt);
    });

    it("know the checklist of the version that was booked", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      const { serviceType, serviceTypeVersion } = root.db.t;
      const { id, content } = story.helper.service;
      const newer = { ...content, checklist: [{ code: "brand-new", words: { de: "Neu", fr: "Neu", it: "Neu", en: "Neu" }, required: true }] };
      await root.db.insert(serviceTypeVersion).values({ id: root.newId(), serviceTypeId: id, version: 2, content: newer, createdAt: root.now });
      await root.db.update(serviceType).set({ version: 2, content: newer }).where(eq(serviceType.id, id));
      try {
        for (const step of [startVisit, finishVisit]) must(await step(helperAt(story, startsAt), bookingId));
        expect((await bookingPage(helperAt(story, startsAt), bookingId))?.service.content.checklist.map(({ code }) => code)).toEqual(content.checklist.map(({ code }) => code));
        expect(refusalOf(await fileReport(helperAt(story, startsAt), bookingId, { ...aReport, checklist: [{ code: "brand-new", done: true, value: "" }] }))).toBe("invalid");
        must(await fileReport(helperAt(story, startsAt), bookingId, aReport));
      } finally {
        await root.db.update(serviceType).set({ version: 1, content }).where(eq(serviceType.id, id));
        await root.db.delete(serviceTypeVersion).where(and(eq(serviceTypeVersion.serviceTypeId, id), eq(serviceTypeVersion.version, 2)));
      }
    });

    it("read a clock time of today, across both clock changes, and no other", () => {
      const at = (text: string) => Date.parse(text);
      expect(clockTime("14:20", at("2027-06-07T13:50:00+02:00"), "Europe/Zurich")).toBe(at("2027-06-07T14:20:00+02:00"));
      expect(clockTime("4.05", at("2027-03-28T01:30:00+01:00"), "Europe/Zurich")).toBe(at("2027-03-28T04:05:00+02:00"));
      expect(clockTime("03:10", at("2027-10-31T01:50:00+02:00"), "Europe/Zurich")).toBe(at("2027-10-31T03:10:00+01:00"));
      for (const typed of ["", "25:00", "bald", "13:30", "20:00"]) expect(clockTime(typed, at("2027-06-07T13:50:00+02:00"), "Europe/Zurich")).toBeNull();
      const now = at("2027-06-07T13:52:30+02:00");
      expect(arrivalWindow(now + 20 * minute, now)).toEqual({ fromAt: at("2027-06-07T14:05:00+02:00"), untilAt: at("2027-06-07T14:25:00+02:00") });
      expect(arrivalWindow(now, now)).toEqual({ fromAt: at("2027-06-07T13:55:00+02:00"), untilAt: at("2027-06-07T14:05:00+02:00") });
    });
  });

  it("a stranger, another helper and certifiers may do nothing of all this", async () => {
    const story = await accepted();
    const { bookingId, startsAt } = story;
    const other = await aHelper(root);
    const { actor } = await aStaffMember(root, "certifier");
    const deeds = [confirmVisit, arriveAt, noteAbsence, endAbsence, answerWaiting, (ctx: Context, id: string) => checkCode(ctx, id, "0000"), (ctx: Context, id: string) => noteCall(ctx, id, 1), (ctx: Context, id: string) => proposeExtra(ctx, id, { kind: "work", words: "x", amountMinor: 1 })];
    for (const who of [other.actor, actor, aGuest("other")]) for (const deed of deeds) expect(refusalOf(await deed(as(root, who, startsAt), bookingId))).toBe("not-found");
    // Support takes the steps of a helper who calls, but speaks for nobody at the door.
    for (const deed of deeds.filter((each) => each !== arriveAt)) expect(refusalOf(await deed(as(root, support, startsAt), bookingId))).toBe("not-allowed");
  });

  it("support notes for a customer who calls that nobody comes, under the same policy, and a call by support counts as one of the two", async () => {
    const story = await accepted();
    const { bookingId, startsAt } = story;
    const at = (minutes: number) => as(root, support, startsAt + minutes * minute);
    expect(refusalOf(await noteAbsence(at(-1), bookingId, "customer"))).toBe("too-early");
    expect(refusalOf(await noteAbsence(at(0), bookingId, "helper"))).toBe("not-allowed");
    expect(must(await noteAbsence(at(0), bookingId, "customer"))).toMatchObject({ absent: "helper", notedBy: "staff", waitingSince: startsAt });
    must(await noteCall(at(1), bookingId, 1, "customer"));
    expect(refusalOf(await noteCall(guestAt(story, startsAt + 5 * minute), bookingId, 2))).toBe("call-too-early");
    must(await noteCall(guestAt(story, startsAt + 6 * minute), bookingId, 2));
    expect(refusalOf(await endAbsence(at(14), bookingId, "customer"))).toBe("too-early");
    must(await endAbsence(at(15), bookingId, "customer"));
    expect(await row(story)).toMatchObject({ state: "cancelled", cancelledBy: "helper", cancelReason: "helper_absent", compensationMinor: 0 });
  });

  it("support is told at once by mail that a customer waits for the professional service", async () => {
    await aLane(root);
    const { id: professional } = await aServiceType(root);
    const [startsAt = 0] = ((await slotsForProfessional(root, professional)) ?? []).flatMap(({ slots }) => slots);
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { professional }, startsAt, place: basel }));
    must(await submitBooking(as(root, aGuest(bookingId)), bookingId, aForm()));
    must(await paymentArrived(as(root, system), bookingId));
    must(await acceptBooking(as(root, support), bookingId));
    for (let i = 0; i < 2; i++) must(await noteAbsence(as(root, aGuest(bookingId), startsAt + i), bookingId));
    expect((await mailsAbout(root, bookingId)).filter((kind) => kind === "booking.waiting.helper")).toHaveLength(1);
  });

  it("support says for a customer who calls that they are there, and nobody waits any more", async () => {
    const story = await accepted();
    const { bookingId, startsAt } = story;
    must(await noteAbsence(helperAt(story, startsAt), bookingId));
    must(await answerWaiting(as(root, support, startsAt + minute), bookingId, "customer"));
    expect((await bookingPage(helperAt(story, startsAt + minute), bookingId))?.visit.absence).toMatchObject({ state: "withdrawn" });
  });

  it("nobody is absent once the code was right: the waiting ends and none begins", async () => {
    const story = await accepted();
    const { bookingId, startsAt } = story;
    must(await noteAbsence(helperAt(story, startsAt), bookingId));
    must(await checkCode(helperAt(story, startsAt + minute), bookingId, visitCodes(root, await row(story)).customer));
    expect((await bookingPage(helperAt(story, startsAt + minute), bookingId))?.visit).toMatchObject({ absence: { state: "withdrawn" }, mayWait: false });
    expect(refusalOf(await noteAbsence(helperAt(story, startsAt + minute), bookingId))).toBe("wrong-state");
  });
});
