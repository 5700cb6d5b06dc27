import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { answerStill, signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, cancelBooking, declineBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking, openByKey } from "#app/domain/booking/booking.queries.server.ts";
import { abandonBooking, holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { helperRequests, helperVisits, myBookings } from "#app/domain/booking/lists.queries.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { closeBooking, paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { staffBookings, storyOf } from "#app/domain/booking/staff.queries.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { aHeldBooking, anAskedBooking, aReport, aReportedBooking, day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aGuest, aHelper, aLane, aServiceType, aStaffMember, as, basel, contextOn, monday } from "../support/people.ts";

eachDatabase("a booking", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  it("goes from the slot to the closed account, and each of the two hears what concerns them", async () => {
    const { bookingId, helper, guest, reportedAt } = await aReportedBooking(root);
    expect((await readBooking(root, bookingId)).state).toBe("reported");
    must(await signOff(as(root, guest, reportedAt + hour), bookingId, { solved: "yes", right: "unknown" }));
    const { payout, helperFigures } = root.db.t;
    expect(await root.db.$count(payout, eq(payout.bookingId, bookingId))).toBe(1);
    must(await closeBooking(as(root, system, reportedAt + 3 * day), bookingId));
    const closed = await readBooking(root, bookingId);
    expect([closed.state, closed.signedOffBy]).toEqual(["closed", "customer"]);
    expect(await mailsAbout(root, bookingId)).toEqual(["booking.requested.customer", "booking.requested.helper", "booking.accepted.customer", "booking.underway.customer", "booking.reported.customer", "booking.signedOff.helper"]);
    const [figures] = await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, helper.helperId));
    expect(figures).toMatchObject({ visits: 1, answered: 1, solved: 1, rightAnswered: 0 });
  });

  it("is not thrown by a step that is sent twice", async () => {
    const { bookingId, helper, guest, startsAt, booking } = await anAskedBooking(root);
    const at = (now: number) => as(root, helper.actor, now);
    expect(must(await paymentArrived(as(root, system), bookingId)).answerBy).toBe(booking.answerBy);
    expect(must(await submitBooking(as(root, guest), bookingId, aForm())).state).toBe("requested");
    for (const _ of [1, 2]) must(await acceptBooking(at(root.now + hour), bookingId));
    for (const step of [setOff, startVisit, finishVisit]) for (const again of [0, 1]) must(await step(at(startsAt + again * minute), bookingId));
    for (const _ of [1, 2]) must(await fileReport(at(startsAt + hour), bookingId, aReport));
    for (const _ of [1, 2]) must(await signOff(as(root, guest, startsAt + 2 * hour), bookingId, { solved: "no", right: "no" }));
    expect((await readBooking(root, bookingId)).startedAt).toBe(startsAt);
    expect((await mailsAbout(root, bookingId)).length).toBe(6);
  });

  it("refuses a step out of order with the reason", async () => {
    const { bookingId, helper, startsAt } = await anAskedBooking(root);
    expect(refusalOf(await finishVisit(as(root, helper.actor, startsAt), bookingId))).toBe("wrong-state");
    must(await acceptBooking(as(root, helper.actor), bookingId));
    expect(refusalOf(await setOff(as(root, helper.actor, startsAt - day), bookingId))).toBe("too-early");
    expect(refusalOf(await finishVisit(as(root, helper.actor, startsAt), bookingId))).toBe("wrong-state");
  });

  it("is not found by strangers: another customer, another helper, a certifier", async () => {
    const { bookingId } = await anAskedBooking(root);
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
    const { bookingId, guest } = await aHeldBooking(root);
    must(await submitBooking(as(root, guest), bookingId, aForm({ email: email.toUpperCase() })));
    expect((await findBooking(as(root, actor), bookingId))?.customerId).toBe(personId);
    expect((await myBookings(as(root, actor))).map(({ id }) => id)).toEqual([bookingId]);
    expect(refusalOf(await abandonBooking(as(root, actor), bookingId))).toBe("ok");
  });

  it("opens by the signed link of a mail and by no other key", async () => {
    const { bookingId, accessKey } = await aHeldBooking(root);
    expect(await openByKey(root, accessKey)).toBe(bookingId);
    expect(await openByKey(root, `${accessKey}x`)).toBeNull();
  });

  it("shows the helper address and telephone only once they have accepted", async () => {
    const { bookingId, helper, guest } = await anAskedBooking(root);
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
    const { bookingId, helper, startsAt } = await anAskedBooking(root, { priceMinor: 4500 });
    const [request] = await helperRequests(as(root, helper.actor));
    expect(request).toMatchObject({ id: bookingId, netMinor: 3825, durationMinutes: 90, customerName: "Anna", concern: "Im Schlafzimmer gibt es kein WLAN." });
    expect(request?.wayMinutes).toBeGreaterThan(4);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    expect(await helperRequests(as(root, helper.actor))).toEqual([]);
    expect((await helperVisits(as(root, helper.actor), { from: startsAt, until: startsAt + 1 })).map(({ id, street }) => [id, street])).toEqual([[bookingId, "Rheinsprung 7"]]);
  });

  it("that is declined gives the slot back and tells the customer", async () => {
    const { bookingId, helper, startsAt } = await anAskedBooking(root);
    const free = async () => ((await slotsForListing(root, helper.listingId)) ?? []).flatMap(({ slots }) => slots).includes(startsAt);
    expect(await free()).toBe(false);
    must(await declineBooking(as(root, helper.actor), bookingId));
    expect(await free()).toBe(true);
    expect(await mailsAbout(root, bookingId)).toContain("booking.declined.customer");
  });

  it("is accepted at once where the helper allows it and probation is over, and each hears it once", async () => {
    const { booking, bookingId } = await anAskedBooking(root, { instant: true, visitsClosed: 5 });
    expect(booking.state).toBe("accepted");
    expect(await mailsAbout(root, bookingId)).toEqual(["booking.accepted.customer", "booking.instant.helper"]);
    expect((await anAskedBooking(root, { instant: true, visitsClosed: 4 })).booking.state).toBe("requested");
  });

  it("made by support for a caller is the caller's to pay", async () => {
    const support = await aStaffMember(root, "support");
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2]?.slots[0] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, support.actor), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    expect(must(await submitBooking(as(root, support.actor), bookingId, aForm()))).toMatchObject({ bookedByStaffId: support.personId, customerId: null });
    expect(await mailsAbout(root, bookingId)).toEqual(["booking.toPay.customer"]);
  });

  it("of the professional service is confirmed, done and reported by support staff", async () => {
    const lane = await aLane(root);
    const service = await aServiceType(root);
    const support = await aStaffMember(root, "support");
    const slots = ((await slotsForProfessional(root, service.id)) ?? []).flatMap((each) => each.slots);
    expect(slots[0]).toBeGreaterThanOrEqual(monday + 2 * day);
    const startsAt = slots[0] ?? 0;
    const first = must(await holdSlot(as(root, aGuest()), { offer: { professional: service.id }, startsAt, place: { postcode: "8001", locality: "Zürich" } }));
    expect(refusalOf(await holdSlot(as(root, aGuest()), { offer: { professional: service.id }, startsAt, place: basel }))).toBe("slot-taken");
    const { bookingId } = first;
    must(await submitBooking(as(root, aGuest(bookingId)), bookingId, aForm()));
    must(await paymentArrived(as(root, system), bookingId));
    for (const act of [acceptBooking, setOff, startVisit, finishVisit]) must(await act(as(root, support.actor, act === acceptBooking ? root.now : startsAt), bookingId));
    must(await fileReport(as(root, support.actor, startsAt + hour), bookingId, aReport));
    must(await signOff(as(root, aGuest(bookingId), startsAt + 2 * hour), bookingId, { solved: "yes", right: "yes" }));
    await tickBooking(as(root, system, startsAt + 4 * day), bookingId);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "closed", laneId: lane, priceMinor: service.content.professional.price, contract: "company" });
  });

  it("is found by staff by reference, name or place, with its whole story", async () => {
    const support = await aStaffMember(root, "support");
    const { bookingId, helper, booking } = await anAskedBooking(root);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const staff = as(root, support.actor);
    for (const search of [booking.reference.toLowerCase(), booking.reference])
      expect((await staffBookings(staff, { search })).rows.map(({ id }) => id)).toEqual([bookingId]);
    expect((await staffBookings(staff, { search: "anna muster", state: "accepted" })).total).toBeGreaterThan(0);
    expect((await staffBookings(staff, { search: "100%_\\'" })).total).toBe(0);
    for (const [sort, of] of [["visit", "startsAt"], ["price", "priceMinor"], ["created", "createdAt"]] as const) {
      const values = async (ascending: boolean) => (await staffBookings(staff, { sort, ascending })).rows.map((row) => row[of]);
      expect(await values(true)).toEqual([...(await values(true))].sort((one, other) => one - other));
      expect(await values(false)).toEqual([...(await values(true))].reverse());
    }
    expect((await storyOf(staff, bookingId))?.map(({ name }) => name)).toEqual(["booking.hold", "booking.submit", "booking.pay", "booking.accept"]);
    expect(await storyOf(as(root, helper.actor), bookingId)).toBeNull();
    expect((await staffBookings(as(root, helper.actor), {})).rows).toEqual([]);
  });

  it("of a helper is not answered by staff in their place", async () => {
    const support = await aStaffMember(root, "support");
    const quality = await aStaffMember(root, "quality");
    const { bookingId } = await anAskedBooking(root);
    expect(refusalOf(await acceptBooking(as(root, support.actor), bookingId))).toBe("not-allowed");
    expect(refusalOf(await cancelBooking(as(root, quality.actor), bookingId, "other"))).toBe("not-allowed");
    expect(must(await cancelBooking(as(root, support.actor), bookingId, "unsafe")).cancelledBy).toBe("staff");
  });

  it("hears a customer who answers after time has signed off, once", async () => {
    const { bookingId, guest, helper, reportedAt } = await aReportedBooking(root);
    await tickBooking(as(root, system, reportedAt + 72 * hour - 1), bookingId);
    expect((await readBooking(root, bookingId)).state).toBe("reported");
    await tickBooking(as(root, system, reportedAt + 80 * hour), bookingId);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "signed_off", signedOffBy: "time", signedOffAt: reportedAt + 72 * hour });
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
