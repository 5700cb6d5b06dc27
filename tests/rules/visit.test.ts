import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptBooking, finishVisit, fileReport, setOff, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
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
import { answerExtra, consentByCode, proposeExtra, withdrawExtra } from "#app/domain/visit/extras.commands.server.ts";
import { extrasOf } from "#app/domain/visit/extras.server.ts";
import { arrivalWindow, clockTime } from "#app/domain/visit/visit.ts";
import { uncheckedVisits, unconfirmedVisits } from "#app/domain/visit/visit.queries.server.ts";
import { anAskedBooking, aReport, day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aGuest, aHelper, aStaffMember, as, contextOn } from "../support/people.ts";

type Story = Awaited<ReturnType<typeof anAskedBooking>>;
const support = staff("sam", ["support"]);

eachDatabase("around the visit", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** Accepted some days before the visit. */
  async function accepted(more: Parameters<typeof anAskedBooking>[1] = {}, inDays = 3): Promise<Story> {
    const story = await anAskedBooking(root, more, inDays);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    return story;
  }
  const helperAt = ({ helper }: Story, now: number) => as(root, helper.actor, now);
  const guestAt = ({ guest }: Story, now: number) => as(root, guest, now);
  const row = (story: Story) => readBooking(root, story.bookingId);
  const names = async ({ bookingId }: Story) => (await root.db.select().from(root.db.t.journalEntry).where(eq(root.db.t.journalEntry.subjectId, bookingId))).map(({ name }) => name);
  const times = async (story: Story, name: string) => (await names(story)).filter((each) => each === name).length;

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
      await tickBooking(as(root, system, startsAt - 6 * hour), bookingId);
      await tickBooking(as(root, system, startsAt - 5 * hour), bookingId);
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind.startsWith("booking.confirmAgain"))).toEqual(["booking.confirmAgain.helper"]);
      const seen = async (now: number) => (await unconfirmedVisits(as(root, support, now))).filter((each) => each.bookingId === bookingId).map(({ missing }) => missing);
      expect(await seen(startsAt - 7 * hour)).toEqual([]);
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
      const wrong = customer === "0000" ? "1111" : "0000";
      for (const left of [4, 3, 2, 1, 0]) expect(must(await checkCode(helperAt(story, startsAt), bookingId, wrong))).toEqual({ matched: false, left });
      expect(refusalOf(await checkCode(helperAt(story, startsAt), bookingId, customer))).toBe("too-many-tries");
      expect(await row(story)).toMatchObject({ codeTries: 5, codeMatchedAt: null });
      must(await startVisit(helperAt(story, startsAt), bookingId));
      expect((await uncheckedVisits(as(root, support, startsAt + hour))).map((each) => each.bookingId)).toContain(bookingId);
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

  describe("extras", () => {
    const cable = { kind: "material" as const, words: "Kabel 5 m", amountMinor: 2400 };
    async function started(): Promise<Story> {
      const story = await accepted();
      must(await startVisit(helperAt(story, story.startsAt), story.bookingId));
      return story;
    }

    it("are proposed once there, agreed to by the customer, and counted once", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      expect(refusalOf(await proposeExtra(helperAt(story, startsAt), bookingId, cable))).toBe("wrong-state");
      must(await arriveAt(helperAt(story, startsAt), bookingId));
      const extra = must(await proposeExtra(helperAt(story, startsAt), bookingId, { ...cable, after: 0 }));
      expect(must(await proposeExtra(helperAt(story, startsAt), bookingId, { ...cable, after: 0 })).id).toBe(extra.id);
      expect(refusalOf(await answerExtra(helperAt(story, startsAt), extra.id, true))).toBe("not-allowed");
      expect(refusalOf(await answerExtra(as(root, aGuest(), startsAt), extra.id, true))).toBe("not-found");
      for (let i = 0; i < 2; i++) must(await answerExtra(guestAt(story, startsAt + i), extra.id, true));
      expect(must(await proposeExtra(helperAt(story, startsAt), bookingId, { ...cable, after: 0 })).state).toBe("accepted");
      expect(await extrasOf(root, bookingId)).toMatchObject([{ state: "accepted", consent: "device", answeredAt: startsAt }]);
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind.includes("extra"))).toEqual(["booking.extra.customer", "booking.extraToPay.customer"]);
      expect(refusalOf(await answerExtra(guestAt(story, startsAt), extra.id, false))).toBe("wrong-state");
    });

    it("stay under the cap, also when two are proposed at once, and a refused one frees its part", async () => {
      const story = await started();
      const { bookingId, startsAt } = story;
      const propose = (amountMinor: number, words = "Mehr") => proposeExtra(helperAt(story, startsAt), bookingId, { kind: "work", words, amountMinor });
      const both = await Promise.all([propose(6000, "eins"), propose(6000, "zwei")]);
      expect(both.map(refusalOf).sort()).toEqual(["extra-cap", "ok"]);
      const refused = both.find((each) => !each.ok);
      expect(refused?.ok === false && refused.detail).toEqual({ leftMinor: 4000 });
      const first = both.find((each) => each.ok);
      must(await answerExtra(guestAt(story, startsAt), first?.ok ? first.value.id : "", false));
      must(await propose(10_000, "drei"));
      expect(refusalOf(await propose(1))).toBe("extra-cap");
    });

    it("can be taken back, and lapse with the report when nobody answered", async () => {
      const story = await started();
      const { bookingId, startsAt } = story;
      const propose = (words: string) => proposeExtra(helperAt(story, startsAt), bookingId, { ...cable, words });
      const [first, second] = [must(await propose("a")), must(await propose("b"))];
      for (let i = 0; i < 2; i++) must(await withdrawExtra(helperAt(story, startsAt), first.id));
      expect(refusalOf(await answerExtra(guestAt(story, startsAt), first.id, true))).toBe("wrong-state");
      must(await finishVisit(helperAt(story, startsAt), bookingId));
      must(await fileReport(helperAt(story, startsAt), bookingId, aReport));
      expect((await extrasOf(root, bookingId)).map(({ state }) => state)).toEqual(["withdrawn", "lapsed"]);
      expect(refusalOf(await answerExtra(guestAt(story, startsAt), second.id, true))).toBe("wrong-state");
    });

    it("are agreed to by codes that are read out: each once, in their order, with five tries for the whole visit", async () => {
      const story = await started();
      const { bookingId, startsAt } = story;
      const { consent, customer } = visitCodes(root, await row(story));
      const propose = async (words: string) => must(await proposeExtra(helperAt(story, startsAt), bookingId, { kind: "time", words, amountMinor: 1000 })).id;
      const by = (id: string, code: string) => consentByCode(helperAt(story, startsAt), id, code);
      const first = await propose("a");
      expect(must(await by(first, customer))).toMatchObject({ matched: false, left: 4 });
      expect(must(await by(first, consent[1] ?? ""))).toMatchObject({ matched: false, left: 3 });
      expect(refusalOf(await consentByCode(guestAt(story, startsAt), first, consent[0] ?? ""))).toBe("not-allowed");
      for (let i = 0; i < 2; i++) expect(must(await by(first, consent[0] ?? ""))).toMatchObject({ matched: true, extra: { state: "accepted", consent: "code" } });
      const second = await propose("b");
      expect(must(await by(second, consent[0] ?? ""))).toMatchObject({ matched: false, left: 2 });
      must(await withdrawExtra(helperAt(story, startsAt), second));
      const third = await propose("c");
      expect(must(await by(third, "x"))).toMatchObject({ matched: false, left: 1 });
      expect(must(await by(third, "x"))).toMatchObject({ matched: false, left: 0 });
      expect(refusalOf(await by(third, consent[1] ?? ""))).toBe("too-many-tries");
    });
  });

  describe("absence", () => {
    it("of the customer: noted, two calls five minutes apart, a quarter of an hour, then the helper is compensated", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      expect(refusalOf(await noteAbsence(helperAt(story, startsAt - 1), bookingId))).toBe("too-early");
      for (let i = 0; i < 2; i++) must(await noteAbsence(helperAt(story, startsAt + i), bookingId));
      expect(await row(story)).toMatchObject({ state: "underway", arrivedAt: startsAt });
      expect(refusalOf(await noteAbsence(guestAt(story, startsAt), bookingId))).toBe("other-waits");
      expect(refusalOf(await endAbsence(helperAt(story, startsAt + hour), bookingId))).toBe("calls-missing");
      expect(refusalOf(await noteCall(helperAt(story, startsAt), bookingId, 2))).toBe("wrong-state");
      expect(refusalOf(await noteCall(guestAt(story, startsAt), bookingId, 1))).toBe("wrong-state");
      for (let i = 0; i < 2; i++) must(await noteCall(helperAt(story, startsAt + minute), bookingId, 1));
      expect(refusalOf(await noteCall(helperAt(story, startsAt + 6 * minute - 1), bookingId, 2))).toBe("call-too-early");
      must(await noteCall(helperAt(story, startsAt + 6 * minute), bookingId, 2));
      expect(refusalOf(await endAbsence(helperAt(story, startsAt + 15 * minute - 1), bookingId))).toBe("too-early");
      for (let i = 0; i < 2; i++) must(await endAbsence(helperAt(story, startsAt + 15 * minute), bookingId));
      expect(await row(story)).toMatchObject({ state: "cancelled", cancelledBy: "customer", cancelReason: "customer_absent", compensationMinor: 4900 });
      expect(await times(story, "booking.missCustomer")).toBe(1);
      expect(await mailsAbout(root, bookingId)).toEqual(expect.arrayContaining(["booking.waiting.customer", "booking.missed.customer", "booking.missed.helper"]));
      expect((await bookingPage(helperAt(story, startsAt + hour), bookingId))?.booking.cancelReason).toBe("customer_absent");
    });

    it("of the helper: everything goes back, and it counts in their figures", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      must(await noteAbsence(guestAt(story, startsAt + minute), bookingId));
      must(await noteCall(guestAt(story, startsAt + 2 * minute), bookingId, 1));
      must(await noteCall(guestAt(story, startsAt + 10 * minute), bookingId, 2));
      expect(refusalOf(await endAbsence(helperAt(story, startsAt + hour), bookingId))).toBe("wrong-state");
      must(await endAbsence(guestAt(story, startsAt + 16 * minute), bookingId));
      expect(await row(story)).toMatchObject({ state: "cancelled", cancelledBy: "helper", cancelReason: "helper_absent", compensationMinor: 0 });
      const { helperFigures } = root.db.t;
      expect((await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, story.helper.helperId)))[0]?.cancelledByHelper).toBe(1);
    });

    it("ends when the other side answers, arrives, or the visit begins", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      must(await noteAbsence(helperAt(story, startsAt), bookingId));
      must(await answerWaiting(guestAt(story, startsAt + minute), bookingId));
      expect(await mailsAbout(root, bookingId)).toContain("booking.here.helper");
      expect(refusalOf(await endAbsence(helperAt(story, startsAt + hour), bookingId))).toBe("wrong-state");
      must(await noteAbsence(helperAt(story, startsAt + hour), bookingId));
      must(await startVisit(helperAt(story, startsAt + hour), bookingId));
      const other = await accepted();
      must(await noteAbsence(guestAt(other, other.startsAt), other.bookingId));
      must(await arriveAt(helperAt(other, other.startsAt + minute), other.bookingId));
      expect(refusalOf(await noteAbsence(guestAt(other, other.startsAt + minute), other.bookingId))).toBe("wrong-state");
      const { visitAbsence } = root.db.t;
      expect((await root.db.select().from(visitAbsence)).filter((each) => [bookingId, other.bookingId].includes(each.bookingId)).map(({ state }) => state)).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
    });
  });

  it("what was said at the door goes with the address after 90 days", async () => {
    const story = await accepted();
    const { bookingId, startsAt } = story;
    must(await noteAbsence(helperAt(story, startsAt), bookingId));
    must(await noteCall(helperAt(story, startsAt), bookingId, 1));
    must(await proposeExtra(helperAt(story, startsAt), bookingId, { kind: "work", words: "Bei Frau Muster im Bad", amountMinor: 500 }));
    await tickBooking(as(root, system, startsAt + 8 * day), bookingId);
    expect((await row(story)).state).toBe("cancelled");
    await tickBooking(as(root, system, startsAt + 8 * day + 91 * day), bookingId);
    const page = await bookingPage(guestAt(story, startsAt + 100 * day), bookingId);
    expect(page?.booking.blurredAt).not.toBeNull();
    expect(page?.visit).toMatchObject({ codes: null, extras: [{ words: "", state: "lapsed" }], absence: { state: "withdrawn", calls: [] } });
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
});
