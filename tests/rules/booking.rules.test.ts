import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { noOwnRules } from "#app/domain/availability/rules.ts";
import { setCalendarRules } from "#app/domain/availability/rules.commands.server.ts";
import { acceptBooking, cancelBooking, declineBooking, fileReport, finishVisit, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot, prolongHold } from "#app/domain/booking/hold.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { type Actor, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { aHeldBooking, anAskedBooking, aReport, day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { begunTwice, eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn } from "../support/people.ts";

eachDatabase("a booking", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  type Asked = Awaited<ReturnType<typeof anAskedBooking>>;

  it("keeps its slot for the form, prolonged once, and for Checkout; then the slot is free and late money is refused", async () => {
    const { bookingId, guest, helper, startsAt } = await aHeldBooking(root);
    const until = root.now + 30 * minute;
    expect(must(await prolongHold(as(root, guest, until - 1), bookingId)).holdUntil).toBe(until + 30 * minute);
    expect(refusalOf(await prolongHold(as(root, guest, until), bookingId))).toBe("already-prolonged");
    expect(refusalOf(await submitBooking(as(root, guest, until + 30 * minute), bookingId, aForm()))).toBe("too-late");
    const submitted = must(await submitBooking(as(root, guest, until), bookingId, aForm()));
    expect(submitted.holdUntil).toBe(until + 35 * minute);
    await tickBooking(as(root, system, until + 35 * minute - 1), bookingId);
    expect((await readBooking(root, bookingId)).state).toBe("paying");
    await tickBooking(as(root, system, until + 3 * hour), bookingId);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "abandoned", stateSince: until + 35 * minute });
    expect(refusalOf(await paymentArrived(as(root, system, until + 3 * hour), bookingId))).toBe("too-late");
    expect(((await slotsForListing(root, helper.listingId)) ?? []).flatMap(({ slots }) => slots)).toContain(startsAt);
  });

  it("is ended by time also where the database asks for the same transaction again", async () => {
    const { bookingId } = await aHeldBooking(root);
    const asked = as(root, system, root.now + hour);
    await tickBooking({ ...asked, store: begunTwice(asked.store) }, bookingId);
    expect((await readBooking(root, bookingId)).state).toBe("abandoned");
  });

  it("whose hold ran out unnoticed loses its slot to the next, and its late money is refused", async () => {
    const { bookingId, guest, helper, startsAt } = await aHeldBooking(root);
    must(await submitBooking(as(root, guest), bookingId, aForm()));
    const later = as(root, aGuest(), root.now + 36 * minute);
    must(await holdSlot(later, { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    expect(refusalOf(await paymentArrived(as(root, system, later.now), bookingId))).toBe("too-late");
  });

  it("of somebody who comes within the hour is paid before it begins or not at all: the money goes back, at once or later", async () => {
    for (const instant of [true, false]) {
      const helper = await aHelper(root, { instant });
      must(await setCalendarRules(as(root, helper.actor), helper.helperId, { ...noOwnRules, leadMinutes: 60 }));
      const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[0]?.slots[0] ?? 0;
      expect(startsAt - root.now).toBeLessThanOrEqual(90 * minute);
      const { bookingId } = must(await holdSlot(as(root, aGuest(), startsAt - hour), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
      const guest = aGuest(bookingId);
      must(await prolongHold(as(root, guest, startsAt - 35 * minute), bookingId));
      const submitted = must(await submitBooking(as(root, guest, startsAt - 10 * minute), bookingId, aForm()));
      expect(submitted.holdUntil).toBe(startsAt);
      expect(refusalOf(await paymentArrived(as(root, system, startsAt), bookingId))).toBe("too-late");
      expect(refusalOf(await paymentArrived(as(root, system, startsAt + 3 * day), bookingId))).toBe("too-late");
      await tickBooking(as(root, system, startsAt + 3 * day), bookingId);
      expect(await readBooking(root, bookingId)).toMatchObject({ state: "abandoned", stateSince: startsAt });
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind.endsWith(".helper"))).toEqual([]);
    }
  });

  it("tried again elsewhere takes everything along that was typed", async () => {
    const { bookingId, guest, helper } = await anAskedBooking(root);
    const { file } = root.db.t;
    await root.db.insert(file).values({ id: root.newId(), bookingId, purpose: "booking", mime: "image/webp", width: 1, height: 1, bytes: 1, createdAt: root.now });
    must(await declineBooking(as(root, helper.actor), bookingId));
    const other = await aHelper(root);
    const startsAt = ((await slotsForListing(root, other.listingId)) ?? [])[3]?.slots[0] ?? 0;
    const again = must(await holdSlot(as(root, guest), { offer: { listingId: other.listingId }, startsAt, place: basel, replacesBookingId: bookingId }));
    const page = await bookingPage(as(root, aGuest(again.bookingId)), again.bookingId);
    expect(page?.booking).toMatchObject({ state: "draft", contact: aForm().contact, visited: aForm().visited, street: "Rheinsprung 7", intake: aForm().intake, concern: aForm().concern });
    expect(page?.photos.length).toBe(1);
    expect(refusalOf(await holdSlot(as(root, aGuest()), { offer: { listingId: other.listingId }, startsAt, place: basel, replacesBookingId: bookingId }))).toBe("not-found");
  });

  it("changes its slot while the form is open without losing either", async () => {
    const { bookingId, guest, helper, startsAt } = await aHeldBooking(root);
    const moved = must(await holdSlot(as(root, guest), { offer: { listingId: helper.listingId }, startsAt: startsAt + 30 * minute, place: basel, replacesBookingId: bookingId }));
    expect((await readBooking(root, bookingId)).state).toBe("abandoned");
    expect((await readBooking(root, moved.bookingId)).startsAt).toBe(startsAt + 30 * minute);
    const wrong = await holdSlot(as(root, aGuest(moved.bookingId)), { offer: { listingId: helper.listingId }, startsAt: 7, place: basel, replacesBookingId: moved.bookingId });
    expect([refusalOf(wrong), (await readBooking(root, moved.bookingId)).state]).toEqual(["slot-taken", "draft"]);
  });

  it("is refused where it cannot be: too far, unknown, outside the programme, oneself", async () => {
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2]?.slots[0] ?? 0;
    const wish = { offer: { listingId: helper.listingId }, startsAt, place: basel };
    const guest = as(root, aGuest());
    expect(refusalOf(await holdSlot(guest, { ...wish, place: { postcode: "8001", locality: "Zürich" } }))).toBe("too-far");
    expect(refusalOf(await holdSlot(guest, { ...wish, place: { postcode: "9999", locality: "Nirgends" } }))).toBe("unknown-place");
    expect(refusalOf(await holdSlot({ ...guest, settings: { ...guest.settings, areaEverywhere: false } }, wish))).toBe("outside-area");
    expect(refusalOf(await holdSlot(as(root, helper.actor), wish))).toBe("own-listing");
    expect(refusalOf(await holdSlot(guest, { ...wish, offer: { listingId: "none" } }))).toBe("not-bookable");
    await root.db.update(root.db.t.helper).set({ state: "suspended" }).where(eq(root.db.t.helper.id, helper.helperId));
    expect(refusalOf(await holdSlot(guest, wish))).toBe("not-bookable");
  });

  describe("cancelled", () => {
    const cases: [string, (told: Asked) => [Actor, number], number, string][] = [
      ["by the customer a day and more before costs nothing", ({ guest, startsAt }) => [guest, startsAt - 24 * hour - 1], 0, "customer"],
      ["by the customer within 24 h costs half", ({ guest, startsAt }) => [guest, startsAt - 23 * hour], 2450, "customer"],
      ["by the customer within 4 h costs all, up to the cap", ({ guest, startsAt }) => [guest, startsAt - hour], 4900, "customer"],
      ["by the helper costs the customer nothing", ({ helper, startsAt }) => [helper.actor, startsAt - hour], 0, "helper"],
    ];
    for (const [name, who, compensation, by] of cases)
      it(name, async () => {
        const told = await anAskedBooking(root);
        must(await acceptBooking(as(root, told.helper.actor), told.bookingId));
        const [actor, now] = who(told);
        const page = await bookingPage(as(root, actor, now), told.bookingId);
        expect(page?.terms).toMatchObject({ compensationMinor: compensation, refundMinor: 4900 - compensation });
        expect(must(await cancelBooking(as(root, actor, now), told.bookingId, "ill"))).toMatchObject({ state: "cancelled", cancelledBy: by, compensationMinor: compensation });
        expect(await mailsAbout(root, told.bookingId)).toEqual(expect.arrayContaining(["booking.cancelled.customer", "booking.cancelled.helper"]));
        const { helperFigures } = root.db.t;
        const [figures] = await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, told.helper.helperId));
        expect(figures?.cancelledByHelper ?? 0).toBe(by === "helper" ? 1 : 0);
      });
  });

  it("asks for every required point before a visit counts as solved, and knows its own codes", async () => {
    const { bookingId, helper, startsAt } = await anAskedBooking(root);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    for (const step of [startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), bookingId));
    const at = as(root, helper.actor, startsAt + hour);
    expect(await fileReport(at, bookingId, { ...aReport, checklist: [] })).toMatchObject({ refusal: "invalid", detail: { "checklist[0].done": "errors.field.required" } });
    expect(await fileReport(at, bookingId, { ...aReport, rootCause: "gremlins", measures: [{ code: "unicorn", count: 1, before: null, after: null, evidence: "" }] })).toMatchObject({ refusal: "invalid", detail: { rootCause: "errors.field.choice", "measures[0].code": "errors.field.choice" } });
    must(await fileReport(at, bookingId, { ...aReport, outcome: "not_solved", checklist: [] }));
  });
});
