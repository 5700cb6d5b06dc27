import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { answerStill, signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, cancelBooking, declineBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking, openByKey } from "#app/domain/booking/booking.queries.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { abandonBooking, holdSlot, prolongHold } from "#app/domain/booking/hold.commands.server.ts";
import { helperRequests, helperVisits, myBookings } from "#app/domain/booking/lists.queries.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { closeBooking, paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { staffBookings, storyOf } from "#app/domain/booking/staff.queries.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { type Actor, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, type Result } from "#app/domain/kernel/result.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aGuest, aHelper, aLane, aServiceType, aStaffMember, as, basel, contextOn, monday } from "../support/people.ts";

const hour = 3_600_000;
const day = 24 * hour;
const minute = 60_000;
const refusalOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal);
const report = { outcome: "solved" as const, checklist: ["speed-at-router", "speed-problem-before", "speed-problem-after", "router-place-checked", "customer-tested"].map((code) => ({ code, done: true, value: "80" })), rootCause: null, words: "Router verschoben.", measures: [] };

eachDatabase("a booking", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  type Told = Awaited<ReturnType<typeof asked>>;
  /** A guest books a free slot `at` days from Monday and pays. */
  async function held(more: Parameters<typeof aHelper>[1] = {}, inDays = 2) {
    const helper = await aHelper(root, more);
    const days = (await slotsForListing(root, helper.listingId)) ?? [];
    const startsAt = days[inDays]?.slots[4] ?? 0;
    const { bookingId, accessKey } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    return { helper, startsAt, bookingId, accessKey, guest: aGuest(bookingId) };
  }
  async function asked(more: Parameters<typeof aHelper>[1] = {}, inDays = 2) {
    const story = await held(more, inDays);
    must(await submitBooking(as(root, story.guest), story.bookingId, aForm()));
    const booking = must(await paymentArrived(as(root, system), story.bookingId));
    return { ...story, booking };
  }
  async function reported(more: Parameters<typeof aHelper>[1] = {}) {
    const story = await asked(more);
    const { helper, bookingId, startsAt } = story;
    must(await acceptBooking(as(root, helper.actor), bookingId));
    for (const step of [setOff, startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), bookingId));
    must(await fileReport(as(root, helper.actor, startsAt + hour), bookingId, report));
    return { ...story, reportedAt: startsAt + hour };
  }
  const read = async (id: string): Promise<Booking> => {
    const found = await findBooking(as(root, system), id);
    if (!found) throw new Error("gone");
    return found;
  };
  const mailsOf = async (bookingId: string): Promise<string[]> => {
    const { job } = root.db.t;
    const rows = await root.db.select().from(job).where(eq(job.kind, "mail")).orderBy(job.id);
    return rows.filter(({ payload }) => payload.bookingId === bookingId).map(({ payload }) => String(payload.kind));
  };

  it("goes from the slot to the closed account, and each of the two hears what concerns them", async () => {
    const { bookingId, helper, guest, reportedAt } = await reported();
    expect((await read(bookingId)).state).toBe("reported");
    must(await signOff(as(root, guest, reportedAt + hour), bookingId, { solved: "yes", right: "unknown" }));
    const { payout, helperFigures } = root.db.t;
    expect(await root.db.$count(payout, eq(payout.bookingId, bookingId))).toBe(1);
    must(await closeBooking(as(root, system, reportedAt + 3 * day), bookingId));
    const closed = await read(bookingId);
    expect([closed.state, closed.signedOffBy]).toEqual(["closed", "customer"]);
    expect(await mailsOf(bookingId)).toEqual(["booking.requested.customer", "booking.requested.helper", "booking.accepted.customer", "booking.underway.customer", "booking.reported.customer", "booking.signedOff.helper"]);
    const [figures] = await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, helper.helperId));
    expect(figures).toMatchObject({ visits: 1, answered: 1, solved: 1, rightAnswered: 0 });
  });

  it("is not thrown by a step that is sent twice", async () => {
    const { bookingId, helper, guest, startsAt, booking } = await asked();
    const at = (now: number) => as(root, helper.actor, now);
    expect(must(await paymentArrived(as(root, system), bookingId)).answerBy).toBe(booking.answerBy);
    expect(must(await submitBooking(as(root, guest), bookingId, aForm())).state).toBe("requested");
    for (const _ of [1, 2]) must(await acceptBooking(at(root.now + hour), bookingId));
    for (const step of [setOff, startVisit, finishVisit]) for (const again of [0, 1]) must(await step(at(startsAt + again * minute), bookingId));
    for (const _ of [1, 2]) must(await fileReport(at(startsAt + hour), bookingId, report));
    for (const _ of [1, 2]) must(await signOff(as(root, guest, startsAt + 2 * hour), bookingId, { solved: "no", right: "no" }));
    expect((await read(bookingId)).startedAt).toBe(startsAt);
    expect((await mailsOf(bookingId)).length).toBe(6);
  });

  it("refuses a step out of order with the reason", async () => {
    const { bookingId, helper, startsAt } = await asked();
    expect(refusalOf(await finishVisit(as(root, helper.actor, startsAt), bookingId))).toBe("wrong-state");
    must(await acceptBooking(as(root, helper.actor), bookingId));
    expect(refusalOf(await setOff(as(root, helper.actor, startsAt - day), bookingId))).toBe("too-early");
    expect(refusalOf(await finishVisit(as(root, helper.actor, startsAt), bookingId))).toBe("wrong-state");
  });

  it("is not found by strangers: another customer, another helper, a certifier", async () => {
    const { bookingId } = await asked();
    const other = await aHelper(root);
    const certifier = await aStaffMember(root, "certifier");
    for (const actor of [aGuest(), aGuest("no-such-id"), (await aCustomer(root)).actor, other.actor, certifier.actor]) {
      expect(await findBooking(as(root, actor), bookingId)).toBeNull();
      expect(await bookingPage(as(root, actor), bookingId)).toBeNull();
      expect(refusalOf(await acceptBooking(as(root, actor), bookingId))).toBe("not-found");
      expect(refusalOf(await cancelBooking(as(root, actor), bookingId, "other"))).toBe("not-found");
    }
  });

  it("made as a guest is found later by signing in with that address, whatever its capitals", async () => {
    const { personId, email, actor } = await aCustomer(root);
    const { bookingId, guest } = await held();
    must(await submitBooking(as(root, guest), bookingId, aForm({ email: email.toUpperCase() })));
    expect((await findBooking(as(root, actor), bookingId))?.customerId).toBe(personId);
    expect((await myBookings(as(root, actor))).map(({ id }) => id)).toEqual([bookingId]);
    expect(refusalOf(await abandonBooking(as(root, actor), bookingId))).toBe("ok");
  });

  it("opens by the signed link of a mail and by no other key", async () => {
    const { bookingId, accessKey } = await held();
    expect(await openByKey(root, accessKey)).toBe(bookingId);
    expect(await openByKey(root, `${accessKey}x`)).toBeNull();
  });

  it("shows the helper address and telephone only once they have accepted", async () => {
    const { bookingId, helper, guest } = await asked();
    const before = await bookingPage(as(root, helper.actor), bookingId);
    expect([before?.booking.street, before?.booking.visited, before?.booking.contact, before?.customerName]).toEqual([null, null, null, "Anna"]);
    expect(JSON.stringify(before)).not.toContain("anna@example.ch");
    expect((await bookingPage(as(root, guest), bookingId))?.helperTelephone).toBeNull();
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const after = await bookingPage(as(root, helper.actor), bookingId);
    expect([after?.booking.street, after?.booking.visited?.telephone, after?.customerName]).toEqual(["Rheinsprung 7", "+41 61 123 45 67", "Anna Muster"]);
    expect((await bookingPage(as(root, guest), bookingId))?.helperTelephone).toBe("+41 79 000 00 01");
  });

  it("tells a helper what a request brings, and then stands among their visits", async () => {
    const { bookingId, helper, startsAt } = await asked({ priceMinor: 4500 });
    const [request] = await helperRequests(as(root, helper.actor));
    expect(request).toMatchObject({ id: bookingId, netMinor: 3825, durationMinutes: 90, customerName: "Anna", concern: "Im Schlafzimmer gibt es kein WLAN." });
    expect(request?.wayMinutes).toBeGreaterThan(4);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    expect(await helperRequests(as(root, helper.actor))).toEqual([]);
    expect((await helperVisits(as(root, helper.actor), { from: startsAt, until: startsAt + 1 })).map(({ id, street }) => [id, street])).toEqual([[bookingId, "Rheinsprung 7"]]);
  });

  it("that is declined gives the slot back and tells the customer", async () => {
    const { bookingId, helper, startsAt } = await asked();
    const free = async () => ((await slotsForListing(root, helper.listingId)) ?? []).flatMap(({ slots }) => slots).includes(startsAt);
    expect(await free()).toBe(false);
    must(await declineBooking(as(root, helper.actor), bookingId));
    expect(await free()).toBe(true);
    expect(await mailsOf(bookingId)).toContain("booking.declined.customer");
  });

  it("is accepted at once where the helper allows it and probation is over", async () => {
    expect((await asked({ instant: true, visitsClosed: 5 })).booking.state).toBe("accepted");
    expect((await asked({ instant: true, visitsClosed: 4 })).booking.state).toBe("requested");
  });

  it("keeps its slot for the form, prolonged once, and for Checkout; then the slot is free and late money is refused", async () => {
    const { bookingId, guest, helper, startsAt } = await held();
    const until = root.now + 30 * minute;
    expect(must(await prolongHold(as(root, guest, until - 1), bookingId)).holdUntil).toBe(until + 30 * minute);
    expect(refusalOf(await prolongHold(as(root, guest, until), bookingId))).toBe("already-prolonged");
    expect(refusalOf(await submitBooking(as(root, guest, until + 30 * minute), bookingId, aForm()))).toBe("too-late");
    const submitted = must(await submitBooking(as(root, guest, until), bookingId, aForm()));
    expect(submitted.holdUntil).toBe(until + 35 * minute);
    await tickBooking(as(root, system, until + 35 * minute - 1), bookingId);
    expect((await read(bookingId)).state).toBe("paying");
    await tickBooking(as(root, system, until + 3 * hour), bookingId);
    expect(await read(bookingId)).toMatchObject({ state: "abandoned", stateSince: until + 35 * minute });
    expect(refusalOf(await paymentArrived(as(root, system, until + 3 * hour), bookingId))).toBe("too-late");
    expect(((await slotsForListing(root, helper.listingId)) ?? []).flatMap(({ slots }) => slots)).toContain(startsAt);
  });

  it("whose hold ran out unnoticed loses its slot to the next, and its late money is refused", async () => {
    const { bookingId, guest, helper, startsAt } = await held();
    must(await submitBooking(as(root, guest), bookingId, aForm()));
    const later = as(root, aGuest(), root.now + 36 * minute);
    must(await holdSlot(later, { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    expect(refusalOf(await paymentArrived(as(root, system, later.now), bookingId))).toBe("too-late");
  });

  it("tried again elsewhere takes everything along that was typed", async () => {
    const { bookingId, guest, helper } = await asked();
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
    const { bookingId, guest, helper, startsAt } = await held();
    const moved = must(await holdSlot(as(root, guest), { offer: { listingId: helper.listingId }, startsAt: startsAt + 30 * minute, place: basel, replacesBookingId: bookingId }));
    expect((await read(bookingId)).state).toBe("abandoned");
    expect((await read(moved.bookingId)).startsAt).toBe(startsAt + 30 * minute);
    const wrong = await holdSlot(as(root, aGuest(moved.bookingId)), { offer: { listingId: helper.listingId }, startsAt: 7, place: basel, replacesBookingId: moved.bookingId });
    expect([refusalOf(wrong), (await read(moved.bookingId)).state]).toEqual(["slot-taken", "draft"]);
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
    const cases: [string, (told: Told) => [Actor, number], number, string][] = [
      ["by the customer a day and more before costs nothing", ({ guest, startsAt }) => [guest, startsAt - 24 * hour - 1], 0, "customer"],
      ["by the customer within 24 h costs half", ({ guest, startsAt }) => [guest, startsAt - 23 * hour], 2450, "customer"],
      ["by the customer within 4 h costs all, up to the cap", ({ guest, startsAt }) => [guest, startsAt - hour], 4900, "customer"],
      ["by the helper costs the customer nothing", ({ helper, startsAt }) => [helper.actor, startsAt - hour], 0, "helper"],
    ];
    for (const [name, who, compensation, by] of cases)
      it(name, async () => {
        const told = await asked();
        must(await acceptBooking(as(root, told.helper.actor), told.bookingId));
        const [actor, now] = who(told);
        const page = await bookingPage(as(root, actor, now), told.bookingId);
        expect(page?.terms).toMatchObject({ compensationMinor: compensation, refundMinor: 4900 - compensation });
        expect(must(await cancelBooking(as(root, actor, now), told.bookingId, "ill"))).toMatchObject({ state: "cancelled", cancelledBy: by, compensationMinor: compensation });
        expect(await mailsOf(told.bookingId)).toEqual(expect.arrayContaining(["booking.cancelled.customer", "booking.cancelled.helper"]));
        const { helperFigures } = root.db.t;
        const [figures] = await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, told.helper.helperId));
        expect(figures?.cancelledByHelper ?? 0).toBe(by === "helper" ? 1 : 0);
      });
  });

  it("of the professional service is confirmed, done and reported by support staff", async () => {
    const lane = await aLane(root);
    const service = await aServiceType(root);
    const support = await aStaffMember(root, "support");
    const { slotsForProfessional } = await import("#app/domain/availability/availability.queries.server.ts");
    const slots = ((await slotsForProfessional(root, service.id)) ?? []).flatMap((each) => each.slots);
    expect(slots[0]).toBeGreaterThanOrEqual(monday + 2 * day);
    const startsAt = slots[0] ?? 0;
    const first = must(await holdSlot(as(root, aGuest()), { offer: { professional: service.id }, startsAt, place: { postcode: "8001", locality: "Zürich" } }));
    expect(refusalOf(await holdSlot(as(root, aGuest()), { offer: { professional: service.id }, startsAt, place: basel }))).toBe("slot-taken");
    const { bookingId } = first;
    must(await submitBooking(as(root, aGuest(bookingId)), bookingId, aForm()));
    must(await paymentArrived(as(root, system), bookingId));
    for (const act of [acceptBooking, setOff, startVisit, finishVisit]) must(await act(as(root, support.actor, act === acceptBooking ? root.now : startsAt), bookingId));
    must(await fileReport(as(root, support.actor, startsAt + hour), bookingId, report));
    must(await signOff(as(root, aGuest(bookingId), startsAt + 2 * hour), bookingId, { solved: "yes", right: "yes" }));
    await tickBooking(as(root, system, startsAt + 4 * day), bookingId);
    expect(await read(bookingId)).toMatchObject({ state: "closed", laneId: lane, priceMinor: service.content.professional.price, contract: "company" });
  });

  it("is found by staff by reference, name or place, with its whole story", async () => {
    const support = await aStaffMember(root, "support");
    const { bookingId, helper, booking } = await asked();
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const staff = as(root, support.actor);
    for (const search of [booking.reference.toLowerCase(), booking.reference])
      expect((await staffBookings(staff, { search })).rows.map(({ id }) => id)).toEqual([bookingId]);
    expect((await staffBookings(staff, { search: "anna muster", state: "accepted" })).total).toBeGreaterThan(0);
    expect((await staffBookings(staff, { search: "100%_\\'" })).total).toBe(0);
    expect((await storyOf(staff, bookingId))?.map(({ name }) => name)).toEqual(["booking.hold", "booking.submit", "booking.pay", "booking.accept"]);
    expect(await storyOf(as(root, helper.actor), bookingId)).toBeNull();
    expect((await staffBookings(as(root, helper.actor), {})).rows).toEqual([]);
  });

  it("of a helper is not answered by staff in their place", async () => {
    const support = await aStaffMember(root, "support");
    const quality = await aStaffMember(root, "quality");
    const { bookingId } = await asked();
    expect(refusalOf(await acceptBooking(as(root, support.actor), bookingId))).toBe("not-allowed");
    expect(refusalOf(await cancelBooking(as(root, quality.actor), bookingId, "other"))).toBe("not-allowed");
    expect(must(await cancelBooking(as(root, support.actor), bookingId, "unsafe")).cancelledBy).toBe("staff");
  });

  it("asks for every required point before a visit counts as solved, and knows its own codes", async () => {
    const { bookingId, helper, startsAt } = await asked();
    must(await acceptBooking(as(root, helper.actor), bookingId));
    for (const step of [startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), bookingId));
    const at = as(root, helper.actor, startsAt + hour);
    expect(await fileReport(at, bookingId, { ...report, checklist: [] })).toMatchObject({ refusal: "invalid", detail: { "checklist[0].done": "errors.field.required" } });
    expect(await fileReport(at, bookingId, { ...report, rootCause: "gremlins", measures: [{ code: "unicorn", count: 1, before: null, after: null, evidence: "" }] })).toMatchObject({ refusal: "invalid", detail: { rootCause: "errors.field.choice", "measures[0].code": "errors.field.choice" } });
    must(await fileReport(at, bookingId, { ...report, outcome: "not_solved", checklist: [] }));
  });

  it("hears a customer who answers after time has signed off, once", async () => {
    const { bookingId, guest, helper, reportedAt } = await reported();
    await tickBooking(as(root, system, reportedAt + 72 * hour - 1), bookingId);
    expect((await read(bookingId)).state).toBe("reported");
    await tickBooking(as(root, system, reportedAt + 80 * hour), bookingId);
    expect(await read(bookingId)).toMatchObject({ state: "signed_off", signedOffBy: "time", signedOffAt: reportedAt + 72 * hour });
    const { helperFigures } = root.db.t;
    const figures = async () => (await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, helper.helperId)))[0];
    expect(await figures()).toMatchObject({ visits: 1, answered: 0, solved: 0 });
    for (const solved of ["yes", "no"] as const) must(await signOff(as(root, guest, reportedAt + 90 * hour), bookingId, { solved, right: "yes" }));
    expect(await figures()).toMatchObject({ visits: 1, answered: 1, solved: 1, rightAnswered: 1, right: 1 });
    expect(refusalOf(await answerStill(as(root, guest, reportedAt + 90 * hour), bookingId, "yes"))).toBe("too-early");
    await tickBooking(as(root, system, reportedAt + 7 * day), bookingId);
    must(await answerStill(as(root, guest, reportedAt + 7 * day), bookingId, "no"));
    expect((await bookingPage(as(root, guest), bookingId))?.outcome).toMatchObject({ solved: "yes", still: "no" });
  });
});
