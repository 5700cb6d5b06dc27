import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, cancelBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { dueFor } from "#app/domain/booking/booking.clock.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { asksFrom } from "#app/domain/dispatch/hours.ts";
import { askOthersNow, setTonight } from "#app/domain/dispatch/waves.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { proposeTimes, takeTime, withdrawTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { seriesStarts } from "#app/domain/series/dates.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { remindsAt } from "#app/domain/visit/visit.ts";
import { aHeldBooking, hour, minute, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, aLane, as, basel, contextOn, type HelperMore, monday } from "../support/people.ts";
import { postOf } from "../support/post.ts";
import { thursday } from "../support/waves.ts";
import { world } from "../support/world.ts";

const at = (text: string) => Date.parse(`${text}:00+02:00`);
const night = at("2027-06-07T23:30");
const morning = at("2027-06-08T07:00");
const { policy } = defaultSettings;
const zone = "Europe/Zurich";

describe("A question to a helper", () => {
  it.each([
    ["by day", "2027-06-07T20:59", "2027-06-08T10:00", "2027-06-07T20:59"],
    ["in the evening", "2027-06-07T21:00", "2027-06-08T10:00", "2027-06-08T07:00"],
    ["in the early morning", "2027-06-08T03:00", "2027-06-08T10:00", "2027-06-08T07:00"],
    ["so late that the answer is due before the morning", "2027-06-08T03:00", "2027-06-08T05:00", "2027-06-08T03:00"],
    ["so late that the morning leaves no twenty minutes to answer", "2027-06-08T03:00", "2027-06-08T07:19", "2027-06-08T03:00"],
  ])("that comes up %s goes out in time", (_when, now, due, goes) => {
    expect(asksFrom(at(now), at(due), policy, zone)).toBe(at(goes));
  });
});

describe("The second reminder to confirm", () => {
  it.each([
    ["2027-06-10T08:00", "2027-06-09T21:00"],
    ["2027-06-10T12:59", "2027-06-09T21:00"],
    ["2027-06-10T13:00", "2027-06-10T07:00"],
    ["2027-06-10T17:00", "2027-06-10T11:00"],
  ])("of a visit at %s wakes nobody", (startsAt, reminds) => {
    expect(remindsAt({ startsAt: at(startsAt), policy, zone })).toBe(at(reminds));
  });

  it("never comes before the first, whatever the policy says", () => {
    expect(remindsAt({ startsAt: at("2027-06-10T08:00"), policy: { ...policy, confirmHours: 8 }, zone })).toBe(at("2027-06-10T02:00"));
  });
});

