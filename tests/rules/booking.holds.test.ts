import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { abandonBooking, holdSlot, prolongHold, type Wish } from "#app/domain/booking/hold.commands.server.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { aHeldBooking, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aGuest, aHelper, aLane, as, aStaffMember, basel, contextOn } from "../support/people.ts";

eachDatabase("a hold", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  const at = (minutes: number): number => root.now + minutes * minute;
  const hold = (by: Actor, now: number, wish: Omit<Wish, "place">) => holdSlot(as(root, by, now), { place: basel, ...wish });
  const rowsAt = (startsAt: number, listingId: string) => root.db.select().from(root.db.t.booking).where(eq(root.db.t.booking.startsAt, startsAt)).then((rows) => rows.filter((row) => row.listingId === listingId));

  it("of the same time chosen again and again is no longer than the first one, and may be prolonged once altogether", async () => {
    const { helper, startsAt, bookingId, guest } = await aHeldBooking(root);
    const wish = { offer: { listingId: helper.listingId }, startsAt };
    const again = must(await hold(guest, at(20), { ...wish, replacesBookingId: bookingId }));
    expect(await readBooking(root, again.bookingId)).toMatchObject({ holdUntil: at(30), holdProlonged: false, firstHeldAt: root.now });
    must(await prolongHold(as(root, aGuest(again.bookingId), at(25)), again.bookingId));
    const third = must(await hold(aGuest(again.bookingId), at(50), { ...wish, startsAt: startsAt + 30 * minute, replacesBookingId: again.bookingId }));
    expect(await readBooking(root, third.bookingId)).toMatchObject({ holdUntil: at(60), holdProlonged: true, firstHeldAt: root.now });
    expect(refusalOf(await prolongHold(as(root, aGuest(third.bookingId), at(55)), third.bookingId))).toBe("already-prolonged");
    expect(refusalOf(await hold(aGuest(), at(60) - 1, wish))).toBe("slot-taken");
    expect(refusalOf(await hold(aGuest(), at(60), wish))).toBe("ok");
  });

  it("of a truly other time has its whole half hour, until two hours have passed since the first; then it is refused and what is held stays", async () => {
    const { helper, startsAt, bookingId, guest } = await aHeldBooking(root);
    const offer = { listingId: helper.listingId };
    const times = [startsAt, startsAt + 240 * minute];
    let held = bookingId;
    let by = guest;
    for (let i = 1; i * 25 < 120; i++) {
      held = must(await hold(by, at(i * 25), { offer, startsAt: times[i % 2] ?? 0, replacesBookingId: held })).bookingId;
      by = aGuest(held);
      expect(await readBooking(root, held)).toMatchObject({ holdUntil: at(i * 25 + 30), holdProlonged: false, firstHeldAt: root.now });
    }
    const refused = await hold(by, at(120), { offer, startsAt: times[1] ?? 0, replacesBookingId: held });
    expect([refusalOf(refused), (await readBooking(root, held)).state]).toEqual(["held-too-long", "draft"]);
    // Once it is over, others have had their chance, and whoever comes back begins anew.
    const anew = must(await hold(by, at(130), { offer, startsAt: times[0] ?? 0, replacesBookingId: held }));
    expect(await readBooking(root, anew.bookingId)).toMatchObject({ holdUntil: at(160), firstHeldAt: at(130) });
  });

  it("that was waiting for its payment is no way around it: the form gets no more than was left, and ends with the same two hours", async () => {
    const { helper, startsAt, bookingId, guest } = await aHeldBooking(root);
    const wish = { offer: { listingId: helper.listingId }, startsAt };
    let held = bookingId;
    let by = guest;
    let now = at(25);
    for (; now < at(120); now += 30 * minute) {
      must(await submitBooking(as(root, by, now), held, aForm()));
      const again = await hold(by, now + 30 * minute, { ...wish, replacesBookingId: held });
      if (!again.ok) break;
      held = again.value.bookingId;
      by = aGuest(held);
      expect(await readBooking(root, held)).toMatchObject({ holdUntil: now + 35 * minute, firstHeldAt: root.now });
    }
    expect(now + 30 * minute).toBe(at(145));
    expect(await readBooking(root, held)).toMatchObject({ state: "paying", holdUntil: at(150) });
    expect(refusalOf(await hold(by, at(145), { ...wish, replacesBookingId: held }))).toBe("held-too-long");
    expect(refusalOf(await hold(aGuest(), at(150), wish))).toBe("ok");
  });

  it("of the professional service keeps its end also where another lane takes the same time", async () => {
    for (let i = 0; i < 2; i++) await aLane(root, { waitDays: 0 });
    const { service } = await aHelper(root);
    const startsAt = ((await slotsForProfessional(root, service.id)) ?? []).flatMap(({ slots }) => slots)[3] ?? 0;
    const wish = { offer: { professional: service.id }, startsAt };
    const first = must(await hold(aGuest(), at(0), wish));
    const other = must(await hold(aGuest(), at(1), wish));
    must(await abandonBooking(as(root, aGuest(first.bookingId), at(2)), first.bookingId));
    const again = must(await hold(aGuest(other.bookingId), at(10), { ...wish, replacesBookingId: other.bookingId }));
    expect((await readBooking(root, again.bookingId)).laneId).not.toBe((await readBooking(root, other.bookingId)).laneId);
    expect(await readBooking(root, again.bookingId)).toMatchObject({ holdUntil: at(31) });
  });

  it("that is asked for twice by the same person, browser or member of staff is the one that stands; for others the time is taken", async () => {
    const helper = await aHelper(root);
    const [one = 0, two = 0, three = 0, four = 0] = ((await slotsForListing(root, helper.listingId)) ?? []).slice(3, 7).map(({ slots }) => slots[4]);
    const offer = { listingId: helper.listingId };
    const { actor } = await aCustomer(root);
    const { actor: support } = await aStaffMember(root);
    const asked: [Actor, number][] = [[actor, one], [support, two]];
    for (const [by, startsAt] of asked) {
      const first = must(await hold(by, at(0), { offer, startsAt }));
      expect(must(await hold(by, at(1), { offer, startsAt }))).toEqual(first);
      expect(refusalOf(await hold(aGuest(), at(1), { offer, startsAt }))).toBe("slot-taken");
      expect(await rowsAt(startsAt, helper.listingId)).toHaveLength(1);
    }
    const guests = must(await hold(aGuest(), at(0), { offer, startsAt: three }));
    expect(must(await hold(aGuest(guests.bookingId), at(1), { offer, startsAt: three }))).toEqual(guests);
    expect((await readBooking(root, guests.bookingId)).holdUntil).toBe(at(30));
    // A time that took another one's place: the answer was lost, and with it what proves the new one.
    const moved = must(await hold(aGuest(guests.bookingId), at(2), { offer, startsAt: four, replacesBookingId: guests.bookingId }));
    expect(must(await hold(aGuest(guests.bookingId), at(3), { offer, startsAt: four, replacesBookingId: guests.bookingId }))).toEqual(moved);
    expect(refusalOf(await hold(aGuest(), at(3), { offer, startsAt: four, replacesBookingId: guests.bookingId }))).toBe("not-found");
  });

  it("that is sent twice at once is one", async () => {
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[4]?.slots[2] ?? 0;
    const { actor } = await aCustomer(root);
    const both = await Promise.all([0, 1].map(() => hold(actor, at(0), { offer: { listingId: helper.listingId }, startsAt })));
    expect(both.map(refusalOf)).toEqual(["ok", "ok"]);
    expect(await rowsAt(startsAt, helper.listingId)).toHaveLength(1);
  });

  it("that still stands is not led to where something else is wished at the same time", async () => {
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[4]?.slots[2] ?? 0;
    const { actor } = await aCustomer(root);
    const offer = { listingId: helper.listingId };
    must(await hold(actor, at(0), { offer, startsAt }));
    expect(refusalOf(await holdSlot(as(root, actor), { offer, startsAt, place: { postcode: "4052", locality: "Basel" } }))).toBe("slot-taken");
  });
});
