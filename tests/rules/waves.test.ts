import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { isFree, slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, cancelBooking, declineBooking } from "#app/domain/booking/booking.commands.server.ts";
import { helperRequests } from "#app/domain/booking/lists.queries.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { asksOf } from "#app/domain/dispatch/asks.server.ts";
import { ownAsk } from "#app/domain/dispatch/dispatch.queries.server.ts";
import { askOthersNow, setTonight } from "#app/domain/dispatch/waves.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { proposeTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aGuest, as, contextOn, monday } from "../support/people.ts";
import { askedOf, aRequest, blocked, thursday } from "../support/waves.ts";

const four = [{}, {}, {}, {}];

eachDatabase("waves", (open) => {
  let root: Context;
  beforeEach(async () => {
    root = contextOn(await open());
  });

  describe("a customer who takes somebody else at the same time", () => {
    it("has three others asked when the chosen helper says no, and the first yes wins", async () => {
      const { helper, others, bookingId, guest } = await aRequest(root, { others: four });
      must(await declineBooking(as(root, helper.actor, monday + hour), bookingId));
      const asked = await readBooking(root, bookingId);
      expect([asked.state, asked.helperId, asked.wave, asked.answerBy]).toEqual(["requested", null, 1, monday + 3 * hour]);
      const open = (await asksOf(root, bookingId)).filter(({ state }) => state === "open");
      expect(open).toHaveLength(3);
      expect(await blocked(root, bookingId)).toEqual(open.map(({ helperId }) => helperId).sort());
      const [first, second, third] = open.map(({ helperId }) => others.find((each) => each.helperId === helperId));
      if (!first || !second || !third) throw new Error("Three were asked");
      expect((await helperRequests(as(root, second.actor, monday + hour))).map(({ id, others: n }) => [id, n])).toEqual([[bookingId, 2]]);
      expect(await isFree(as(root, system, monday + hour), second.helperId, thursday, 60)).toBe(false);

      must(await acceptBooking(as(root, second.actor, monday + 2 * hour), bookingId));
      const accepted = await readBooking(root, bookingId);
      expect([accepted.state, accepted.helperId, accepted.listingId, accepted.calendarId, accepted.priceMinor]).toEqual(["accepted", second.helperId, second.listingId, second.helperId, 4900]);
      expect((await asksOf(root, bookingId)).map(({ state }) => state).sort()).toEqual(["accepted", "beaten", "beaten", "declined"]);
      expect(await blocked(root, bookingId)).toEqual([second.helperId]);
      expect(await isFree(as(root, system, monday + 2 * hour), first.helperId, thursday, 60)).toBe(true);
      const mails = await mailsAbout(root, bookingId);
      expect(mails.filter((kind) => kind === "booking.asked.helper")).toHaveLength(3);
      expect(mails.filter((kind) => kind === "booking.beaten.helper")).toHaveLength(2);
      expect(mails).toEqual(expect.arrayContaining(["booking.othersAsked.customer", "booking.substitute.customer"]));
      expect(mails).not.toContain("booking.accepted.customer");

      expect(refusalOf(await acceptBooking(as(root, third.actor, monday + 2 * hour), bookingId))).toBe("beaten");
      expect(await findBooking(as(root, third.actor), bookingId)).toBeNull();
      expect((await ownAsk(as(root, third.actor), bookingId))?.state).toBe("beaten");
      expect((await bookingPage(as(root, guest, monday + 2 * hour), bookingId))?.ladder).toMatchObject({ first: { name: "Maya B.", state: "declined" }, isSubstitute: true, shared: false });
    });

    it("never sees two win: of two yeses at once one is an answer, the other a kind no", async () => {
      const { helper, others, bookingId } = await aRequest(root, { others: [{}, {}] });
      must(await declineBooking(as(root, helper.actor), bookingId));
      const answers = await Promise.all(others.map(({ actor }) => acceptBooking(as(root, actor, monday + minute), bookingId)));
      expect(answers.map(refusalOf).sort()).toEqual(["beaten", "ok"]);
      expect((await asksOf(root, bookingId)).filter(({ state }) => state === "accepted")).toHaveLength(1);
      expect(await blocked(root, bookingId)).toEqual([(await readBooking(root, bookingId)).helperId]);
    });

    it("goes on by itself when nobody answers, wave after wave, until the money goes back", async () => {
      const { others, helper, bookingId } = await aRequest(root, { others: [...four, ...four, ...four] });
      let at = monday;
      const waves: number[] = [];
      for (let booking = await readBooking(root, bookingId); booking.state === "requested"; booking = await readBooking(root, bookingId)) {
        at = booking.nextWaveAt ?? booking.answerBy ?? 0;
        waves.push(booking.wave);
        await tickBooking(as(root, system, at), bookingId);
      }
      const ended = await readBooking(root, bookingId);
      expect([...new Set(waves)]).toEqual([0, 1, 2, 3]);
      expect([ended.state, ended.helperId]).toEqual(["lapsed", helper.helperId]);
      expect((await asksOf(root, bookingId)).map(({ state }) => state)).toEqual(Array(10).fill("lapsed"));
      expect(await blocked(root, bookingId)).toEqual([]);
      expect(at).toBeLessThan(thursday);
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind === "booking.othersAsked.customer")).toHaveLength(1);
      for (const { helperId } of others) expect(await isFree(as(root, system, at), helperId, thursday, 60)).toBe(true);
    });

    it("waits for the others when one of them says no; the last no starts the next wave", async () => {
      const { helper, others, bookingId } = await aRequest(root, { others: four });
      must(await declineBooking(as(root, helper.actor), bookingId));
      const byId = new Map(others.map((each) => [each.helperId, each]));
      const asked = (await asksOf(root, bookingId)).filter(({ wave }) => wave === 1).map(({ helperId }) => byId.get(helperId));
      for (const [i, one] of asked.entries()) {
        if (!one) throw new Error("Somebody else was asked");
        must(await declineBooking(as(root, one.actor, monday + (i + 1) * minute), bookingId));
        expect((await readBooking(root, bookingId)).wave).toBe(i < 2 ? 1 : 2);
      }
      const last = (await asksOf(root, bookingId)).filter(({ wave }) => wave === 2);
      expect(last).toHaveLength(1);
      const lastOne = byId.get(last[0]?.helperId ?? "");
      if (!lastOne) throw new Error("The fourth was asked");
      must(await declineBooking(as(root, lastOne.actor, monday + hour), bookingId));
      expect((await readBooking(root, bookingId)).state).toBe("declined");
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind === "booking.declined.customer")).toHaveLength(1);
    });

    it("has nobody asked who is dearer, busy, too far, already asked, or the customer", async () => {
      const { helper, others, bookingId, guest } = await aRequest(root, { others: [{ priceMinor: 4901 }, { hours: [{ weekday: 1, fromMinute: 480, untilMinute: 1200 }] }, { place: { postcode: "3011", locality: "Bern" } }, { priceMinor: 4000 }, {}] });
      const { booking } = root.db.t;
      const self = others[4];
      if (!self) throw new Error("There are five");
      await root.db.update(booking).set({ customerId: self.personId }).where(eq(booking.id, bookingId));
      must(await declineBooking(as(root, helper.actor), bookingId));
      expect(await askedOf(root, bookingId, [helper, ...others])).toEqual(["0 chosen declined", "1 other4 open"]);
      expect((await readBooking(root, bookingId)).priceMinor).toBe(4900);
      must(await cancelBooking(as(root, guest, monday + minute), bookingId, "no_longer_needed"));
      expect(await askedOf(root, bookingId, [helper, ...others])).toEqual(["0 chosen declined", "1 other4 withdrawn"]);
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind === "booking.beaten.helper" || kind === "booking.cancelled.helper")).toEqual(["booking.beaten.helper"]);
    });

    it("has whoever was asked least in the last 28 days asked first, among equals", async () => {
      const { helper, others, bookingId } = await aRequest(root, { others: four });
      const [often, longAgo] = others;
      const elsewhere = await aRequest(root, { chosen: { priceMinor: 5000 }, startsAt: thursday + day });
      const { bookingAsk } = root.db.t;
      const lapsed = (who: typeof often, askedAt: number) => ({ id: root.newId(), bookingId: elsewhere.bookingId, helperId: who?.helperId ?? "", listingId: who?.listingId ?? "", wave: 1, state: "lapsed" as const, askedAt, answerBy: monday });
      await root.db.insert(bookingAsk).values([lapsed(often, monday - 27 * day), lapsed(longAgo, monday - 29 * day)]);
      must(await declineBooking(as(root, helper.actor), bookingId));
      const asked = (await asksOf(root, bookingId)).filter(({ wave }) => wave === 1).map(({ helperId }) => helperId);
      expect(asked).toHaveLength(3);
      expect([asked.includes(often?.helperId ?? ""), asked.includes(longAgo?.helperId ?? "")]).toEqual([false, true]);
    });
  });

  describe("a customer who wants to be asked first", () => {
    it("has nobody else asked, as before", async () => {
      const { helper, bookingId } = await aRequest(root, { others: four, substitution: "ask" });
      must(await declineBooking(as(root, helper.actor), bookingId));
      expect((await readBooking(root, bookingId)).state).toBe("declined");
      expect(await asksOf(root, bookingId)).toHaveLength(1);
    });

    it("may change their mind while the helper is silent: whoever says yes first comes, the chosen one too", async () => {
      const { helper, others, bookingId, guest } = await aRequest(root, { others: four, substitution: "ask" });
      const stranger = await aCustomer(root);
      expect(refusalOf(await askOthersNow(as(root, stranger.actor), bookingId))).toBe("not-found");
      must(await askOthersNow(as(root, guest, monday + hour), bookingId));
      must(await askOthersNow(as(root, guest, monday + hour), bookingId));
      expect((await asksOf(root, bookingId)).map(({ wave, state }) => `${wave} ${state}`)).toEqual(["0 open", "1 open", "1 open", "1 open"]);
      expect((await helperRequests(as(root, helper.actor, monday + hour))).map(({ answerBy, others: n }) => [answerBy, n])).toEqual([[monday + 6 * hour, 3]]);
      await tickBooking(as(root, system, monday + 3 * hour), bookingId);
      expect((await asksOf(root, bookingId)).map(({ wave, state }) => `${wave} ${state}`)).toEqual(["0 open", "1 lapsed", "1 lapsed", "1 lapsed", "2 open"]);
      must(await acceptBooking(as(root, helper.actor, monday + 4 * hour), bookingId));
      const accepted = await readBooking(root, bookingId);
      expect([accepted.state, accepted.helperId]).toEqual(["accepted", helper.helperId]);
      const mails = await mailsAbout(root, bookingId);
      expect(mails).toContain("booking.accepted.customer");
      expect(mails).not.toContain("booking.substitute.customer");
      expect(others).toHaveLength(4);
    });

    it("is told when nobody is free", async () => {
      const { guest, bookingId } = await aRequest(root, { substitution: "ask" });
      expect(refusalOf(await askOthersNow(as(root, guest), bookingId))).toBe("nobody-free");
      expect((await readBooking(root, bookingId)).substitution).toBe("ask");
    });
  });

  it("asks nobody in the past where other times were left unanswered while the house slept", async () => {
    const { helper, others, bookingId } = await aRequest(root, { others: [{}], startsAt: thursday });
    const slot = ((await slotsForListing(root, helper.listingId)) ?? []).flatMap(({ slots }) => slots).find((at) => at > thursday + day) ?? 0;
    const round = must(await proposeTimes(as(root, helper.actor, monday + hour), bookingId, { slots: [slot] }));
    const late = round.answerBy + 5 * hour;
    await tickBooking(as(root, system, late), bookingId);
    expect(await askedOf(root, bookingId, [helper, ...others])).toEqual(["0 chosen declined", "1 other1 open"]);
    expect((await asksOf(root, bookingId)).filter(({ wave }) => wave === 1).map(({ askedAt, answerBy }) => [askedAt, answerBy])).toEqual([[late, late + 2 * hour]]);
  });

  describe("in the quiet hours", () => {
    const night = monday + 12 * hour;
    it("nobody is asked before the morning, and the customer is told from when on", async () => {
      const { helper, bookingId } = await aRequest(root, { others: four });
      const { booking } = root.db.t;
      await root.db.update(booking).set({ answerBy: night + 6 * hour }).where(eq(booking.id, bookingId));
      must(await declineBooking(as(root, helper.actor, night), bookingId));
      const waiting = await readBooking(root, bookingId);
      const seven = monday + 21 * hour;
      expect([waiting.state, waiting.helperId, waiting.wave, waiting.nextWaveAt, waiting.answerBy]).toEqual(["requested", null, 0, seven, null]);
      expect(await findBooking(as(root, helper.actor, night), bookingId)).toBeNull();
      await tickBooking(as(root, system, seven - 1), bookingId);
      expect((await readBooking(root, bookingId)).wave).toBe(0);
      await tickBooking(as(root, system, seven), bookingId);
      const asked = await readBooking(root, bookingId);
      expect([asked.wave, asked.nextWaveAt, asked.answerBy]).toEqual([1, null, seven + 2 * hour]);
    });

    it("whoever asked to be asked tonight is, and answers tonight", async () => {
      const { helper, others, bookingId } = await aRequest(root, { others: four });
      const owl = others[2];
      if (!owl) throw new Error("There are four");
      expect(must(await setTonight(as(root, owl.actor, monday), true)).tonightUntil).toBe(monday + 21 * hour);
      const { booking } = root.db.t;
      await root.db.update(booking).set({ answerBy: night + 6 * hour }).where(eq(booking.id, bookingId));
      must(await declineBooking(as(root, helper.actor, night), bookingId));
      expect(await askedOf(root, bookingId, [helper, ...others])).toEqual(["0 chosen declined", "1 other3 open"]);
      expect((await readBooking(root, bookingId)).answerBy).toBe(night + 2 * hour);
      await tickBooking(as(root, system, night + 2 * hour), bookingId);
      expect((await readBooking(root, bookingId)).nextWaveAt).toBe(monday + 21 * hour);
    });

    it("a visit that the morning would come too late for ends at once", async () => {
      const early = monday + 22 * hour;
      const { helper, bookingId } = await aRequest(root, { others: four, startsAt: early });
      const { booking } = root.db.t;
      await root.db.update(booking).set({ answerBy: night + 6 * hour }).where(eq(booking.id, bookingId));
      must(await declineBooking(as(root, helper.actor, night), bookingId));
      expect((await readBooking(root, bookingId)).state).toBe("declined");
    });
  });

  it("whoever is asked beside others sees the request without address, and cannot write or end it for all", async () => {
    const { helper, others, bookingId } = await aRequest(root, { others: [{}, {}] });
    must(await declineBooking(as(root, helper.actor), bookingId));
    const [one, two] = others;
    if (!one || !two) throw new Error("There are two");
    const page = await bookingPage(as(root, one.actor, monday + minute), bookingId);
    expect([page?.part, page?.booking.street, page?.booking.contact, page?.booking.visited, page?.customerName, page?.accessKey, page?.ladder]).toEqual(["helper", null, null, null, "Anna", null, null]);
    expect(refusalOf(await postMessage(as(root, one.actor, monday + minute), bookingId, { words: "Hallo" }))).toBe("not-allowed");
    must(await cancelBooking(as(root, one.actor, monday + minute), bookingId, "too_far"));
    expect((await readBooking(root, bookingId)).state).toBe("requested");
    expect(await askedOf(root, bookingId, [helper, one, two])).toEqual(["0 chosen declined", "1 other1 declined", "1 other2 open"]);
    const { helper: table } = root.db.t;
    const [figures] = await root.db.select({ answerMinutes: table.answerMinutes }).from(table).where(eq(table.id, one.helperId));
    expect(figures?.answerMinutes).toBeNull();
    must(await declineBooking(as(root, two.actor, monday + 30 * minute), bookingId));
    const [answered] = await root.db.select({ answerMinutes: table.answerMinutes }).from(table).where(eq(table.id, two.helperId));
    expect(answered?.answerMinutes).toBe(30);
    expect(refusalOf(await acceptBooking(as(root, aGuest(bookingId), monday), bookingId))).toBe("not-allowed");
  });
});
