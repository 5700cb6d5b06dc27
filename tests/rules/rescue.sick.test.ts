import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { openRescueOf } from "#app/domain/rescue/offer.server.ts";
import { fallSick } from "#app/domain/rescue/sick.commands.server.ts";
import { sickPreview } from "#app/domain/rescue/sick.queries.server.ts";
import { mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn } from "../support/people.ts";

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
