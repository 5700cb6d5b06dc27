import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileReport, finishVisit, setOff, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { answerWaiting, cannotCome, endAbsence, noteAbsence, noteCall } from "#app/domain/visit/absence.commands.server.ts";
import { arriveAt } from "#app/domain/visit/arrival.commands.server.ts";
import { visitCodes } from "#app/domain/visit/code.server.ts";
import { answerExtra, consentByCode, proposeExtra, withdrawExtra } from "#app/domain/visit/extras.commands.server.ts";
import { extrasOf } from "#app/domain/visit/extras.server.ts";
import { aReport, day, hour, mailsAbout, minute, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aGuest, as, contextOn } from "../support/people.ts";
import { visitTools } from "../support/visits.ts";

eachDatabase("at the door", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });
  const { accepted, helperAt, guestAt, row, times } = visitTools(() => root);

  describe("extras", () => {
    const cable = { kind: "material" as const, words: "Kabel 5 m", amountMinor: 2400 };
    async function started() {
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
      for (let i = 0; i < 2; i++) expect(must(await by(first, customer)), "the same wrong one sent twice").toMatchObject({ matched: false, left: 4 });
      expect(must(await by(first, consent[1] ?? ""))).toMatchObject({ matched: false, left: 3 });
      expect(refusalOf(await consentByCode(guestAt(story, startsAt), first, consent[0] ?? ""))).toBe("not-allowed");
      for (let i = 0; i < 2; i++) expect(must(await by(first, consent[0] ?? ""))).toMatchObject({ matched: true, extra: { state: "accepted", consent: "code" } });
      const second = await propose("b");
      expect(must(await by(second, consent[0] ?? ""))).toMatchObject({ matched: false, left: 2 });
      must(await withdrawExtra(helperAt(story, startsAt), second));
      const third = await propose("c");
      expect(must(await by(third, "12"))).toMatchObject({ matched: false, left: 1 });
      expect(must(await by(third, "13"))).toMatchObject({ matched: false, left: 0 });
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
      for (let i = 0; i < 2; i++) must(await endAbsence(guestAt(story, startsAt + 16 * minute), bookingId));
      expect(await row(story)).toMatchObject({ state: "cancelled", cancelledBy: "helper", cancelReason: "helper_absent", compensationMinor: 0 });
      const { helperFigures } = root.db.t;
      expect((await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, story.helper.helperId)))[0]?.cancelledByHelper).toBe(1);
      const { credit, rescue } = root.db.t;
      expect(await root.db.select().from(credit).where(eq(credit.bookingId, bookingId))).toMatchObject([{ email: "anna@example.ch", amountMinor: 2000, leftMinor: 2000, reason: "helper_absent" }]);
      expect(await root.db.select().from(rescue).where(eq(rescue.bookingId, bookingId))).toMatchObject([{ reason: "helper_absent", state: "open" }]);
    });

    it("of the helper, who says so themself after the beginning: nobody waits and calls, and all the rest is the same", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      must(await setOff(helperAt(story, startsAt - 20 * minute), bookingId));
      must(await noteAbsence(guestAt(story, startsAt + 2 * minute), bookingId));
      expect(refusalOf(await cannotCome(helperAt(story, startsAt - 1), bookingId, "breakdown"))).toBe("too-early");
      expect(refusalOf(await cannotCome(guestAt(story, startsAt + hour), bookingId, "breakdown"))).toBe("not-allowed");
      for (let i = 0; i < 2; i++) must(await cannotCome(helperAt(story, startsAt + 5 * minute), bookingId, "breakdown"));
      expect(await row(story)).toMatchObject({ state: "cancelled", cancelledBy: "helper", cancelReason: "helper_absent", compensationMinor: 0 });
      const { helperFigures, credit, rescue, journalEntry, visitAbsence } = root.db.t;
      expect((await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, story.helper.helperId)))[0]?.cancelledByHelper).toBe(1);
      expect(await root.db.select().from(credit).where(eq(credit.bookingId, bookingId))).toMatchObject([{ amountMinor: 2000, reason: "helper_absent" }]);
      expect(await root.db.select().from(rescue).where(eq(rescue.bookingId, bookingId))).toMatchObject([{ reason: "helper_absent", state: "open" }]);
      expect((await root.db.select().from(visitAbsence).where(eq(visitAbsence.bookingId, bookingId)))[0]?.state).toBe("withdrawn");
      expect(await times(story, "booking.cannotCome")).toBe(1);
      expect((await root.db.select().from(journalEntry).where(eq(journalEntry.subjectId, bookingId))).find(({ name }) => name === "booking.cannotCome")?.facts).toMatchObject({ cause: "breakdown", refundMinor: 4900 });
      expect(await mailsAbout(root, bookingId)).toEqual(expect.arrayContaining(["booking.missed.customer", "booking.missed.helper", "credit.granted.customer"]));
    });

    it("is not said by a helper who has arrived", async () => {
      const story = await accepted();
      const { bookingId, startsAt } = story;
      must(await arriveAt(helperAt(story, startsAt - minute), bookingId));
      expect(refusalOf(await cannotCome(helperAt(story, startsAt + minute), bookingId, "ill"))).toBe("wrong-state");
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
});