eachDatabase("the quiet hours", (open) => {
  let root: Context;
  let post: ReturnType<typeof postOf>;
  beforeEach(async () => {
    const w = await world({ at: monday, store: { ...(await open()), close: async () => undefined } });
    root = contextOn(w.store);
    post = postOf(w);
  });
  const topics = async (address: string, when: number) => (await post.deliver(when)).filter(({ to }) => to === address).map(({ topic }) => topic);

  /** Half past eleven at night somebody asks Maya for Thursday. */
  async function askedAtNight({ startsAt = thursday, tonight = false, chosen = {} }: { startsAt?: number; tonight?: boolean; chosen?: HelperMore } = {}) {
    const maya = await aHelper(root, { givenName: "Maya", ...chosen });
    if (tonight) must(await setTonight(as(root, maya.actor, night - hour), true));
    const { bookingId } = must(await holdSlot(as(root, aGuest(), night), { offer: { listingId: maya.listingId }, startsAt, place: basel }));
    const guest = aGuest(bookingId);
    must(await submitBooking(as(root, guest, night), bookingId, { ...aForm(), substitution: "same_time" }));
    must(await paymentArrived(as(root, system, night), bookingId));
    return { maya, bookingId, guest };
  }

  it("let the chosen helper sleep: the request comes in the morning, the customer's word at once", async () => {
    const { maya } = await askedAtNight();
    const now = await post.deliver(night);
    expect(now.map(({ topic }) => topic)).toEqual(["booking.requested.customer"]);
    expect(await topics(maya.email, morning - minute)).toEqual([]);
    expect(await topics(maya.email, morning)).toEqual(["booking.requested.helper"]);
  });

  it("end for whoever wishes to be asked tonight", async () => {
    const { maya } = await askedAtNight({ tonight: true });
    expect(await topics(maya.email, night)).toEqual(["booking.requested.helper"]);
  });

  it("bring no question in the morning that was answered or taken back in the night", async () => {
    const answered = await askedAtNight();
    must(await declineBooking(as(root, answered.maya.actor, night + hour), answered.bookingId));
    const taken = await askedAtNight();
    must(await cancelBooking(as(root, taken.guest, night + hour), taken.bookingId, "other"));
    const letters = await post.deliver(morning);
    expect(letters.filter(({ topic }) => topic === "booking.requested.helper")).toEqual([]);
  });

  it("bring it to the chosen helper also when others are asked beside them meanwhile", async () => {
    const { maya, bookingId, guest } = await askedAtNight();
    await aHelper(root, { givenName: "Nora" });
    must(await askOthersNow(as(root, guest, night + minute), bookingId));
    expect((await readBooking(root, bookingId)).helperId).toBeNull();
    expect(await topics(maya.email, morning)).toEqual(["booking.requested.helper"]);
  });

  it("hold for the whole of a series, even when its first visit is cancelled in the night", async () => {
    const { helper, startsAt, bookingId, guest } = await aHeldBooking(root, {}, 7);
    const { bookingIds } = must(await makeSeries(as(root, guest), bookingId, { everyWeeks: 2, starts: seriesStarts(startsAt, zone, { everyWeeks: 2, times: 3 }).slice(1) }));
    await root.db.update(root.db.t.booking).set({ holdUntil: night + hour });
    await root.db.update(root.db.t.occupancy).set({ expiresAt: night + hour });
    must(await submitBooking(as(root, guest, night), bookingId, aForm()));
    for (const id of bookingIds) must(await paymentArrived(as(root, system, night), id));
    must(await cancelBooking(as(root, guest, night + minute), bookingId, "other"));
    expect((await topics(helper.email, night + hour)).filter((topic) => topic.includes("requested"))).toEqual([]);
    expect(await topics(helper.email, morning)).toEqual(["series.requested.helper"]);
  });

  it("hold for other times that a customer proposes, unless they were taken back or taken meanwhile", async () => {
    const letters: string[][] = [];
    for (const then of ["nothing", "withdrawn", "taken"]) {
      const { maya, bookingId, guest } = await askedAtNight({ tonight: true });
      must(await acceptBooking(as(root, maya.actor, night + minute), bookingId));
      must(await setTonight(as(root, maya.actor, night + minute), false));
      const slot = (await slotsToPropose(as(root, guest, night + hour), await readBooking(root, bookingId))).flatMap(({ slots }) => slots).at(-1) ?? 0;
      const proposal = must(await proposeTimes(as(root, guest, night + hour), bookingId, { slots: [slot] }));
      if (then === "withdrawn") must(await withdrawTimes(as(root, guest, night + 2 * hour), bookingId, proposal.id));
      if (then === "taken") must(await takeTime(as(root, maya.actor, night + 2 * hour), bookingId, { proposalId: proposal.id, slot }));
      letters.push([maya.email]);
    }
    const asleep = await post.deliver(night + 3 * hour);
    expect(asleep.filter(({ topic }) => topic === "booking.proposed.helper")).toEqual([]);
    const awake = await post.deliver(morning);
    expect(awake.filter(({ topic }) => topic === "booking.proposed.helper").map(({ to }) => to)).toEqual(letters[0]);
  });

  it("or not, a customer reads of other times only while they stand open, however long the mail had to wait", async () => {
    const told: string[] = [];
    for (const then of ["nothing", "withdrawn", "taken"]) {
      const { maya, bookingId, guest } = await askedAtNight({ tonight: true });
      must(await acceptBooking(as(root, maya.actor, night + minute), bookingId));
      const slot = (await slotsToPropose(as(root, maya.actor, night + hour), await readBooking(root, bookingId))).flatMap(({ slots }) => slots).at(-1) ?? 0;
      const proposal = must(await proposeTimes(as(root, maya.actor, night + hour), bookingId, { slots: [slot] }));
      if (then === "withdrawn") must(await withdrawTimes(as(root, maya.actor, night + 2 * hour), bookingId, proposal.id));
      if (then === "taken") must(await takeTime(as(root, guest, night + 2 * hour), bookingId, { proposalId: proposal.id, slot }));
      if (then === "nothing") told.push(bookingId);
    }
    const letters = (await post.deliver(night + 3 * hour)).filter(({ topic }) => topic === "booking.proposed.customer");
    expect(letters.map(({ threadId }) => threadId)).toEqual(told);
  });

  it("keep nothing from the company's own service, which has a desk and no bed", async () => {
    const { service } = await aHelper(root);
    await aLane(root);
    const { bookingId } = must(await holdSlot(as(root, aGuest(), night), { offer: { professional: service.id }, startsAt: thursday, place: basel }));
    must(await submitBooking(as(root, aGuest(bookingId), night), bookingId, aForm()));
    must(await paymentArrived(as(root, system, night), bookingId));
    expect((await post.deliver(night)).map(({ topic }) => topic)).toContain("booking.requested.helper");
  });

  it("let the second reminder of an early visit come the evening before", async () => {
    const startsAt = at("2027-06-10T08:00");
    const { maya, bookingId } = await askedAtNight({ startsAt, tonight: true });
    must(await acceptBooking(as(root, maya.actor, night + minute), bookingId));
    expect(dueFor(await readBooking(root, bookingId)).find(({ what }) => what === "confirm-remind")?.at).toBe(at("2027-06-09T21:00"));
  });
});
