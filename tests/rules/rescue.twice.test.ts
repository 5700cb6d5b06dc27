import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { bookRescue, openRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { anAskedBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { as, contextOn } from "../support/people.ts";
import { anotherHelper, aSignedOffBooking, debited, freeStart } from "../support/rescue.ts";

eachDatabase("a new visit that makes another good", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  const book = async (first: { guest: Actor; bookingId: string; now: number }, offer: { listingId: string }, startsAt: number) => must(await bookRescue(as(root, first.guest, first.now), first.bookingId, { offer, startsAt }));

  it("booked twice over a bad line is one new visit, and leads to it; another time is refused while it stands", async () => {
    const first = await aSignedOffBooking(root, "no");
    must(await openRescue(as(root, first.guest, first.now), first.bookingId, { words: "Wieder langsam.", wish: "redo" }));
    const offer = { listingId: first.helper.listingId };
    const [startsAt, later] = [await freeStart(root, offer.listingId, first.now), await freeStart(root, offer.listingId, first.now, 9)];
    const booked = await book(first, offer, startsAt);
    expect(await book(first, offer, startsAt)).toEqual(booked);
    expect(refusalOf(await bookRescue(as(root, first.guest, first.now), first.bookingId, { offer, startsAt: later }))).toBe("wrong-state");
    expect(await root.db.$count(root.db.t.booking, eq(root.db.t.booking.followsBookingId, first.bookingId))).toBe(1);
  });

  it("whose form is still open is led to it when the same time is chosen again", async () => {
    const first = await anAskedBooking(root);
    await debited(root, first.bookingId);
    must(await acceptBooking(as(root, first.helper.actor), first.bookingId));
    must(await cancelBooking(as(root, first.helper.actor), first.bookingId, "cannot_come"));
    const next = await anotherHelper(root, root.now);
    const story = { ...first, now: root.now };
    const booked = await book(story, { listingId: next.helper.listingId }, next.startsAt);
    expect(booked.state).toBe("draft");
    expect(await book(story, { listingId: next.helper.listingId }, next.startsAt)).toEqual(booked);
  });
});
