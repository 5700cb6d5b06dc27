import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { calendarHours, slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { removeHoliday } from "#app/domain/availability/rules.commands.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { acceptBooking, cancelBooking, declineBooking, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { openAsk } from "#app/domain/dispatch/asks.server.ts";
import { askOthersNow } from "#app/domain/dispatch/waves.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { openRescueOf } from "#app/domain/rescue/offer.server.ts";
import { fallSick } from "#app/domain/rescue/sick.commands.server.ts";
import { sickPreview } from "#app/domain/rescue/sick.queries.server.ts";
import { aHeldBooking, anAskedBooking, day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn, monday } from "../support/people.ts";
import { aRequest, blocked } from "../support/waves.ts";

eachDatabase("ill today", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** A helper with an accepted visit tomorrow, a request the day after, and an accepted visit a week later. */
  async function story() {
    const helper = await aHelper(root);
    const days = (await slotsForListing(root, helper.listingId)) ?? [];
    const ask = async (day: number, accept: boolean) => {
      const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt: days[day]?.slots[4] ?? 0, place: basel }));
      must(await submitBooking({ ...as(root, aGuest(bookingId)), locale: "fr" }, bookingId, aForm()));
      must(await paymentArrived(as(root, system), bookingId));
      if (accept) must(await acceptBooking(as(root, helper.actor), bookingId));
      return bookingId;
    };
    return { helper, days, accepted: await ask(1, true), requested: await ask(2, false), later: await ask(8, true) };
  }
  const state = async (id: string) => (await readBooking(root, id)).state;

  it("hands back what lies in the range in one action, closes the days and opens the way to others", async () => {
    const { helper, days, accepted, requested, later } = await story();
    const me = as(root, helper.actor);
    const until = days[3]?.day ?? "";
    expect((await sickPreview(me, until)).rows.map(({ id }) => id)).toEqual([accepted, requested]);
    expect(must(await fallSick(me, { untilDate: until, name: "Krank" }))).toMatchObject({ requests: 1, visits: 1, left: 0 });
    expect([await state(accepted), await state(requested), await state(later)]).toEqual(["cancelled", "declined", "accepted"]);
    expect(await openRescueOf(root, accepted)).toMatchObject({ reason: "helper_cancelled" });
    expect(await mailsAbout(root, accepted)).toContain("booking.cancelled.customer");
    const free = (await slotsForListing(root, helper.listingId)) ?? [];
    expect(free.slice(0, 4).every(({ slots }) => slots.length === 0)).toBe(true);
    expect(free[4]?.slots.length).toBeGreaterThan(0);
    const { sickRange } = root.db.t;
    expect(await root.db.select().from(sickRange).where(eq(sickRange.helperId, helper.helperId))).toMatchObject([{ visits: 1 }]);
  });

  it("counts in no figure of reliability, where a single cancellation does", async () => {
    const { helper, days, accepted, later } = await story();
    const me = as(root, helper.actor);
    const { helperFigures } = root.db.t;
    const cancelled = async () => (await root.db.select().from(helperFigures).where(and(eq(helperFigures.helperId, helper.helperId))))[0]?.cancelledByHelper ?? 0;
    must(await fallSick(me, { untilDate: days[3]?.day ?? "", name: "Krank" }));
    expect(await state(accepted)).toBe("cancelled");
    expect(await cancelled()).toBe(0);
    must(await cancelBooking(me, later, "ill"));
    expect(await cancelled()).toBe(1);
  });

  it("excuses nothing on days that the helper has opened again", async () => {
    const { helper, days } = await story();
    const me = as(root, helper.actor);
    const { helperFigures } = root.db.t;
    must(await fallSick(me, { untilDate: days[3]?.day ?? "", name: "Krank" }));
    const [closed] = (await calendarHours(root, helper.helperId)).holidays;
    must(await removeHoliday(me, closed?.id ?? ""));
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt: days[2]?.slots[4] ?? 0, place: basel }));
    must(await submitBooking(as(root, aGuest(bookingId)), bookingId, aForm()));
    must(await paymentArrived(as(root, system), bookingId));
    must(await acceptBooking(me, bookingId));
    must(await cancelBooking(me, bookingId, "other"));
    expect((await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, helper.helperId)))[0]?.cancelledByHelper).toBe(1);
  });

  it("takes the helper out of what is asked of several, in the range alone, and the last one's leaving goes on as a no does", async () => {
    const near = await aRequest(root, { others: [{ givenName: "Nora" }] });
    const helper = near.others[0];
    if (!helper) throw new Error("Somebody else was offered");
    must(await declineBooking(as(root, near.helper.actor), near.bookingId));
    expect((await readBooking(root, near.bookingId)).helperId).toBeNull();
    const late = await aRequest(root, { startsAt: near.startsAt + 8 * day });
    const { bookingAsk } = root.db.t;
    must(await askOthersNow(as(root, late.guest), late.bookingId));
    expect(await openAsk(root, late.bookingId, helper.helperId)).not.toBeNull();
    const me = as(root, helper.actor, monday + minute);
    expect((await sickPreview(me, "2027-06-12")).rows).toMatchObject([{ id: near.bookingId, how: "request" }]);
    expect(must(await fallSick(me, { untilDate: "2027-06-12", name: "Krank" }))).toMatchObject({ requests: 1, visits: 0, left: 0 });
    expect(refusalOf(await acceptBooking(me, near.bookingId))).not.toBe("ok");
    expect(await root.db.select({ state: bookingAsk.state }).from(bookingAsk).where(and(eq(bookingAsk.bookingId, near.bookingId), eq(bookingAsk.helperId, helper.helperId)))).toEqual([{ state: "withdrawn" }]);
    expect(["declined", "requested"]).toContain(await state(near.bookingId));
    expect(await blocked(root, near.bookingId)).not.toContain(helper.helperId);
    expect(await openAsk(root, late.bookingId, helper.helperId)).not.toBeNull();
  });

  it("ends what was only begun on these days: no payment a minute later makes it a visit, and who was paying reads why with the next free times", async () => {
    const paying = await aHeldBooking(root, { instant: true }, 2);
    must(await submitBooking(as(root, paying.guest), paying.bookingId, aForm()));
    const { helper } = paying;
    const free = (await slotsForListing(root, helper.listingId)) ?? [];
    const hold = async (dayOn: number) => must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt: free[dayOn]?.slots[2] ?? 0, place: basel })).bookingId;
    const [draft, later] = [await hold(3), await hold(8)];
    must(await fallSick(as(root, helper.actor, monday + minute), { untilDate: free[4]?.day ?? "", name: "Krank" }));
    expect([await state(paying.bookingId), await state(draft), await state(later)]).toEqual(["abandoned", "abandoned", "draft"]);
    expect([await blocked(root, paying.bookingId), await blocked(root, draft), await blocked(root, later)]).toEqual([[], [], [helper.helperId]]);
    const { payment, paymentOperation } = root.db.t;
    const asked = await root.db.select({ kind: paymentOperation.kind }).from(paymentOperation).innerJoin(payment, eq(payment.id, paymentOperation.paymentId)).where(eq(payment.bookingId, paying.bookingId));
    expect(asked.map(({ kind }) => kind)).toContain("expire");
    expect(await mailsAbout(root, paying.bookingId)).toContain("booking.gone.customer");
    expect(await mailsAbout(root, draft)).toEqual([]);
    expect(refusalOf(await paymentArrived(as(root, system, monday + 2 * minute), paying.bookingId))).toBe("too-late");
    expect(await state(paying.bookingId)).toBe("abandoned");
  });

  it("hands back a visit that began a minute ago as one the helper does not come to, without counting it, and names what goes on", async () => {
    const begun = await anAskedBooking(root);
    const { startsAt, bookingId, helper } = begun;
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const me = as(root, helper.actor, startsAt + minute);
    expect((await sickPreview(me, "")).rows).toMatchObject([{ id: bookingId, how: "begun" }]);
    expect(must(await fallSick(me, { untilDate: dateAt(root.settings.zone, startsAt), name: "Krank" }))).toMatchObject({ visits: 1, left: 0 });
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", cancelReason: "helper_absent" });
    expect(await openRescueOf(root, bookingId)).toMatchObject({ reason: "helper_absent" });
    const { helperFigures } = root.db.t;
    expect((await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, helper.helperId)))[0]?.cancelledByHelper ?? 0).toBe(0);

    const there = await anAskedBooking(root);
    must(await acceptBooking(as(root, there.helper.actor), there.bookingId));
    must(await startVisit(as(root, there.helper.actor, there.startsAt), there.bookingId));
    const here = as(root, there.helper.actor, there.startsAt + minute);
    expect((await sickPreview(here, "")).rows).toMatchObject([{ id: there.bookingId, how: "stays" }]);
    expect(must(await fallSick(here, { untilDate: dateAt(root.settings.zone, there.startsAt), name: "Krank" }))).toMatchObject({ visits: 0, left: 1 });
    expect(await state(there.bookingId)).toBe("started");
    // What is over is no part of it: nobody excuses a visit that was missed yesterday.
    expect((await sickPreview(as(root, there.helper.actor, there.startsAt + 3 * hour), "")).rows).toEqual([]);
  });

  it("sent twice it closes the days once; a date that is over or far away is refused, and strangers have nothing to hand back", async () => {
    const { helper, days } = await story();
    const me = as(root, helper.actor);
    for (const _ of [1, 2]) must(await fallSick(me, { untilDate: days[0]?.day ?? "", name: "Krank" }));
    const { holiday } = root.db.t;
    expect(await root.db.$count(holiday, eq(holiday.calendarId, helper.helperId))).toBe(1);
    for (const untilDate of ["2020-01-01", "2030-01-01", "soon"]) expect(refusalOf(await fallSick(me, { untilDate, name: "" }))).toBe("invalid");
    expect(refusalOf(await fallSick(as(root, aGuest()), { untilDate: days[0]?.day ?? "", name: "" }))).toBe("not-found");
    expect((await sickPreview(as(root, aGuest()), days[3]?.day ?? "")).rows).toEqual([]);
  });
});
