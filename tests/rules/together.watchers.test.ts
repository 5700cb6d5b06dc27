import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { cancelForIllness } from "#app/domain/booking/illness.commands.server.ts";
import { myBookings } from "#app/domain/booking/lists.queries.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { storyOf } from "#app/domain/booking/staff.queries.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { askOthersNow } from "#app/domain/dispatch/waves.commands.server.ts";
import { fileFor } from "#app/domain/files/files.queries.server.ts";
import { storePicture } from "#app/domain/files/files.commands.server.ts";
import { type Actor, system, visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { proposeTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { reviewVisit } from "#app/domain/review/review.commands.server.ts";
import { watcherKey } from "#app/domain/together/key.server.ts";
import type { GivenRight } from "#app/domain/together/together.ts";
import { addWatcher, changeRight, removeWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { openAsWatcher, watchersOf } from "#app/domain/together/watchers.queries.server.ts";
import { aHeldBooking, anAskedBooking, aReportedBooking, day, hour, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aGuest, aHelper, aLane, as, aStaffMember, basel, contextOn, monday } from "../support/people.ts";
import { aRequest } from "../support/waves.ts";

let n = 0;
const lea = (right: GivenRight, email = `lea.${++n}@example.ch`) => ({ name: "Lea Muster", email, right, locale: "fr" as const });

eachDatabase("people around one booking", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** Somebody lets Lea in, and her browser has opened the link of her mail. */
  async function letIn(bookingId: string, by: Actor, right: GivenRight): Promise<{ watcherId: string; email: string; browser: Actor; key: string }> {
    const form = lea(right);
    const { watcherId } = must(await addWatcher(as(root, by), bookingId, form));
    const key = await keyOf(watcherId);
    const opened = await openAsWatcher(root, key);
    expect(opened?.bookingId).toBe(bookingId);
    return { watcherId, email: form.email, key, browser: { ...visitor(), watching: [opened?.keyHash ?? ""] } };
  }
  async function keyOf(watcherId: string): Promise<string> {
    const [row] = await root.db.select().from(root.db.t.watcher).where(eq(root.db.t.watcher.id, watcherId));
    if (!row) throw new Error("No such watcher");
    return watcherKey(root, row);
  }
  /** A booking for Rosa, with an address of hers: she reads it by her own link. */
  async function forRosa(instant = false) {
    const story = await aHeldBooking(root, { instant });
    const email = `rosa.${++n}@example.ch`;
    must(await submitBooking(as(root, story.guest), story.bookingId, { ...aForm(), visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67", email, locale: "it" } }));
    must(await paymentArrived(as(root, system), story.bookingId));
    const { watcher } = root.db.t;
    const [row] = await root.db.select().from(watcher).where(eq(watcher.bookingId, story.bookingId));
    return { ...story, email, watcherId: row?.id ?? "", rosa: { ...visitor(), watching: [row?.keyHash ?? ""] } as Actor };
  }
  const mails = async (bookingId: string) => {
    const { job } = root.db.t;
    return (await root.db.select().from(job).where(eq(job.kind, "mail")).orderBy(job.id)).map(({ payload }) => payload as { kind: string; bookingId?: string; data?: Record<string, unknown> }).filter((each) => each.bookingId === bookingId);
  };

  it("is watched by whoever was let in, by their own link and by signing in with that address", async () => {
    const { bookingId, guest } = await anAskedBooking(root);
    const { email, browser, key } = await letIn(bookingId, guest, "see");
    expect((await findBooking(as(root, browser), bookingId))?.watching).toMatchObject({ right: "see", name: "Lea Muster" });
    const { actor } = await aCustomer(root, { email: email.toUpperCase() });
    expect((await bookingPage(as(root, actor), bookingId))?.part).toBe("watcher");
    expect((await myBookings(as(root, actor))).map(({ id, watching, bookedBy }) => [id, watching, bookedBy])).toEqual([[bookingId, "see", "Anna Muster"]]);
    expect((await myBookings(as(root, browser))).map(({ id }) => id)).toEqual([bookingId]);
    expect(await openAsWatcher(root, `${key}x`)).toBeNull();
    expect((await mails(bookingId)).filter(({ kind }) => kind === "booking.watching.watcher")).toHaveLength(1);
  });

  it("stays closed to strangers, and to watchers of another booking", async () => {
    const one = await anAskedBooking(root);
    const two = await anAskedBooking(root);
    const { browser } = await letIn(one.bookingId, one.guest, "act");
    for (const actor of [browser, { ...visitor(), watching: ["0".repeat(64)] }, (await aCustomer(root)).actor]) {
      expect(await findBooking(as(root, actor), two.bookingId)).toBeNull();
      expect(refusalOf(await addWatcher(as(root, actor), two.bookingId, lea("act")))).toBe("not-found");
    }
  });

  it("is gone for whoever was removed, at once; let in again they get another link, and the old one stays closed", async () => {
    const { bookingId, guest } = await anAskedBooking(root);
    const { watcherId, email, browser, key } = await letIn(bookingId, guest, "act");
    const { actor } = await aCustomer(root, { email });
    must(await removeWatcher(as(root, guest), bookingId, watcherId));
    for (const gone of [browser, actor]) {
      expect(await findBooking(as(root, gone), bookingId)).toBeNull();
      expect(refusalOf(await cancelBooking(as(root, gone), bookingId, "other"))).toBe("not-found");
      expect(await myBookings(as(root, gone))).toEqual([]);
    }
    expect(await openAsWatcher(root, key)).toBeNull();
    expect(refusalOf(await removeWatcher(as(root, guest), bookingId, watcherId))).toBe("ok");
    must(await addWatcher(as(root, guest), bookingId, lea("see", email)));
    expect(await findBooking(as(root, browser), bookingId)).toBeNull();
    expect(await openAsWatcher(root, key)).toBeNull();
    expect((await openAsWatcher(root, await keyOf(watcherId)))?.bookingId).toBe(bookingId);
    expect((await findBooking(as(root, actor), bookingId))?.watching?.right).toBe("see");
  });

  it("can be looked at and no more with the right to see: every step is refused", async () => {
    const { bookingId, guest, helper } = await anAskedBooking(root);
    const { browser } = await letIn(bookingId, guest, "see");
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const ctx = as(root, browser);
    const free = (await slotsForListing(root, helper.listingId))?.flatMap(({ slots }) => slots) ?? [];
    expect(refusalOf(await cancelBooking(ctx, bookingId, "other"))).toBe("not-allowed");
    expect(refusalOf(await cancelForIllness(ctx, bookingId))).toBe("not-allowed");
    expect(refusalOf(await postMessage(ctx, bookingId, { words: "Guten Tag" }))).toBe("not-allowed");
    expect(refusalOf(await proposeTimes(ctx, bookingId, { slots: free.slice(-1) }))).toBe("not-allowed");
    expect(refusalOf(await signOff(ctx, bookingId, { solved: "yes", right: "yes" }))).toBe("not-found");
    expect(refusalOf(await reviewVisit(ctx, bookingId, { punctual: 5, friendly: 5, competent: 5, words: "", privateWord: "" }))).toBe("not-found");
    expect(refusalOf(await addWatcher(ctx, bookingId, lea("act")))).toBe("not-allowed");
    expect(refusalOf(await storePicture(ctx, { picture: { id: ctx.newId(), mime: "image/webp", width: 1, height: 1, bytes: 1 }, purpose: "message", bookingId }))).toBe("not-found");
    expect(refusalOf(await holdSlot(ctx, { offer: { listingId: helper.listingId }, startsAt: free.at(-1) ?? 0, place: basel, replacesBookingId: bookingId }))).toBe("not-found");
    const page = await bookingPage(ctx, bookingId);
    expect([page?.part, page?.payment, page?.accessKey, page?.booking.contact?.email, page?.booking.contactEmail]).toEqual(["watcher", null, null, "", null]);
    expect((await readBooking(root, bookingId)).state).toBe("accepted");
  });

  it("is acted on in the customer's place with the right to act, and the story names who did it", async () => {
    const { bookingId, guest, helper } = await anAskedBooking(root);
    const { browser, watcherId } = await letIn(bookingId, guest, "act");
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const ctx = as(root, browser);
    must(await postMessage(ctx, bookingId, { words: "Bitte klingeln." }));
    const free = (await slotsForListing(root, helper.listingId))?.flatMap(({ slots }) => slots) ?? [];
    must(await proposeTimes(ctx, bookingId, { slots: free.slice(-1) }));
    expect((await bookingPage(ctx, bookingId))?.accessKey).toBeNull();
    expect(refusalOf(await addWatcher(ctx, bookingId, lea("see")))).toBe("not-allowed");
    expect(refusalOf(await changeRight(ctx, bookingId, watcherId, "see"))).toBe("not-allowed");
    expect(await watchersOf(ctx, bookingId)).toBeNull();
    must(await cancelBooking(ctx, bookingId, "no_longer_needed"));
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "customer" });
    const support = await aStaffMember(root, "support");
    const story = (await storyOf(as(root, support.actor), bookingId)) ?? [];
    for (const name of ["message.posted", "booking.proposed", "booking.cancel"]) expect(story.find((entry) => entry.name === name)?.watcherName, name).toBe("Lea Muster");
    expect(story.find(({ name }) => name === "booking.accept")?.watcherName).toBeNull();
    expect((await bookingPage(as(root, guest), bookingId))?.cancelledByName).toBe("Lea Muster");
    expect((await mails(bookingId)).find(({ kind }) => kind === "booking.cancelled.customer")?.data).toMatchObject({ doneBy: watcherId });
  });

  it("is signed off and reviewed by whoever may act", async () => {
    const { bookingId, guest, reportedAt } = await aReportedBooking(root);
    const { browser } = await letIn(bookingId, guest, "act");
    must(await signOff(as(root, browser, reportedAt + hour), bookingId, { solved: "yes", right: "yes" }));
    must(await reviewVisit(as(root, browser, reportedAt + hour), bookingId, { punctual: 5, friendly: 5, competent: 4, words: "", privateWord: "" }));
    expect((await readBooking(root, bookingId)).signedOffBy).toBe("customer");
  });

  it("counts a changed right from the next look on", async () => {
    const { bookingId, guest } = await anAskedBooking(root);
    const { browser, watcherId } = await letIn(bookingId, guest, "act");
    must(await changeRight(as(root, guest), bookingId, watcherId, "see"));
    expect(refusalOf(await cancelBooking(as(root, browser), bookingId, "other"))).toBe("not-allowed");
    expect(refusalOf(await changeRight(as(root, guest), bookingId, "no-such-id", "see"))).toBe("not-found");
  });

  it("lets five in and no sixth, also when they come at once, and the same address once", async () => {
    const { bookingId, guest } = await anAskedBooking(root);
    const asked = await Promise.all(Array.from({ length: 7 }, () => addWatcher(as(root, guest), bookingId, lea("see"))));
    expect(asked.map(refusalOf).sort()).toEqual(["ok", "ok", "ok", "ok", "ok", "too-many-watchers", "too-many-watchers"]);
    const [first] = (await watchersOf(as(root, guest), bookingId)) ?? [];
    must(await addWatcher(as(root, guest), bookingId, lea("act", first?.email)));
    expect(await watchersOf(as(root, guest), bookingId)).toHaveLength(5);
    expect((await watchersOf(as(root, guest), bookingId))?.find(({ email }) => email === first?.email)?.right).toBe("act");
  });

  it("needs nobody who has every right already, and nobody before it was asked for", async () => {
    const held = await aHeldBooking(root);
    expect(refusalOf(await addWatcher(as(root, held.guest), held.bookingId, lea("see")))).toBe("wrong-state");
    const { bookingId, guest } = await anAskedBooking(root);
    expect(refusalOf(await addWatcher(as(root, guest), bookingId, lea("act", "Anna@example.ch")))).toBe("own-address");
  });

  it("brings neither the other's account nor their address into a booking that a watcher makes again", async () => {
    const customer = await aCustomer(root);
    const helper = await aHelper(root);
    const [startsAt = 0, other = 0] = ((await slotsForListing(root, helper.listingId)) ?? [])[3]?.slots.filter((_slot, i) => i % 8 === 0) ?? [];
    const { bookingId } = must(await holdSlot(as(root, customer.actor), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    must(await submitBooking(as(root, customer.actor), bookingId, aForm({ email: customer.email })));
    must(await paymentArrived(as(root, system), bookingId));
    const { browser } = await letIn(bookingId, customer.actor, "act");
    must(await cancelBooking(as(root, browser), bookingId, "other_time"));
    const again = must(await holdSlot(as(root, browser), { offer: { listingId: helper.listingId }, startsAt: other, place: basel, replacesBookingId: bookingId }));
    const draft = await readBooking(root, again.bookingId);
    expect([draft.customerId, draft.contact, draft.contactEmail, draft.street, draft.concern]).toEqual([null, null, null, "Rheinsprung 7", aForm().concern]);
  });

  it("writes to whoever watches about its course, in one mail each and without money", async () => {
    const { bookingId, guest, helper } = await anAskedBooking(root);
    const one = await letIn(bookingId, guest, "see");
    const two = await letIn(bookingId, guest, "act");
    must(await removeWatcher(as(root, guest), bookingId, two.watcherId));
    must(await acceptBooking(as(root, helper.actor), bookingId));
    must(await cancelBooking(as(root, guest), bookingId, "other"));
    const told = (await mails(bookingId)).filter(({ kind, data }) => /^booking\.(accepted|cancelled)\.watcher$/.test(kind) && data);
    expect(told.map(({ kind, data }) => [kind, data?.watcherId])).toEqual([["booking.accepted.watcher", one.watcherId], ["booking.cancelled.watcher", one.watcherId]]);
    expect(JSON.stringify(told)).not.toMatch(/Minor/);
  });

  it("tells the person visited once somebody comes, and lets them see the visit without prices or messages", async () => {
    const { bookingId, guest, helper, rosa, watcherId } = await forRosa();
    must(await postMessage(as(root, guest), bookingId, { words: "Meine Mutter hört schlecht." }));
    expect((await mails(bookingId)).some(({ data }) => data?.watcherId === watcherId)).toBe(false);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    expect((await mails(bookingId)).filter(({ data }) => data?.watcherId === watcherId).map(({ kind, data }) => [kind, data?.right])).toEqual([["booking.accepted.watcher", "visited"]]);
    const page = await bookingPage(as(root, rosa), bookingId);
    expect([page?.part, page?.messages, page?.payment, page?.booking.priceMinor, page?.terms.refundMinor, page?.booking.concern]).toEqual(["visited", [], null, 0, 0, ""]);
    // The catalogue names its usual prices; what this visit costs stands nowhere.
    expect(JSON.stringify({ ...page, service: null })).not.toMatch(/anna@example|4900|hört schlecht/);
    const [card] = await myBookings(as(root, rosa));
    expect(JSON.stringify({ ...card, service: null })).not.toMatch(/4900/);
    expect((await bookingPage(as(root, helper.actor), bookingId))?.booking.visited).toEqual({ name: "Rosa Muster", telephone: "+41 61 123 45 67" });
  });

  it("an instant booking tells the person visited at once", async () => {
    const { bookingId, watcherId } = await forRosa(true);
    expect((await mails(bookingId)).filter(({ data }) => data?.watcherId === watcherId).map(({ kind }) => kind)).toEqual(["booking.accepted.watcher"]);
  });

  it("may be cancelled by the person visited at the same cost, and whoever booked is told who did it", async () => {
    const { bookingId, guest, helper, startsAt, rosa, watcherId } = await forRosa();
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const late = startsAt - 5 * hour;
    const terms = (await bookingPage(as(root, guest, late), bookingId))?.terms.compensationMinor;
    expect(terms).toBeGreaterThan(0);
    expect((await bookingPage(as(root, rosa, late), bookingId))?.terms.compensationMinor).toBe(terms);
    for (const refused of [cancelForIllness(as(root, rosa, late), bookingId), postMessage(as(root, rosa, late), bookingId, { words: "Nein" }), addWatcher(as(root, rosa, late), bookingId, lea("act")), proposeTimes(as(root, rosa, late), bookingId, { slots: [startsAt + day] })])
      expect(refusalOf(await refused)).toBe("not-allowed");
    must(await cancelBooking(as(root, rosa, late), bookingId, "other"));
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "customer", compensationMinor: terms });
    expect((await bookingPage(as(root, guest, late), bookingId))?.cancelledByName).toBe("Rosa Muster");
    expect((await mails(bookingId)).find(({ kind }) => kind === "booking.cancelled.customer")?.data).toMatchObject({ doneBy: watcherId });
  });

  it("has others asked at once by whoever acts in the customer's place, and by nobody who only looks", async () => {
    const { bookingId, guest } = await aRequest(root, { others: [{}], substitution: "ask" });
    const [acts, looks] = [await letIn(bookingId, guest, "act"), await letIn(bookingId, guest, "see")];
    expect(refusalOf(await askOthersNow(as(root, looks.browser, monday + hour), bookingId))).toBe("not-allowed");
    expect(must(await askOthersNow(as(root, acts.browser, monday + hour), bookingId))).toMatchObject({ state: "requested", wave: 1 });
    expect((await storyOf(as(root, system), bookingId))?.find(({ name }) => name === "booking.askOthers")?.watcherName).toBe("Lea Muster");
  });

  it("shows the person visited no pictures that others sent", async () => {
    const { bookingId, guest, rosa } = await forRosa();
    const lane = await letIn(bookingId, guest, "see");
    const picture = { id: root.newId(), mime: "image/webp", width: 1, height: 1, bytes: 1 } as const;
    must(await storePicture(as(root, guest), { picture, purpose: "booking", bookingId }));
    expect([await fileFor(as(root, rosa), picture.id), await fileFor(as(root, lane.browser), picture.id)]).toEqual([null, expect.anything()]);
  });

  it("needs no second reader where the customer gives their own address for the person visited", async () => {
    const { bookingId, guest } = await aHeldBooking(root);
    must(await submitBooking(as(root, guest), bookingId, { ...aForm(), visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67", email: "anna@example.ch" } }));
    expect(await root.db.$count(root.db.t.watcher, eq(root.db.t.watcher.bookingId, bookingId))).toBe(0);
  });

  it("is not seen by the person visited before it was paid", async () => {
    const { bookingId, guest } = await aHeldBooking(root);
    const email = `rosa.${++n}@example.ch`;
    must(await submitBooking(as(root, guest), bookingId, { ...aForm(), visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67", email } }));
    const { actor } = await aCustomer(root, { email });
    expect(await findBooking(as(root, actor), bookingId)).toBeNull();
    must(await paymentArrived(as(root, system), bookingId));
    expect((await findBooking(as(root, actor), bookingId))?.watching?.right).toBe("visited");
  });

  it("forgets names and addresses of whoever watched when the booking's own are blurred", async () => {
    await aLane(root);
    const { bookingId, guest } = await anAskedBooking(root);
    const { browser, email } = await letIn(bookingId, guest, "see");
    must(await cancelBooking(as(root, guest), bookingId, "other"));
    await tickBooking(as(root, system, root.now + 91 * day), bookingId);
    const { watcher } = root.db.t;
    expect(await root.db.$count(watcher, and(eq(watcher.bookingId, bookingId), eq(watcher.email, email)))).toBe(0);
    expect(await findBooking(as(root, browser), bookingId)).toBeNull();
    expect(await findBooking(as(root, guest), bookingId)).not.toBeNull();
  });

  it("a helper of the booking who also watches it stays its helper", async () => {
    const { bookingId, guest, helper } = await anAskedBooking(root);
    must(await addWatcher(as(root, guest), bookingId, lea("act", helper.email)));
    expect((await bookingPage(as(root, helper.actor), bookingId))?.part).toBe("helper");
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const story = (await storyOf(as(root, system), bookingId)) ?? [];
    expect(story.find(({ name }) => name === "booking.accept")?.watcherName).toBeNull();
    expect(await findBooking(as(root, aGuest()), bookingId)).toBeNull();
  });
});
