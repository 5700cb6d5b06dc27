import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { keepDraft } from "#app/domain/booking/draft.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { myBookings } from "#app/domain/booking/lists.queries.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { storyOf } from "#app/domain/booking/staff.queries.server.ts";
import { type Actor, person, visitor } from "#app/domain/kernel/actor.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { grantCredit } from "#app/domain/rescue/credit.commands.server.ts";
import { bookRescue, openRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { watcherKey } from "#app/domain/together/key.server.ts";
import type { GivenRight } from "#app/domain/together/together.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { keyHashIn, openAsWatcher } from "#app/domain/together/watchers.queries.server.ts";
import { anAskedBooking, mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, as, aStaffMember, basel, contextOn } from "../support/people.ts";
import { anotherHelper, aSignedOffBooking, debited, freeStart } from "../support/rescue.ts";

eachDatabase("a daughter who may act goes on with her mother's story", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** The mother lets Lea in, whose browser has opened the link of her mail; or who has an account with that address. */
  async function letIn(mother: Actor, bookingId: string, now: number, right: GivenRight = "act", email = `lea.${root.newId()}@example.ch`) {
    const { watcher } = root.db.t;
    const { watcherId } = must(await addWatcher(as(root, mother, now), bookingId, { name: "Lea Muster", email, right, locale: "fr" }));
    const [row] = await root.db.select().from(watcher).where(eq(watcher.id, watcherId));
    const opened = row && (await openAsWatcher(root, watcherKey(root, row)));
    return { watcherId, lea: { ...visitor(), watching: [opened?.keyHash ?? ""] } as Actor };
  }
  const whose = ({ contact, contactEmail, customerId, locale, visited }: Booking) => ({ contact, contactEmail, customerId, locale, visited });
  const inFrench = (lea: Actor, now: number): Context => ({ ...as(root, lea, now), locale: "fr" });

  it("books the free redo in one step: it is the mother's, her mails go to her, and Lea sees it with the right she has", async () => {
    const first = await aSignedOffBooking(root, "no");
    const { lea, watcherId } = await letIn(first.guest, first.bookingId, first.now);
    must(await openRescue(as(root, lea, first.now), first.bookingId, { words: "Wieder langsam.", wish: "redo" }));
    const startsAt = await freeStart(root, first.helper.listingId, first.now);
    const { bookingId, state } = must(await bookRescue(inFrench(lea, first.now), first.bookingId, { offer: { listingId: first.helper.listingId }, startsAt }));
    expect(state).toBe("requested");
    expect(whose(await readBooking(root, bookingId))).toEqual(whose(await readBooking(root, first.bookingId)));
    expect(await mailsAbout(root, bookingId)).toEqual(expect.arrayContaining(["booking.requested.customer", "booking.requested.helper"]));
    // Her browser is known there by the key that it brings along, and stays a watcher.
    const keyHash = await keyHashIn(root, watcherId, bookingId);
    const there = as(root, { ...lea, watching: [keyHash ?? "", ...(lea.watching ?? [])] }, first.now);
    expect((await findBooking(there, bookingId))?.watching).toMatchObject({ right: "act", name: "Lea Muster" });
    expect(refusalOf(await addWatcher(there, bookingId, { name: "Eva", email: "eva@example.ch", right: "see", locale: "de" }))).toBe("not-allowed");
    const story = (await storyOf(as(root, (await aStaffMember(root)).actor), bookingId)) ?? [];
    for (const name of ["booking.hold", "booking.submit"]) expect(story.find((entry) => entry.name === name)?.watcherName, name).toBe("Lea Muster");
  });

  /** The helper fell out, and somebody else is to come at the price agreed: there is a form, and something to pay. */
  async function fellOut(right: GivenRight = "act") {
    const mother = await aCustomer(root, { name: "Anna Muster" });
    const first = await anAskedBooking(root);
    const { booking } = root.db.t;
    await root.db.update(booking).set({ customerId: mother.personId, contact: { ...aForm().contact, email: mother.email }, contactEmail: mother.email, visited: { name: "Rosa", telephone: "+41 61 000 00 00", email: "rosa@example.ch", locale: "it" } }).where(eq(booking.id, first.bookingId));
    await debited(root, first.bookingId);
    const daughter = await aCustomer(root, { name: "Lea Muster" });
    const { lea } = await letIn(mother.actor, first.bookingId, root.now, right, daughter.email);
    must(await acceptBooking(as(root, first.helper.actor), first.bookingId));
    must(await cancelBooking(as(root, first.helper.actor), first.bookingId, "cannot_come"));
    const next = await anotherHelper(root, root.now, { priceMinor: 6000 });
    return { first, mother, daughter, lea, next, offer: { listingId: next.helper.listingId } };
  }
  const leas = () => ({ ...aForm({ name: "Lea Muster", email: "lea@example.ch" }), visited: { name: "Lea Muster", telephone: "+41 79 000 00 00" }, street: "Rheinsprung 9" });

  it("fills in the form of the next helper and pays: neither the contact, nor the language, nor the account becomes hers", async () => {
    for (const signedIn of [false, true]) {
      const { first, lea, daughter, next, offer } = await fellOut();
      const ctx = inFrench(signedIn ? person(daughter.personId) : lea, root.now);
      const before = whose(await readBooking(root, first.bookingId));
      const { bookingId, state } = must(await bookRescue(ctx, first.bookingId, { offer, startsAt: next.startsAt }));
      expect([state, whose(await readBooking(root, bookingId))]).toEqual(["draft", before]);
      must(await keepDraft(ctx, bookingId, { name: "Lea", email: "lea@example.ch", mobile: "1", elsewhere: false, visitedName: "", visitedTelephone: "", visitedEmail: "", visitedLocale: "", street: "Rheinsprung 8", concern: "Bitte bald.", intake: aForm().intake }));
      expect(await readBooking(root, bookingId)).toMatchObject({ ...before, street: "Rheinsprung 8", concern: "Bitte bald." });
      // How to reach the mother is not Lea's to read.
      expect((await bookingPage(ctx, bookingId))?.booking).toMatchObject({ contact: { name: "Anna Muster", email: "", mobile: "" }, contactEmail: null, watching: { right: "act" } });
      must(await submitBooking(ctx, bookingId, leas()));
      expect(await readBooking(root, bookingId)).toMatchObject({ ...before, state: "paying", street: "Rheinsprung 9" });
      // Back from Checkout the form is the story's again, and still the mother's.
      const again = must(await holdSlot(ctx, { offer, startsAt: next.startsAt, place: basel, replacesBookingId: bookingId }));
      expect(await readBooking(root, again.bookingId)).toMatchObject({ ...before, state: "draft", followsBookingId: first.bookingId, payableMinor: 4900 });
      must(await submitBooking(ctx, again.bookingId, leas()));
      await debited(root, again.bookingId);
      expect(await readBooking(root, again.bookingId)).toMatchObject({ ...before, state: "requested" });
    }
  });

  it("spends no credit in her mother's place, neither her own nor her mother's", async () => {
    const { first, mother, daughter, next, offer } = await fellOut();
    for (const { email } of [mother, daughter]) must(await atomically(root, async (tx) => ok(await grantCredit(tx, { email, amountMinor: 2000, reason: "goodwill", bookingId: null }))));
    const ctx = inFrench(person(daughter.personId), root.now);
    const { bookingId } = must(await bookRescue(ctx, first.bookingId, { offer, startsAt: next.startsAt }));
    must(await submitBooking(ctx, bookingId, leas()));
    expect((await paymentOf(root, bookingId))?.amountMinor).toBe(4900);
  });

  it("is not done by whoever may only look: what was not asked for yet they do not see", async () => {
    const { first, mother, lea, next, offer } = await fellOut("see");
    const ctx = as(root, lea);
    expect(refusalOf(await bookRescue(ctx, first.bookingId, { offer, startsAt: next.startsAt }))).toBe("not-found");
    const { bookingId } = must(await bookRescue(as(root, mother.actor), first.bookingId, { offer, startsAt: next.startsAt }));
    expect(await findBooking(ctx, bookingId)).toBeNull();
    expect((await myBookings(ctx)).map(({ id }) => id)).toEqual([first.bookingId]);
  });
});
