import { and, eq, ne } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, cancelBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { type Actor, proving, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { earnings, heldPayouts, payoutsOf } from "#app/domain/payment/payment.queries.server.ts";
import { tickPayout } from "#app/domain/payment/payout.commands.server.ts";
import { bookRescue, openRescue, withdrawRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { openRescueOf } from "#app/domain/rescue/offer.server.ts";
import { chainOf, rescueBudget, rescueStanding } from "#app/domain/rescue/rescue.queries.server.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { anAskedBooking, day, hour, mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aLane, as, aStaffMember, contextOn } from "../support/people.ts";
import { anotherHelper, aSignedOffBooking, debited, freeProfessionalStart, freeStart, madeVisit, standsOn } from "../support/rescue.ts";

eachDatabase("redo and rescue", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
    await aLane(root, { waitDays: 0 });
  });

  const rowsOf = (bookingId: string) => root.db.select().from(root.db.t.rescue).where(eq(root.db.t.rescue.bookingId, bookingId));
  const payoutOf = async (bookingId: string) => (await root.db.select().from(root.db.t.payout).where(eq(root.db.t.payout.bookingId, bookingId)))[0];
  const redo = async (solved: "yes" | "no" = "no", from = root) => {
    const first = await aSignedOffBooking(root, solved);
    const rescue = must(await openRescue(as(from, first.guest, first.now), first.bookingId, { words: "Wieder langsam.", wish: "redo" }));
    return { ...first, rescue };
  };
  const book = async (first: { guest: Actor; bookingId: string; now: number }, offer: { listingId: string } | { professional: string }, startsAt: number, from = root) => {
    const booked = must(await bookRescue(as(from, first.guest, first.now), first.bookingId, { offer, startsAt }));
    return { ...booked, customer: proving(first.guest, booked.bookingId) };
  };

  it("the same helper comes again free of charge, with everything that was typed and without a payment", async () => {
    const first = await redo();
    const startsAt = await freeStart(root, first.helper.listingId, first.now);
    const { bookingId, state } = await book(first, { listingId: first.helper.listingId }, startsAt);
    expect(state).toBe("requested");
    const [was, now] = [await readBooking(root, first.bookingId), await readBooking(root, bookingId)];
    expect(now).toMatchObject({ follows: "redo", followsBookingId: first.bookingId, replacesBookingId: null, priceMinor: 0, payableMinor: 0, street: was.street, intake: was.intake, contact: was.contact, visited: was.visited, helperId: was.helperId });
    expect(now.concern).toBe(`Wieder langsam.\n\n${was.concern}`);
    expect(await paymentOf(root, bookingId)).toBeNull();
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "booked", reason: "not_solved", wish: "redo", newBookingId: bookingId, frozenMinor: 4900, paidMinor: 0, rootBookingId: first.bookingId }]);
    expect(await mailsAbout(root, first.bookingId)).toEqual(expect.arrayContaining(["rescue.opened.customer", "rescue.opened.helper"]));
  });

  it("is watched by the same people with the same rights, each with a link of their own", async () => {
    const first = await redo();
    const { watcher } = root.db.t;
    must(await addWatcher(as(root, first.guest, first.now), first.bookingId, { name: "Lea Muster", email: "lea.redo@example.ch", right: "act", locale: "fr" }));
    const { bookingId } = await book(first, { listingId: first.helper.listingId }, await freeStart(root, first.helper.listingId, first.now));
    const [before] = await root.db.select().from(watcher).where(and(eq(watcher.bookingId, first.bookingId), ne(watcher.right, "visited")));
    const after = await root.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), ne(watcher.right, "visited")));
    expect(after).toMatchObject([{ name: "Lea Muster", email: "lea.redo@example.ch", right: "act", locale: "fr", removedAt: null }]);
    expect(after[0]?.keyHash).not.toBe(before?.keyHash);
  });

  it("holds the first payout until the redo has solved it, pays it then, and the redo earns nothing", async () => {
    const first = await redo();
    const { bookingId, customer } = await book(first, { listingId: first.helper.listingId }, await freeStart(root, first.helper.listingId, first.now));
    const payout = await payoutOf(first.bookingId);
    expect(must(await tickPayout(as(root, system, first.now + 3 * day), payout?.id ?? ""))).toEqual({ state: "held", reason: "rescue" });
    const done = await madeVisit(root, bookingId, first.helper.actor, customer, "yes");
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "solved", endedAt: done }]);
    expect(await payoutOf(bookingId)).toBeUndefined();
    expect(await standsOn(root, "rescue", bookingId)).toBe(0);
    expect(must(await tickPayout(as(root, system, done + 3 * day), payout?.id ?? ""))).toMatchObject({ state: "sending" });
    await tickBooking(as(root, system, done + 3 * day), bookingId);
    expect((await readBooking(root, bookingId)).state).toBe("closed");
    expect((await ledgerSums(root)).total).toBe(0);
  });

  it("says that a payout is held back as soon as the visit is being made good, to the helper and to staff alike, and that it is planned once nothing holds it", async () => {
    const first = await aSignedOffBooking(root, "yes");
    const finance = await aStaffMember(root, "finance");
    const said = async () => {
      const [mine] = (await earnings(as(root, first.helper.actor, first.now), first.helper.helperId)).rows;
      const [ofBooking] = await payoutsOf(as(root, finance.actor, first.now), first.bookingId);
      const listed = (await heldPayouts(as(root, finance.actor, first.now))).filter(({ bookingId }) => bookingId === first.bookingId);
      return [mine, ofBooking].map((row) => [row?.state, row?.holdReason]).concat(listed.map(({ reason }) => ["listed", reason]));
    };
    expect(await said()).toEqual([["planned", null], ["planned", null]]);
    must(await openRescue(as(root, first.guest, first.now), first.bookingId, { words: "Wieder langsam.", wish: "redo" }));
    expect(await said()).toEqual([["held", "rescue"], ["held", "rescue"], ["listed", "rescue"]]);
    // The row itself is the ledger's: it changes when the payout is due.
    expect(await payoutOf(first.bookingId)).toMatchObject({ state: "planned", holdReason: null });
    must(await withdrawRescue(as(root, first.guest, first.now), first.bookingId));
    expect(await said()).toEqual([["planned", null], ["planned", null]]);
  });

  it("holds no payout beyond 60 days", async () => {
    const first = await redo("yes");
    const payout = await payoutOf(first.bookingId);
    expect(must(await tickPayout(as(root, system, first.now + 20 * day), payout?.id ?? ""))).toMatchObject({ reason: "rescue" });
    expect(must(await tickPayout(as(root, system, first.now + 61 * day), payout?.id ?? ""))).toMatchObject({ state: "sending" });
  });

  it("the next helper is paid in full from the rescue budget, and the customer pays nothing more", async () => {
    const first = await redo("yes");
    const next = await anotherHelper(root, first.now, { priceMinor: 5200 });
    const before = (await rescueBudget({ ...root, now: first.now })).spentMinor;
    const { bookingId, customer } = await book(first, { listingId: next.helper.listingId }, next.startsAt);
    expect(await readBooking(root, bookingId)).toMatchObject({ follows: "next_helper", priceMinor: 5200, payableMinor: 0, state: "requested" });
    expect(await rowsOf(first.bookingId)).toMatchObject([{ reason: "broke_again", wish: "next_helper", paidMinor: 5200 }]);
    expect((await rescueBudget({ ...root, now: first.now })).spentMinor).toBe(before + 5200);
    const done = await madeVisit(root, bookingId, next.helper.actor, customer, "yes");
    expect(await standsOn(root, "rescue", bookingId)).toBe(5200);
    expect(await standsOn(root, "customers", bookingId)).toBe(0);
    const payout = await payoutOf(bookingId);
    expect(payout).toMatchObject({ grossMinor: 5200, netMinor: 4420, helperId: next.helper.helperId });
    expect(must(await tickPayout(as(root, system, done + 3 * day), payout?.id ?? ""))).toMatchObject({ state: "sending" });
    expect((await ledgerSums(root)).total).toBe(0);
  });

  it("a case beyond its limit and a budget that is spent raise the alarm, and the promise holds all the same", async () => {
    const poor = { ...root, settings: { ...root.settings, policy: { ...root.settings.policy, rescueCaseMinor: 5000, rescueYearMinor: 1 } } };
    const first = await redo("no", poor);
    const next = await anotherHelper(root, first.now, { priceMinor: 5200 });
    const { state } = await book(first, { listingId: next.helper.listingId }, next.startsAt, poor);
    expect(state).toBe("requested");
    const { journalEntry } = root.db.t;
    const alarms = await root.db.select().from(journalEntry).where(and(eq(journalEntry.subjectId, first.bookingId), eq(journalEntry.name, "rescue.overBudget")));
    expect(alarms.map(({ facts }) => facts.what).sort()).toEqual(["case", "year"]);
    expect(await mailsAbout(root, first.bookingId)).toEqual(expect.arrayContaining(["rescue.case.staff", "rescue.year.staff"]));
  });

  it("the professional service comes at the price that was paid", async () => {
    const first = await redo();
    const { service } = first.helper;
    const { bookingId, customer } = await book(first, { professional: service.id }, await freeProfessionalStart(root, service.id, first.now));
    const support = await aStaffMember(root, "support");
    await madeVisit(root, bookingId, support.actor, customer, "yes");
    const price = service.content.professional.price;
    expect(await readBooking(root, bookingId)).toMatchObject({ follows: "professional", priceMinor: price, payableMinor: 0 });
    expect(await standsOn(root, "rescue", bookingId)).toBe(price);
    expect(await standsOn(root, "customers", bookingId)).toBe(0);
  });

  it("a new visit that is declined, lapses or is cancelled opens the story again with the next choices", async () => {
    const first = await redo();
    const { bookingId } = await book(first, { listingId: first.helper.listingId }, await freeStart(root, first.helper.listingId, first.now));
    must(await declineBooking(as(root, first.helper.actor, first.now), bookingId));
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "open", paidMinor: 0 }]);
    const standing = await rescueStanding(as(root, first.guest, first.now), first.bookingId);
    expect(standing?.ways).toEqual(["next_helper", "professional"]);
    expect(refusalOf(await bookRescue(as(root, first.guest, first.now), first.bookingId, { offer: { listingId: first.helper.listingId }, startsAt: await freeStart(root, first.helper.listingId, first.now, 3) }))).toBe("not-offered");
    const next = await anotherHelper(root, first.now);
    const second = await book(first, { listingId: next.helper.listingId }, next.startsAt);
    must(await acceptBooking(as(root, next.helper.actor, first.now), second.bookingId));
    must(await cancelBooking(as(root, next.helper.actor, first.now + hour), second.bookingId, "cannot_come"));
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "open", paidMinor: 0 }]);
    // The story is open again at its root: the new visit opens none of its own.
    expect(await rowsOf(second.bookingId)).toEqual([]);
    const third = await anotherHelper(root, first.now);
    const last = await book(first, { listingId: third.helper.listingId }, third.startsAt);
    const { answerBy } = await readBooking(root, last.bookingId);
    await tickBooking(as(root, system, (answerBy ?? 0) + 1), last.bookingId);
    expect((await readBooking(root, last.bookingId)).state).toBe("lapsed");
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "open" }]);
  });

  it("a redo that does not help either begins the next attempt of the same story, without the same helper", async () => {
    const first = await redo();
    const { bookingId, customer } = await book(first, { listingId: first.helper.listingId }, await freeStart(root, first.helper.listingId, first.now));
    const now = await madeVisit(root, bookingId, first.helper.actor, customer, "no");
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "lapsed" }]);
    expect(refusalOf(await openRescue(as(root, customer, now), bookingId, { words: "", wish: "redo" }))).toBe("not-offered");
    const again = must(await openRescue(as(root, customer, now), bookingId, { words: "Immer noch.", wish: "next_helper" }));
    expect(again).toMatchObject({ rootBookingId: first.bookingId, bookingId, frozenMinor: 4900, reason: "not_solved" });
    const payout = await payoutOf(first.bookingId);
    expect(must(await tickPayout(as(root, system, now + day), payout?.id ?? ""))).toMatchObject({ reason: "rescue" });
    const next = await anotherHelper(root, now);
    const third = must(await bookRescue(as(root, customer, now), bookingId, { offer: { listingId: next.helper.listingId }, startsAt: next.startsAt }));
    const chain = await chainOf(as(root, proving(customer, third.bookingId), now), await readBooking(root, bookingId));
    expect(chain.map(({ id, follows, seen }) => ({ id, follows, seen }))).toEqual([{ id: first.bookingId, follows: null, seen: true }, { id: bookingId, follows: "redo", seen: true }, { id: third.bookingId, follows: "next_helper", seen: true }]);
    const helpers = await chainOf(as(root, next.helper.actor, now), await readBooking(root, third.bookingId));
    expect(helpers.map(({ seen }) => seen)).toEqual([false, false, true]);
  });

  it("the next helper is somebody whom the story has not seen: who came before is not paid once more", async () => {
    const first = await redo();
    const next = await anotherHelper(root, first.now);
    const { bookingId, customer } = await book(first, { listingId: next.helper.listingId }, next.startsAt);
    const now = await madeVisit(root, bookingId, next.helper.actor, customer, "no");
    must(await openRescue(as(root, customer, now), bookingId, { words: "", wish: "next_helper" }));
    const startsAt = await freeStart(root, first.helper.listingId, now);
    expect(refusalOf(await bookRescue(as(root, customer, now), bookingId, { offer: { listingId: first.helper.listingId }, startsAt }))).toBe("not-offered");
    const third = await anotherHelper(root, now);
    must(await bookRescue(as(root, customer, now), bookingId, { offer: { listingId: third.helper.listingId }, startsAt: third.startsAt }));
  });

  it("where the helper cancelled, the price stays for the customer and the budget pays the difference", async () => {
    const first = await anAskedBooking(root);
    await debited(root, first.bookingId);
    must(await acceptBooking(as(root, first.helper.actor), first.bookingId));
    must(await cancelBooking(as(root, first.helper.actor), first.bookingId, "cannot_come"));
    expect(await openRescueOf(root, first.bookingId)).toMatchObject({ reason: "helper_cancelled", state: "open", openedBy: "system", frozenMinor: 4900 });
    const story = { ...first, now: root.now };
    expect((await rescueStanding(as(root, first.guest), first.bookingId))?.ways).toEqual(["next_helper", "professional"]);
    const next = await anotherHelper(root, root.now, { priceMinor: 6000 });
    const { bookingId, state, customer } = await book(story, { listingId: next.helper.listingId }, next.startsAt);
    expect(state).toBe("draft");
    must(await submitBooking(as(root, customer), bookingId, aForm()));
    expect((await paymentOf(root, bookingId))?.amountMinor).toBe(4900);
    await debited(root, bookingId);
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "booked", paidMinor: 1100 }]);
    await madeVisit(root, bookingId, next.helper.actor, customer, "yes");
    expect(await standsOn(root, "rescue", bookingId)).toBe(1100);
    expect(await standsOn(root, "customers", bookingId)).toBe(0);
    expect(await payoutOf(bookingId)).toMatchObject({ grossMinor: 6000, netMinor: 5100 });
    // Who is cheaper costs what they ask.
    const cheap = await anAskedBooking(root);
    await debited(root, cheap.bookingId);
    must(await acceptBooking(as(root, cheap.helper.actor), cheap.bookingId));
    must(await cancelBooking(as(root, cheap.helper.actor), cheap.bookingId, "ill"));
    const other = await anotherHelper(root, root.now, { priceMinor: 4000 });
    const made = await book({ ...cheap, now: root.now }, { listingId: other.helper.listingId }, other.startsAt);
    expect(await readBooking(root, made.bookingId)).toMatchObject({ priceMinor: 4000, payableMinor: 4000 });
  });

  it("two new visits for one story: the first that is paid is asked for, the money of the second goes back", async () => {
    const first = await anAskedBooking(root);
    await debited(root, first.bookingId);
    must(await acceptBooking(as(root, first.helper.actor), first.bookingId));
    must(await cancelBooking(as(root, first.helper.actor), first.bookingId, "cannot_come"));
    const made = [];
    for (let i = 0; i < 2; i++) {
      const next = await anotherHelper(root, root.now);
      made.push(await book({ ...first, now: root.now }, { listingId: next.helper.listingId }, next.startsAt));
    }
    for (const each of made) must(await submitBooking(as(root, each.customer), each.bookingId, aForm()));
    for (const each of made) await debited(root, each.bookingId);
    const states = await Promise.all(made.map(async ({ bookingId }) => (await readBooking(root, bookingId)).state));
    expect(states).toEqual(["requested", "paying"]);
    const payment = await paymentOf(root, made[1]?.bookingId ?? "");
    const { paymentOperation } = root.db.t;
    expect(await root.db.select().from(paymentOperation).where(and(eq(paymentOperation.paymentId, payment?.id ?? ""), eq(paymentOperation.kind, "refund")))).toMatchObject([{ params: { amountMinor: 4900 } }]);
    expect(refusalOf(await paymentArrived(as(root, system), made[1]?.bookingId ?? ""))).not.toBe("ok");
  });
});
